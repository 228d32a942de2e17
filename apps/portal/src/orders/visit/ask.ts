import { ordersRoutes, type VisitReason } from '@tongban/contract';
import type { FieldFault } from '@tongban/ui';
import { address } from '../../address.ts';
import { faultsFrom } from '../../faults.ts';
import { leadTo } from '../../frame.tsx';
import type { PageAnswer } from '../../page.ts';
import type { Visit } from '../../visit.ts';
import { aboutPairs } from '../about.ts';
import { receiptCookie } from '../receipt-cookie.ts';
import { askPage } from './ask-page.tsx';
import { type Asked, askedIn, peopleIn, visitWish } from './asked.ts';

/** 申请上门: a short form; a refusal leaves everything in its box. */
export function showAskVisit(visit: Visit): Promise<PageAnswer> {
  return askPage(visit, { asked: askedIn(visit), faults: [] });
}

export async function takeAskVisit(visit: Visit): Promise<PageAnswer> {
  const asked = askedIn(visit);
  if (visit.session.kind !== 'citizen')
    return leadTo(visit, address('/sign-in', [['next', address(visit.path, aboutPairs(asked.about))]]));
  const faults = wrongIn(visit, asked);
  if (!isWhole(asked) || faults.length > 0) return askPage(visit, { asked, faults });
  try {
    const body = await visitWish(visit, asked);
    const receipt = await visit.call(ordersRoutes.register, { body }, { key: asked.key });
    return leadTo(visit, '/orders/receipt', [receiptCookie({ ...receipt, kind: 'visit', mine: true })]);
  } catch (error) {
    return askPage(visit, { asked, faults: faultsFrom(error, 'address') });
  }
}

const isWhole = (asked: Asked): asked is Asked & { reason: VisitReason } => asked.reason !== undefined;

const [mostAddress, mostMatter] = [200, 40];

function wrongIn({ say }: Visit, asked: Asked): FieldFault[] {
  const { reason, address: where, suits, matter } = asked;
  const short = (most: number) =>
    say(`最多写 ${most} 个字，删短一些`, `At most ${most} characters; make it shorter`);
  const checks: readonly (readonly [boolean, string, string])[] = [
    [tooLong(matter, mostMatter), 'matter', short(mostMatter)],
    [reason === undefined, 'reason', say('选一个为什么要上门', 'Choose why we should come to you')],
    [
      reason === 'many-people' && peopleIn(asked) === undefined,
      'people',
      say('写一共几个人办，像 12；两个人以上', 'Say how many people, such as 12; two or more'),
    ],
    [
      !/\p{L}|\p{N}/u.test(where),
      'address',
      say('写上门的地址，写到门牌号', 'Say where to come, to the door'),
    ],
    [tooLong(where, mostAddress), 'address', short(mostAddress)],
    [tooLong(suits, mostAddress), 'suits', short(mostAddress)],
  ];
  return checks.flatMap(([isWrong, id, message]) => (isWrong ? [{ id, message }] : []));
}

const tooLong = (text: string, most: number): boolean => Array.from(text).length > most;

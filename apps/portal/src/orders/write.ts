import { ordersRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { FieldFault } from '@tongban/ui';
import { address } from '../address.ts';
import { sendFiles } from '../apply/sending.ts';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { aboutPairs } from './about.ts';
import { writePage } from './form-page.tsx';
import { forumPairs } from './forum.tsx';
import { findKind, type OfferedKind } from './kinds.ts';
import { receiptCookie } from './receipt-cookie.ts';
import { type Written, wishOf, writtenIn } from './written.ts';

/** 写诉求: one page for one kind; a refusal leaves everything in its box. */
export async function showWrite(visit: Visit): Promise<PageAnswer> {
  const kind = kindHere(visit);
  return writePage(visit, { kind, written: writtenIn(visit, kind), faults: [] });
}

export async function takeWrite(visit: Visit): Promise<PageAnswer> {
  const kind = kindHere(visit);
  const said = writtenIn(visit, kind);
  if (!kind.identities.includes(said.identity))
    return leadTo(visit, address('/sign-in', [['next', address(visit.path, fromOf(said))]]));
  const { written, faults } = await withFiles(visit, said);
  const found = [...wrongIn(visit, written), ...faults];
  if (found.length > 0) return writePage(visit, { kind, written, faults: found });
  try {
    return leadTo(visit, '/orders/receipt', [receiptCookie(await send(visit, kind, written))]);
  } catch (error) {
    const isUrgent = findProblem(error)?.code === 'orders.emergency-now';
    return writePage(visit, { kind, written, faults: faultsFrom(error, isUrgent ? 'notNow' : 'text') });
  }
}

/** What led here goes along to the sign-in and back. */
function fromOf({ about, forum }: Written) {
  return [...aboutPairs(about), ...forumPairs(forum)];
}

function kindHere({ params }: Visit): OfferedKind {
  const kind = findKind(params.kind);
  if (kind === undefined) throw new Problem('portal.no-page', 'missing', '没有这个页面');
  return kind;
}

/** Sent in one’s own name, or with nothing said of who sends it, not even by the session. */
async function send(visit: Visit, kind: OfferedKind, written: Written) {
  const { identity, key } = written;
  const wish = wishOf(visit, kind, written);
  if (visit.session.kind === 'citizen' && identity !== 'anonymous') {
    const receipt = await visit.call(ordersRoutes.register, { body: wish }, { key });
    return { ...receipt, kind: kind.id, mine: kind.id !== 'report' };
  }
  const { title, text, division, notNow, channel, forum } = wish;
  const body = {
    ...{ kind: kind.id, title, text, division },
    ...(notNow === true ? { notNow } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(forum === undefined ? {} : { forum }),
  };
  return { ...(await visit.call(ordersRoutes.registerUnnamed, { body })), kind: kind.id, mine: false };
}

/** 附件: taken in first, so that mending something else does not lose them. */
async function withFiles(
  visit: Visit,
  written: Written,
): Promise<{ written: Written; faults: FieldFault[] }> {
  const chosen = visit.request.files ?? [];
  if (chosen.length === 0) return { written, faults: [] };
  if (written.identity === 'anonymous') {
    const message = visit.say(
      '匿名时不能带附件，附件会留下是谁传的',
      'Files would tell who you are; leave them out or give your name',
    );
    return { written, faults: [{ id: 'file', message }] };
  }
  const { files, refused } = await sendFiles(visit, chosen);
  const laid = [...written.laid, ...files].slice(0, 9);
  return { written: { ...written, laid }, faults: refused.map((message) => ({ id: 'file', message })) };
}

function wrongIn({ say }: Visit, { title, text }: Written): FieldFault[] {
  return [
    ...(title.length < 2
      ? [{ id: 'title', message: say('用一句话说是什么事', 'Say in one line what it is') }]
      : []),
    ...(text === ''
      ? [{ id: 'text', message: say('写下经过，再提交', 'Say what happened, then send') }]
      : []),
    ...tooLong(say, { id: 'title', written: title, most: 60 }),
    ...tooLong(say, { id: 'text', written: text, most: 10_000 }),
  ];
}

type Box = { readonly id: string; readonly written: string; readonly most: number };

function tooLong(say: Visit['say'], { id, written, most }: Box): FieldFault[] {
  const { length } = Array.from(written);
  if (length <= most) return [];
  const message = say(
    `最多写 ${most} 个字，现在有 ${length} 个，删短一些再提交`,
    `At most ${most} characters; there are ${length}. Make it shorter, then send`,
  );
  return [{ id, message }];
}

import { type OrderWish, type VisitReason, visitReasons } from '@tongban/contract';
import { first } from '../../address.ts';
import { isInWechat } from '../../browser.ts';
import type { Visit } from '../../visit.ts';
import { type About, aboutIn, aboutText, aboutWords } from '../about.ts';

/** What somebody who asks to be visited has filled in so far. */
export type Asked = {
  readonly about: About | undefined;
  /** What it is about in their own words, where they did not come from a service. */
  readonly matter: string;
  readonly reason: VisitReason | undefined;
  /** As it was typed. */
  readonly people: string;
  readonly address: string;
  readonly suits: string;
  readonly key: string;
};

export function askedIn(visit: Visit): Asked {
  const { form } = visit.request;
  const text = (id: string) => (first(form, id) ?? '').trim();
  return {
    about: aboutIn(visit),
    reason: visitReasons.find((one) => one === text('reason')),
    ...{ matter: text('matter'), people: text('people'), address: text('address'), suits: text('suits') },
    key: first(form, 'key') ?? crypto.randomUUID(),
  };
}

const mostTitle = 60;
const words: Readonly<Record<VisitReason, (people: string) => string>> = {
  'hard-to-move': () => '行动不便，来不了大厅，请上门办理。',
  'many-people': (people) => `单位 ${people} 人一起办，请上门办理。`,
};

/** As the bureau takes it in: where to go stands apart from the words, which others may read. */
export async function visitWish(visit: Visit, asked: Asked & { reason: VisitReason }): Promise<OrderWish> {
  const { about, matter, reason, address, suits } = asked;
  const what = about === undefined ? matter : await aboutWords({ ...visit, ...inChinese }, about);
  const title = what === '' ? '上门服务' : `上门服务：${what}`;
  const people = peopleIn(asked);
  return {
    ...{ kind: 'visit', identity: 'named', division: visit.city.code, files: [] },
    ...{ title: Array.from(title).slice(0, mostTitle).join(''), text: words[reason](String(people ?? '')) },
    ...(about === undefined ? {} : { about: aboutText(about) }),
    ...(isInWechat(visit) ? { channel: 'wechat' as const } : {}),
    visit: {
      ...{ reason, address },
      ...(people === undefined ? {} : { people }),
      ...(suits === '' ? {} : { suits }),
    },
  };
}
/** Whoever handles it reads Chinese. */
const inChinese = { locale: 'zh', say: (zh: string) => zh } as const;

/** How many of them come; of one person who cannot move nobody asks. */
export function peopleIn({ reason, people }: Pick<Asked, 'reason' | 'people'>): number | undefined {
  if (reason !== 'many-people' || !/^\d{1,4}$/.test(people)) return undefined;
  const count = Number(people);
  return count < 2 ? undefined : count;
}

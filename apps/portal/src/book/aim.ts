import { itemView } from '@tongban/catalogue';
import { draftsRoutes, type Hall, officesRoutes } from '@tongban/contract';
import { address, first } from '../address.ts';
import { readAsking } from '../guide/asking.ts';
import { nearOf } from '../halls/near.tsx';
import { getItem } from '../items.ts';
import type { Pair } from '../page.ts';
import type { Visit } from '../visit.ts';

/** 约什么: what a time is booked for; the address of every step carries it, so nothing is kept before a time is held. */
export type Aim = {
  readonly item: string;
  readonly name: ReturnType<typeof itemView>['name'];
  /** Answers of the guide; they say what to bring and how long it takes. */
  readonly answers: readonly Pair[];
  readonly draft: string | undefined;
  /** The booking to be moved to the new time. */
  readonly move: string | undefined;
  readonly near: string | undefined;
};

const ANSWER = 'a.';

/** Reads what is booked from the address; answers this edition cannot take are left out. */
export async function readAim(visit: Visit): Promise<Aim> {
  const { item = '' } = visit.params;
  const { edition } = await getItem(visit, item);
  const draft = first(visit.query, 'draft');
  const given = draft === undefined ? answersIn(visit.query) : await answersOf(visit, draft);
  return {
    item,
    name: itemView(edition, visit.locale).name,
    answers: readAsking(edition, given).pairs,
    draft,
    move: first(visit.query, 'move'),
    near: nearOf(visit),
  };
}

function answersIn(query: readonly Pair[]): Pair[] {
  return query.flatMap(([key, value]): Pair[] =>
    key.startsWith(ANSWER) ? [[key.slice(ANSWER.length), value]] : [],
  );
}

async function answersOf(visit: Visit, draft: string): Promise<readonly Pair[]> {
  if (visit.session.kind === 'anyone') return [];
  return (await visit.call(draftsRoutes.get, { params: { draft } })).answers;
}

/** What times are asked for: some situations take longer at the window than others. */
export function timesFor({ item, answers }: Pick<Aim, 'item' | 'answers'>, window?: string) {
  return {
    item,
    ...(answers.length === 0
      ? {}
      : { answers: new URLSearchParams(answers.map((pair) => [...pair])).toString() }),
    ...(window === undefined ? {} : { window }),
  };
}

/** What is enough to begin with: the matter, and what is known already. */
export type Begin = { readonly item: string } & Partial<Pick<Aim, 'answers' | 'draft' | 'move' | 'near'>>;

/** What the address of a step carries. A draft holds its own answers. */
function pairsOf({ answers = [], draft, move, near }: Partial<Begin>): Pair[] {
  const one = (key: string, value: string | undefined): Pair[] => (value === undefined ? [] : [[key, value]]);
  return [
    ...(draft === undefined ? answers.map(([key, value]): Pair => [`${ANSWER}${key}`, value]) : []),
    ...one('draft', draft),
    ...one('move', move),
    ...one('near', near),
  ];
}

type Chosen = { readonly window?: string | undefined; readonly at?: string | undefined };

const extra = ({ window, at }: Chosen): Pair[] => [
  ...(window === undefined ? [] : [['window', window] as const]),
  ...(at === undefined ? [] : [['at', at] as const]),
];

/** The first step: which hall. */
export function hallsAddress(aim: Begin): string {
  return address(`/items/${aim.item}/book`, pairsOf(aim));
}

/** The second step: which day. */
export function daysAddress(aim: Begin, hall: string, chosen: Chosen = {}): string {
  return address(`/items/${aim.item}/book/${hall}`, [...pairsOf(aim), ...extra(chosen)]);
}

/** The third step: what time. */
export function timesAddress(
  aim: Begin,
  { hall, day }: { hall: string; day: string },
  chosen: Chosen = {},
): string {
  return address(`/items/${aim.item}/book/${hall}/${day}`, [...pairsOf(aim), ...extra(chosen)]);
}

/** 候补: where to wait for a freed time. */
export function waitAddress(aim: Begin, hall: string, day?: string): string {
  return address(`/items/${aim.item}/book/${hall}/wait`, [
    ...pairsOf(aim),
    ...(day === undefined ? [] : [['day', day] as const]),
  ]);
}

/** The hall a step is about, by the list of the city, which changes seldom. */
export async function findHall(visit: Visit, hall: string): Promise<Hall | undefined> {
  const division = visit.city.code;
  const halls = await visit.keep(
    `halls ${division}`,
    () => visit.call(officesRoutes.halls, { query: { division } }),
    60,
  );
  return halls.find((one) => one.id === hall);
}

import { type Condition, partsOf, type Range } from './condition.ts';
import type { FactSource, GuideSource, PeopleSource } from './source.ts';

/** A fact with its place in the order of variables. */
export type Laid = {
  fact: FactSource;
  level: number;
  cuts: number[];
  of?: number;
  counts?: number;
};
export type Layout = { laid: Laid[]; sizes: number[]; firstTrait: number; firstChild: number };

/** How many different things may be said about any one of the accompanying people. */
export const MOST_TRAITS = 12;
export const MOST_PEOPLE = 9;

/** Gives every fact its variables: the citizen's own, then what is said of people, then each person's. */
export function layOut(source: GuideSource, cuts: CutPoints, own: readonly FactSource[]): Layout {
  const sizes: number[] = [];
  const place = (fact: FactSource, from: { of?: number; counts?: number }): Laid => {
    const level = sizes.length;
    const at = cuts(fact, from.of);
    if (fact.type === 'multi') for (const _ of fact.options ?? []) sizes.push(2);
    else sizes.push(fact.type === 'number' ? at.length + 1 : (fact.options?.length ?? 2));
    return { fact, level, cuts: at, ...from };
  };
  const people = source.people ?? [];
  const mine = own.map((fact) => place(fact, {}));
  const counts = people.map((group, counts) => place(countOf(group), { counts }));
  const firstTrait = sizes.length;
  if (people.length > 0) for (let i = 0; i < MOST_TRAITS; i++) sizes.push(2);
  const firstChild = sizes.length;
  const theirs = people.flatMap((group, of) => group.facts.map((fact) => place(fact, { of })));
  return { laid: [...mine, ...counts, ...theirs], sizes, firstTrait, firstChild };
}

function countOf(group: { id: string; ask: string; max?: number }): FactSource {
  const { id, ask, max = MOST_PEOPLE } = group;
  return { id, ask, max, min: 0, type: 'number', role: 'situation' };
}

/** The numbers of a fact at which a new interval begins. */
type CutPoints = (fact: FactSource, of: number | undefined) => number[];

/** Where numbers begin to matter: the ends of every range some condition names. */
export function findCuts(
  source: GuideSource,
  written: readonly { condition: Condition; of?: number }[],
): CutPoints {
  const people = source.people ?? [];
  const named = written.flatMap(({ condition, of }) => rangesIn(condition, of, people));
  const counted = people.map(({ id }): Named => ({ id, of: undefined, ranges: [[1, Infinity]] }));
  return ({ id, min = 0, max = Infinity }, of) => {
    const mine = [...named, ...counted].filter((one) => one.id === id && one.of === of);
    const ends = mine.flatMap(({ ranges }) => ranges.flatMap(([from, to]) => [from, to + 1]));
    const cuts = ends.filter((cut) => cut > min && cut <= max && Number.isFinite(cut));
    return [...new Set(cuts)].sort((a, b) => a - b);
  };
}

type Named = { id: string; of: number | undefined; ranges: readonly Range[] };

function rangesIn(condition: Condition, of: number | undefined, people: readonly PeopleSource[]): Named[] {
  switch (condition.is) {
    case 'number': {
      const theirs = of !== undefined && people[of]?.facts.some(({ id }) => id === condition.fact);
      return [{ id: condition.fact, of: theirs ? of : undefined, ranges: condition.ranges }];
    }
    case 'count':
      return [{ id: condition.people, of: undefined, ranges: condition.ranges }];
    case 'any':
    case 'all':
      return rangesIn(
        condition.part,
        people.findIndex(({ id }) => id === condition.people),
        people,
      );
    default:
      return partsOf(condition).flatMap((part) => rangesIn(part, of, people));
  }
}

import type { Condition, Range } from './condition.ts';
import type { FactSource, GuideSource } from './source.ts';

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
export const MOST_TRAITS = 24;
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

export type CutPoints = (fact: FactSource, of: number | undefined) => number[];

/** Where the numbers of each fact begin to matter: the ends of every range some condition names. */
export function findCuts(
  source: GuideSource,
  written: readonly { condition: Condition; of?: number }[],
): CutPoints {
  const found = new Map<string, Set<number>>();
  const people = source.people ?? [];
  const note = (key: string, ranges: readonly Range[]): void => {
    const cuts = found.get(key) ?? new Set();
    found.set(key, cuts);
    for (const [from, to] of ranges) cuts.add(from).add(to + 1);
  };
  const walk = (condition: Condition, of: number | undefined): void => {
    if (condition.is === 'number') note(numberKey(source, condition.fact, of), condition.ranges);
    else if (condition.is === 'count') note(condition.people, condition.ranges);
    else if ('parts' in condition) for (const part of condition.parts) walk(part, of);
    else if (condition.is === 'any' || condition.is === 'all') {
      walk(
        condition.part,
        people.findIndex((group) => group.id === condition.people),
      );
    } else if ('part' in condition) walk(condition.part, of);
  };
  for (const { condition, of } of written) walk(condition, of);
  for (const group of people) note(group.id, [[1, Infinity]]);
  return (fact, of) => {
    const { min = 0, max = Infinity } = fact;
    const cuts = [...(found.get(numberKey(source, fact.id, of)) ?? [])];
    return cuts.filter((cut) => cut > min && cut <= max && Number.isFinite(cut)).sort((a, b) => a - b);
  };
}

function numberKey(source: GuideSource, id: string, of: number | undefined): string {
  const theirs = of !== undefined && source.people?.[of]?.facts.some((fact) => fact.id === id);
  return theirs ? `${of}.${id}` : id;
}

import { nearest } from './nearest.ts';
import type { FactSource, PeopleSource, Scope } from './source.ts';

/** What a name in a condition stands for. */
export type Named =
  | { is: 'fact'; fact: FactSource }
  | { is: 'people'; people: PeopleSource }
  | { is: 'def'; name: string; text: string }
  | { is: 'unknown'; near: string | undefined };

/** Looks a name up among the facts of the people in view first, then the citizen's own. */
export function createNames(scope: Scope, inside?: PeopleSource) {
  const own = new Map<string, Named>();
  for (const [name, text] of Object.entries(scope.defs ?? {})) own.set(name, { is: 'def', name, text });
  for (const people of scope.people ?? []) own.set(people.id, { is: 'people', people });
  for (const fact of [...scope.facts, ...(inside?.facts ?? [])]) own.set(fact.id, { is: 'fact', fact });
  return (name: string): Named => own.get(name) ?? { is: 'unknown', near: nearest(name, [...own.keys()]) };
}

export function meant(near: string | undefined): string {
  return near === undefined ? '' : `，是不是“${near}”`;
}

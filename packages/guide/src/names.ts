import { nearest } from './nearest.ts';
import type { FactSource, PeopleSource, Scope } from './source.ts';

/** What a name in a condition stands for. */
export type Named = { fact?: FactSource; people?: PeopleSource; text?: string; near?: string };

/** Looks a name up among the facts of the people in view first, then the citizen's own, people and definitions. */
export function findName(
  { facts, people = [], defs = {} }: Scope,
  inside: PeopleSource | undefined,
  name: string,
): Named {
  const all = [...(inside?.facts ?? []), ...facts];
  const fact = all.find(({ id }) => id === name);
  if (fact !== undefined) return { fact };
  const group = people.find(({ id }) => id === name);
  if (group !== undefined) return { people: group };
  const text = Object.hasOwn(defs, name) ? defs[name] : undefined;
  if (text !== undefined) return { text };
  const near = nearest(name, [...[...all, ...people].map(({ id }) => id), ...Object.keys(defs)]);
  return near === undefined ? {} : { near };
}

export function meant(near: string | undefined): string {
  return near === undefined ? '' : `，是不是“${near}”`;
}

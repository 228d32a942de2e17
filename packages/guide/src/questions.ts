import type { Guide, GuideFact } from './guide.ts';

/** What is asked of the citizen (person 0) or of one accompanying person, in the order asked; # is the person. */
export type Asked = { of: string | undefined; person: number; questions: { key: string; fact: GuideFact }[] };

/** Everything asked: of the citizen, then person by person, as many of each people as said. */
export function askedOf(
  { facts, people }: Guide,
  many: (people: { id: string; max: number }) => number,
): Asked[] {
  const ask = (of: string | undefined, person: number): Asked => ({
    of,
    person,
    questions: facts
      .filter((fact) => fact.of === of)
      .map((fact) => ({ key: fact.key.replace('#', `${person}`), fact })),
  });
  const persons = people.flatMap((group) =>
    Array.from({ length: many(group) }, (_, i) => ask(group.id, i + 1)),
  );
  return [ask(undefined, 0), ...persons];
}

import type { Answers, Guide, GuideFact } from './guide.ts';

export type Question = { key: string; fact: GuideFact; person: number };

/** Every question in the order asked: the citizen's own, then person by person. */
export function questionsOf(
  { facts, people }: Guide,
  many: (of: { id: string; max: number }) => number,
): Question[] {
  const asked = (of: string | undefined, person: number): Question[] =>
    facts.filter((fact) => fact.of === of).map((fact) => ({ key: keyFor(fact.key, person), fact, person }));
  const persons = people.map((group) =>
    Array.from({ length: many(group) }, (_, i) => asked(group.id, i + 1)),
  );
  return [asked(undefined, 0), ...persons.flat()].flat();
}

export function keyFor(key: string, person: number): string {
  return key.replace('#', `${person}`);
}

/** The questions as far as people have been counted. */
export function countedQuestions(guide: Guide, answers: Answers): Question[] {
  return questionsOf(guide, ({ id, max }) => Math.min(+(answers[id] ?? 0) || 0, max));
}

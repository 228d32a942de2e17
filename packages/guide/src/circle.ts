import { type Condition, partsOf } from './condition.ts';
import type { GuideProblem, GuideSource } from './source.ts';
import type { Written } from './written.ts';

/** The facts and people a condition looks at, by name. */
export function namesIn(condition: Condition): Set<string> {
  const names = new Set(partsOf(condition).flatMap((part) => [...namesIn(part)]));
  if ('fact' in condition) names.add(condition.fact);
  if ('people' in condition) names.add(condition.people);
  return names;
}

/** A question whose applicability hangs, step by step, on itself. */
export function findCircle(source: GuideSource, { whens }: Written): GuideProblem[] {
  const needs = new Map<string, Set<string>>();
  for (const [fact, written] of whens) needs.set(fact.id, namesIn(written.condition));
  for (const group of source.people ?? []) needs.set(group.id, new Set());
  const reaches = (from: string, seen: Set<string>): Set<string> => {
    for (const name of needs.get(from) ?? []) if (!seen.has(name)) reaches(name, seen.add(name));
    return seen;
  };
  for (const [fact, { path }] of whens) {
    if (!reaches(fact.id, new Set()).has(fact.id)) continue;
    return [{ path, code: 'circle', message: `“${fact.id}”要不要问，取决于它自己的答案，请改条件。` }];
  }
  return [];
}

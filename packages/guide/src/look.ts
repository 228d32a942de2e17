import { textOf } from './answers.ts';
import type { Answer, Answers, Guide, GuideFact } from './guide.ts';
import { type Asked, askedOf } from './questions.ts';

/** What is known: for each variable its value, or -1 while every value is possible. */
export type Known = Int16Array;
/**
 * Answers as seen by the citizen, or together with those of one accompanying person. `reach` says for each
 * node which leaves it can still come to: 1 no, 2 yes, both 3, none 0.
 */
export type View = Asked & { known: Known; reach: number[] };

/** Takes in every answer; the citizen's own view comes first, then one per person already counted. */
export function look(guide: Guide, answers: Answers): View[] {
  let base: Known = new Int16Array(guide.sizes.length).fill(-1);
  const views = askedOf(guide, ({ id, max }) => Math.min(+(answers[id] ?? 0) || 0, max)).map(
    (asked): View => {
      const known = base.slice();
      for (const { key, fact } of asked.questions) note(known, fact, answers[key]);
      if (!asked.person) base = known;
      return { ...asked, known, reach: reachOf(guide, known) };
    },
  );
  for (const { of, level, root } of guide.traits) {
    const seen = views.filter((view) => view.of === of).map(({ reach }) => reach[root]);
    const value = seen.includes(2)
      ? 1
      : typeof answers[of] !== 'number' || seen.some((one) => one !== 1)
        ? -1
        : 0;
    for (const { known } of views) known[level] = value;
  }
  for (const view of views) view.reach = reachOf(guide, view.known);
  return views;
}

/** Puts one answer into what is known. */
export function note(
  known: Known,
  { type, level, options, cuts }: GuideFact,
  answer: Answer | undefined,
): void {
  if (Array.isArray(answer)) {
    if (type === 'multi') for (const [i, one] of options.entries()) known[level + i] = +answer.includes(one);
  } else if (typeof answer === 'number') known[level] = cuts?.filter((cut) => cut <= answer).length ?? -1;
  else known[level] = options.indexOf(textOf(answer));
}

/** One pass from the leaves up: what each condition can still become. */
function reachOf({ nodes }: Guide, known: Known): number[] {
  const reach = [1, 2, 0];
  for (const node of nodes)
    reach.push(possible(node, known).reduce((all, child) => all | (reach[child] ?? 0), 0));
  return reach;
}

/** The children of a node that are still possible. */
export function possible([level = 0, ...to]: readonly number[], known: Known): number[] {
  const value = known[level] ?? -1;
  return value < 0 ? to : to.slice(value, value + 1);
}

import { textOf } from './answers.ts';
import type { Answer, Answers, Guide, GuideFact, State } from './guide.ts';
import { countedQuestions } from './questions.ts';

/** What is known: for each variable its value, or -1 while every value is possible. */
export type Known = Int16Array;
/** Answers as seen by the citizen (person 0), or together with those of one accompanying person. */
export type View = {
  of: string | undefined;
  person: number;
  known: Known;
  /** For each node which leaves can still be reached: 1 no, 2 yes, both 3, none 0. */
  reach: Uint8Array;
};
/** The citizen's own view comes first, then one per person already counted. */
export type Views = [View, ...View[]];

/** Takes in every answer. */
export function look(guide: Guide, answers: Answers): Views {
  const known = new Int16Array(guide.sizes.length).fill(-1);
  const reach = new Uint8Array(guide.nodes.length);
  const views: Views = [{ of: undefined, person: 0, known, reach }];
  let view: View = views[0];
  for (const { key, fact, person } of countedQuestions(guide, answers)) {
    if (view.person !== person || view.of !== fact.of) {
      view = { of: fact.of, person, known: known.slice(), reach: reach.slice() };
      views.push(view);
    }
    note(view.known, fact, answers[key]);
  }
  if (views[1]) for (const { known, reach } of views) reachInto(guide, known, reach);
  for (const { of, level, root } of guide.traits)
    if (typeof answers[of] === 'number') {
      const seen = views.filter((view) => view.of === of).map(({ reach }) => reach[root]);
      const value = seen.includes(2) ? 1 : seen.every((one) => one === 1) ? 0 : -1;
      for (const { known } of views) known[level] = value;
    }
  for (const { known, reach } of views) reachInto(guide, known, reach);
  return views;
}

export function stateOf(reach: number | undefined): State {
  return reach === 2 ? 'required' : reach === 1 ? 'no' : 'possible';
}

/** Puts one answer into what is known. */
export function note(
  known: Known,
  { type, level, options, cuts }: GuideFact,
  answer: Answer | undefined,
): void {
  if (type === 'multi') {
    if (Array.isArray(answer))
      for (const [i, one] of options.entries()) known[level + i] = +answer.includes(one);
  } else if (typeof answer !== 'number') known[level] = options.indexOf(textOf(answer));
  else if (cuts) known[level] = cuts.filter((cut) => cut <= answer).length;
}

type Forest = { nodes: ArrayLike<number>; sizes: ArrayLike<number> };

/** One pass from the leaves up: what each condition can still become. */
export function reachInto({ nodes, sizes }: Forest, known: Known, reach: Uint8Array): void {
  reach[0] = 1;
  reach[1] = 2;
  for (let at = 3; at < nodes.length; ) {
    const level = nodes[at] ?? 0;
    const value = known[level] ?? -1;
    const end = at + 1 + (sizes[level] ?? 0);
    let found = 0;
    if (value < 0) for (let i = at + 1; i < end; i++) found |= reach[nodes[i] ?? 0] ?? 0;
    else found = reach[nodes[at + 1 + value] ?? 0] ?? 0;
    reach[at] = found;
    at = end;
  }
}

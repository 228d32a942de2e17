import type { Answers, Guide, GuideOutput, Layer, State } from './guide.ts';
import { look, type View } from './look.ts';

/** What the guide says of one output, and of each accompanying person where it is asked per person. */
export type Outcome = { id: string; layer: Layer; state: State; persons: State[] };

/** Evaluates every condition of the guide, whatever its layer. */
export function evaluate(guide: Guide, answers: Answers): Outcome[] {
  const views = look(guide, answers);
  return guide.outputs.map((output) => outcomeOf(views, output));
}

export function outcomeOf(views: readonly View[], { id, layer, root, each }: GuideOutput): Outcome {
  return {
    id,
    layer,
    state: stateIn(views[0], root),
    persons: each ? views.filter(({ of }) => of === each.of).map((view) => stateIn(view, each.root)) : [],
  };
}

function stateIn(view: View | undefined, root: number): State {
  const reach = view?.reach[root];
  return reach === 2 ? 'required' : reach === 1 ? 'no' : 'possible';
}

/** 为什么: answers that by themselves already decide an output; without any one of them it would be open. */
export function why(
  guide: Guide,
  answers: Answers,
  of: { layer: Layer; id: string; person?: number },
): string[] {
  const output = guide.outputs.find(({ id, layer }) => id === of.id && layer === of.layer);
  const decide = (by: Answers): State | undefined => {
    if (output === undefined) return undefined;
    const { state, persons } = outcomeOf(look(guide, by), output);
    return [state, ...persons][of.person ?? 0];
  };
  const decided = decide(answers);
  let kept = answers;
  for (const key of Object.keys(answers).reverse()) {
    const { [key]: _, ...fewer } = kept;
    if (decided === 'possible' || decide(fewer) === decided) kept = fewer;
  }
  return Object.keys(kept);
}

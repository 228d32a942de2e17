import { type Outcome, outcomeOf } from './evaluate.ts';
import type { Answers, Guide, GuideOutput } from './guide.ts';
import { look } from './look.ts';
import { createMatters } from './matters.ts';

/** 下一步: where a citizen stands in the guide. */
export type Step = {
  /** Outcomes of the stages reached: 必需, 可能, 不需要. */
  outputs: Outcome[];
  /** A certain way out: the item this belongs to instead, or why the citizen cannot go on alone. */
  end: GuideOutput | undefined;
  /** Nothing reached is still open. */
  certain: boolean;
  /** The answers cannot all be true together. */
  contradiction: boolean;
  /** The key of the next question; none when no question left can change anything. */
  next: string | undefined;
  asked: number;
  /** Questions that may still change something, in the frozen order: at most these are left, people not yet counted aside. */
  left: string[];
  /** How many of them will be asked on average. */
  expected: number;
};

/** Decides what is certain and what to ask next; a question that can change nothing is never asked. */
export function step(guide: Guide, answers: Answers): Step {
  const views = look(guide, answers);
  const questions = views.flatMap((view) => view.questions);
  const open = questions.filter(({ key }) => answers[key] === undefined);
  const { keys, add } = createMatters(guide, views);
  const isRelevant = ({ key }: { key: string }): boolean => keys.has(key);
  const outputs: Outcome[] = [];
  let next: string | undefined;
  let end: GuideOutput | undefined;
  let stage = 0;
  for (const output of guide.outputs) {
    if (output.stage !== stage) next ??= open.find(isRelevant)?.key;
    stage = output.stage;
    const outcome = outcomeOf(views, output);
    if (!next) outputs.push(outcome);
    if (isOpen(outcome)) add(output);
    if (stage < 2 && outcome.state === 'required') {
      end = output;
      break;
    }
  }
  const left = open.filter(isRelevant);
  next ??= left[0]?.key;
  const contradiction = guide.constraints.some((root) => views[0]?.reach[root] === 1);
  return {
    outputs,
    end: next ? undefined : end,
    certain: !next && !contradiction && !outputs.some(isOpen),
    contradiction,
    next,
    asked: questions.length - open.length,
    left: left.map(({ key }) => key),
    expected: left.reduce((sum, { key, fact }) => sum + (key === next ? 1 : fact.chance), 0),
  };
}

function isOpen({ state, persons }: Outcome): boolean {
  return [state, ...persons].includes('possible');
}

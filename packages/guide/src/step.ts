import { type Outcome, outcomeOf } from './evaluate.ts';
import type { Answers, Guide, GuideOutput } from './guide.ts';
import { look } from './look.ts';
import { createMatters } from './matters.ts';
import { countedQuestions } from './questions.ts';

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
  /** Questions that may still change something, in the order they would be asked. */
  relevant: string[];
  asked: number;
  /** Questions left on average and at most; what is asked of people not yet counted is left out. */
  left: { expected: number; most: number };
};

/** Decides what is certain and what to ask next; a question that can change nothing is never asked. */
export function step(guide: Guide, answers: Answers): Step {
  const views = look(guide, answers);
  const questions = countedQuestions(guide, answers);
  const open = questions.filter(({ key }) => answers[key] === undefined);
  const matters = createMatters(guide, views);
  const isRelevant = ({ key }: { key: string }): boolean => matters.keys.has(key);
  const outputs: Outcome[] = [];
  let next: string | undefined;
  let end: GuideOutput | undefined;
  let stage = 0;
  for (const output of guide.outputs) {
    if (output.stage !== stage) next ??= open.find(isRelevant)?.key;
    stage = output.stage;
    const outcome = outcomeOf(views, output);
    if (!next) outputs.push(outcome);
    if (isOpen(outcome)) matters.add(output);
    if (stage < 2 && outcome.state === 'required') {
      end = output;
      break;
    }
  }
  const left = open.filter(isRelevant);
  next ??= left[0]?.key;
  const contradiction = guide.constraints.some((root) => views[0].reach[root] === 1);
  return {
    outputs,
    end: next ? undefined : end,
    certain: !next && !contradiction && !outputs.some(isOpen),
    contradiction,
    next,
    relevant: left.map(({ key }) => key),
    asked: questions.length - open.length,
    left: {
      expected: left.reduce((sum, { key, fact }) => sum + (key === next ? 1 : fact.chance), 0),
      most: left.length,
    },
  };
}

function isOpen({ state, persons }: Outcome): boolean {
  return state === 'possible' || !!persons?.includes('possible');
}

import type { Answers, Guide } from './guide.ts';
import { levelsOf } from './levels.ts';
import { note } from './look.ts';
import { openGuide } from './model.ts';
import { questionsOf as influences } from './policy.ts';
import { askedOf } from './questions.ts';
import { step } from './step.ts';
import { answerAt } from './witness.ts';

/**
 * 平均题数: questions asked on average by the frozen order, beside a bound no order can beat (the sum of
 * influences). `sampled` is how many situations were tried; none when all were.
 */
export type GuideBound = { expected: number; bound: number; sampled?: number };

const MOST_LISTED = 2_000;
const SAMPLES = 400;

export function boundOf(guide: Guide): GuideBound {
  const model = openGuide(guide);
  const total = model.weigh(model.law) || 1;
  const bound = influences(model).reduce((sum, { matters }) => sum + model.weigh(matters) / total, 0);
  const all = guide.sizes.reduce((product, size) => product * size, 1);
  const listed = guide.people.length === 0 && all <= MOST_LISTED;
  const situations = listed ? everySituation(model) : drawSituations(guide, model.weights);
  let [asked, weight] = [0, 0];
  for (const situation of situations) {
    const questions = askAll(guide, situation.answers);
    if (questions === undefined) continue;
    asked += questions * situation.weight;
    weight += situation.weight;
  }
  return { expected: asked / (weight || 1), bound, ...(listed ? {} : { sampled: weight }) };
}

/** Plays the guide through; nothing when the answers cannot all be true. */
function askAll(guide: Guide, full: Answers): number | undefined {
  if (step(guide, full).contradiction) return undefined;
  const answers: Answers = {};
  let now = step(guide, answers);
  while (now.next !== undefined) {
    answers[now.next] = full[now.next] ?? '';
    now = step(guide, answers);
  }
  return now.asked;
}

type Situation = { answers: Answers; weight: number };

function everySituation({ guide, weights }: ReturnType<typeof openGuide>): Situation[] {
  let situations: Situation[] = [{ answers: {}, weight: 1 }];
  for (const fact of guide.facts) {
    const known = new Int16Array(guide.sizes.length);
    const answers =
      fact.type === 'multi'
        ? subsets(fact.options)
        : weights[fact.level]?.map((_, value) => answerAt(fact, value));
    situations = situations.flatMap(({ answers: before, weight }) =>
      (answers ?? []).map((answer) => {
        note(known, fact, answer);
        const share = levelsOf(fact).reduce(
          (all, level) => all * (weights[level]?.[known[level] ?? 0] ?? 0),
          1,
        );
        return { answers: { ...before, [fact.key]: answer }, weight: weight * share };
      }),
    );
  }
  return situations;
}

function subsets(options: readonly string[]): string[][] {
  return Array.from({ length: 2 ** options.length }, (_, set) => options.filter((_, i) => set & (1 << i)));
}

/** The same situations every time: drawn by the author's shares from a fixed beginning. */
function drawSituations(guide: Guide, weights: readonly (readonly number[])[]): Situation[] {
  let seed = 20_240_101;
  const chance = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const draw = (level: number): number => {
    const drawn = chance();
    const shares = weights[level] ?? [];
    let [value, sum] = [0, shares[0] ?? 1];
    while (sum <= drawn && value < shares.length - 1) {
      value++;
      sum += shares[value] ?? 0;
    }
    return value;
  };
  const questions = askedOf(guide, ({ max }) => max).flatMap((asked) => asked.questions);
  return Array.from({ length: SAMPLES }, () => {
    const answers: Answers = {};
    for (const { key, fact } of questions) {
      const values = levelsOf(fact).map(draw);
      answers[key] =
        fact.type === 'multi'
          ? fact.options.filter((_, i) => values[i] === 1)
          : answerAt(fact, values[0] ?? 0);
    }
    return { answers, weight: 1 };
  });
}

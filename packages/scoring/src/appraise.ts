import { seededRandom } from '@tongban/queueing';
import { type Classifier, classify, scoresOf, softmax } from './classifier.ts';
import { featuresOf } from './features.ts';
import { byText } from './hash.ts';
import { type Example, shuffled } from './train.ts';

/** 评估: how a model does on examples it has not seen, beside always saying the commonest label. */
export type Appraisal = {
  readonly count: number;
  readonly accuracy: number;
  /** How often the right label is among the three offered. */
  readonly top3: number;
  readonly baseline: number;
  /** How far confidence is from being right, on average over ten bands of confidence. */
  readonly calibrationError: number;
};

/** 自动派单的门槛: from this confidence on, the share of right guesses was at least what was asked. */
export type Threshold = { readonly confidence: number; readonly precision: number; readonly share: number };

type Split = { readonly training: Example[]; readonly heldOut: Example[] };
type Told = { readonly right: boolean; readonly confidence: number };

/** Fewer guesses than this above a threshold, in half of the examples, prove nothing. */
const fewestAbove = 25;

/** Puts a share of the examples aside; those of one group stay on one side. */
export function splitHeldOut(
  examples: readonly Example[],
  { share, seed }: { share: number; seed: number },
): Split {
  const groups = Map.groupBy(
    examples,
    (example) => example.group ?? `${example.tokens.join(' ')}\n${example.label}`,
  );
  const names = shuffled([...groups.keys()].sort(byText), seededRandom(seed));
  const training: Example[] = [];
  const heldOut: Example[] = [];
  for (const name of names) {
    const side = heldOut.length < examples.length * share ? heldOut : training;
    side.push(...(groups.get(name) ?? []));
  }
  return { training, heldOut };
}

export function appraise(classifier: Classifier, heldOut: readonly Example[]): Appraisal {
  const guesses = heldOut.map(({ tokens, label }) => ({ label, guesses: classify(classifier, tokens) }));
  const told = toldOf(classifier, heldOut);
  const inThree = guesses.filter((one) => one.guesses.some(({ label }) => label === one.label)).length;
  return {
    count: heldOut.length,
    accuracy: shareOf(told.filter(({ right }) => right).length, told.length),
    top3: shareOf(inThree, told.length),
    baseline: shareOf(commonest(heldOut), heldOut.length),
    calibrationError: calibrationErrorOf(told),
  };
}

/** Finds the temperature under which the labels of the held-out examples were least surprising. */
export function calibrate(classifier: Classifier, heldOut: readonly Example[]): Classifier {
  const cases = heldOut.flatMap(({ tokens, label }) => {
    const at = classifier.labels.indexOf(label);
    const known = featuresOf(tokens).filter((feature) => Object.hasOwn(classifier.weights, feature));
    return at === -1 ? [] : [{ at, scores: scoresOf(classifier, known) }];
  });
  if (cases.length === 0) return classifier;
  const surprise = (temperature: number) =>
    cases.reduce((sum, { at, scores }) => {
      const confidence = softmax(scores.map((score) => score / temperature))[at] ?? 0;
      return sum - Math.log(Math.max(confidence, 1e-9));
    }, 0);
  const steps = Array.from({ length: 41 }, (_, at) => 0.2 * 1.08 ** at);
  const best = steps.reduce((kept, one) => (surprise(one) < surprise(kept) ? one : kept));
  return { ...classifier, temperature: Math.round(best * 1000) / 1000 };
}

/**
 * The lowest confidence above which guesses were right often enough, in either half of the held-out examples: what holds
 * in one half alone may be luck. Absent when no confidence is.
 */
export function thresholdFor(
  classifier: Classifier,
  heldOut: readonly Example[],
  precision: number,
): Threshold | undefined {
  const { training: one, heldOut: other } = splitHeldOut(heldOut, { share: 0.5, seed: 1 });
  const halves = [toldOf(classifier, one), toldOf(classifier, other)];
  const told = halves.flat();
  const confidences = [...new Set(told.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  const found = confidences.find((confidence) =>
    halves.every((half) => {
      const above = aboveOf(half, confidence);
      return above.count >= fewestAbove && above.precision >= precision;
    }),
  );
  if (found === undefined) return undefined;
  const above = aboveOf(told, found);
  return { confidence: found, precision: above.precision, share: shareOf(above.count, told.length) };
}

function aboveOf(told: readonly Told[], least: number): { count: number; precision: number } {
  const above = told.filter(({ confidence }) => confidence >= least);
  return { count: above.length, precision: shareOf(above.filter(({ right }) => right).length, above.length) };
}

function toldOf(classifier: Classifier, examples: readonly Example[]): Told[] {
  return examples.flatMap(({ tokens, label }) => {
    const [best] = classify(classifier, tokens, 1);
    return best === undefined ? [] : [{ right: best.label === label, confidence: best.confidence }];
  });
}

function commonest(examples: readonly Example[]): number {
  return Math.max(
    0,
    ...[...Map.groupBy(examples, ({ label }) => label).values()].map((those) => those.length),
  );
}

function calibrationErrorOf(told: readonly Told[]): number {
  const bands = Map.groupBy(told, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  const apart = [...bands.values()].map((band) => {
    const right = band.filter((one) => one.right).length;
    const sure = band.reduce((sum, { confidence }) => sum + confidence, 0);
    return Math.abs(right - sure);
  });
  return shareOf(
    apart.reduce((sum, one) => sum + one, 0),
    told.length,
  );
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

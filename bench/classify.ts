import {
  appraise,
  calibrate,
  classify,
  type Example,
  splitHeldOut,
  thresholdFor,
  trainClassifier,
  withCorrections,
} from '@tongban/scoring';
import { sampleOrders } from '../scripts/hotline/sample.ts';
import { examplesOf, examplesOfContent } from '../scripts/hotline/words.ts';

/**
 * 分类测准: invented orders are sorted into the tree of matters and by kind. `accuracy` is on held-out orders whose wording
 * was never seen in training (whole stories are held out), `seenWording` on held-out orders of known stories, `baseline`
 * always says the commonest label. Two in a hundred labels are wrong on purpose, as operators’ are. Last, the first order
 * of every held-out story is corrected by a person, and the others are asked again.
 */
const count = Number(process.env.BENCH_ORDERS ?? 6000);
const seed = 3;
const { orders, words, content } = sampleOrders({ count, seed, from: '2026-01-01', days: 90 });
const known = examplesOfContent(content, words);
const matters = examplesOf(orders, words, 'matter');

const unseen = measure(matters, known);
const seen = measure(
  matters.map(({ tokens, label }) => ({ tokens, label })),
  known,
);
const kinds = measure(examplesOf(orders, words, 'kind'), []);
const result = {
  orders: orders.length,
  accuracy: unseen.accuracy,
  baseline: unseen.baseline,
  top3: unseen.top3,
  calibrationError: unseen.calibrationError,
  automaticFrom: unseen.from,
  automaticPrecision: unseen.precision,
  automaticShare: unseen.share,
  seenWording: seen.accuracy,
  kindAccuracy: kinds.accuracy,
  kindBaseline: kinds.baseline,
  ...corrected(),
};
console.table(result);
console.log(JSON.stringify(result));

function measure(examples: readonly Example[], beside: readonly Example[]) {
  const { training, heldOut } = splitHeldOut(examples, { share: 0.25, seed });
  const { training: tuning, heldOut: asked } = splitHeldOut(heldOut, { share: 0.5, seed });
  const classifier = calibrate(trainClassifier([...training, ...beside], { seed }), tuning);
  const threshold = thresholdFor(classifier, tuning, content.hotline?.value.automatic.precision ?? 0.95);
  const sure =
    threshold === undefined
      ? []
      : asked.filter(
          ({ tokens }) => (classify(classifier, tokens, 1)[0]?.confidence ?? 0) >= threshold.confidence,
        );
  const { count: _count, ...figures } = appraise(classifier, asked);
  return {
    ...rounded(figures),
    from: round(threshold?.confidence ?? 1),
    precision: round(appraise(classifier, sure).accuracy),
    share: round(sure.length / Math.max(1, asked.length)),
  };
}

function corrected() {
  const { training, heldOut } = splitHeldOut(matters, { share: 0.25, seed });
  const first = new Set([...Map.groupBy(heldOut, ({ group }) => group).values()].map(([one]) => one));
  const corrections = heldOut.filter((one) => first.has(one));
  const asked = heldOut.filter((one) => !first.has(one));
  const past = [...training, ...known];
  const before = appraise(trainClassifier(past, { seed }), asked);
  const after = appraise(trainClassifier(withCorrections(past, corrections), { seed }), asked);
  return {
    corrections: corrections.length,
    beforeCorrections: round(before.accuracy),
    afterCorrections: round(after.accuracy),
  };
}

function rounded<T extends Record<string, number>>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, round(figure)])) as T;
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}

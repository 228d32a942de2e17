import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appraise, calibrate, splitHeldOut, thresholdFor } from './appraise.ts';
import { mayDecide, trainAxis } from './axis.ts';
import { classify } from './classifier.ts';
import { type Example, trainClassifier, withCorrections } from './train.ts';

const boats: Example[] = [
  { tokens: ['皮划艇', '漏水', '怎么办'], label: 'repair' },
  { tokens: ['桨', '断', '了', '怎么办'], label: 'repair' },
  { tokens: ['艇', '漏水', '能', '修', '吗'], label: 'repair' },
  { tokens: ['下水', '要', '什么', '证'], label: 'permit' },
  { tokens: ['下水', '登记', '在', '哪里'], label: 'permit' },
  { tokens: ['海上', '下水', '许可'], label: 'permit' },
  { tokens: ['下水', '证', '丢', '了'], label: 'permit' },
];
const word = fc.constantFrom('艇', '桨', '水', '证', '丢', '修', 'constructor', '湖', '海');
const example = fc.record({
  tokens: fc.array(word, { minLength: 1, maxLength: 6 }),
  label: fc.constantFrom('a', 'b', 'c'),
});
const examples = fc.array(example, { minLength: 2, maxLength: 20 });
const quick = { passes: 3, fewest: 1 };

describe('a trained classifier', () => {
  const classifier = trainClassifier(boats, { fewest: 1 });
  test('names the label of a new text, and the words that led to it', () => {
    const [best] = classify(classifier, ['我', '的', '艇', '漏水', '了']);
    expect(best).toMatchObject({ label: 'repair' });
    expect(best?.words.join()).toContain('漏水');
  });
  test('follows how common the labels are when no word is known', () => {
    const [best] = classify(classifier, ['kayak']);
    expect(best).toMatchObject({ label: 'permit', words: [] });
  });
  test('has confidences that sum to one over all labels and fall from the first to the last', () => {
    fc.assert(
      fc.property(examples, fc.array(word, { maxLength: 8 }), (given, tokens) => {
        const trained = trainClassifier(given, quick);
        const guesses = classify(trained, tokens, 99).map(({ confidence }) => confidence);
        expect(guesses.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(guesses).toEqual(guesses.toSorted((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });
  test('is the same whatever order its examples come in, and after a file has kept it', () => {
    fc.assert(
      fc.property(examples, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, order) => {
        const mixed = given
          .map((one) => ({ one, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const trained = trainClassifier(given, quick);
        expect(trainClassifier(mixed, quick)).toEqual(trained);
        expect(JSON.parse(JSON.stringify(trained))).toEqual(trained);
      }),
      { numRuns: 60 },
    );
  });
  test('learns from a correction what it had wrong', () => {
    const text = ['下水', '证', '丢', '了'];
    const corrected = withCorrections(boats, [{ tokens: text, label: 'loss' }]);
    expect(corrected).toHaveLength(boats.length);
    const [before] = classify(classifier, text);
    const [after] = classify(trainClassifier(corrected, { fewest: 1 }), text);
    expect([before?.label, after?.label]).toEqual(['permit', 'loss']);
  });
});

describe('held-out examples', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    tokens: [`词${at % 7}`, at % 3 === 0 ? '艇' : '证', `${at}`],
    label: at % 3 === 0 ? 'repair' : 'permit',
    group: `g${at % 20}`,
  }));
  test('are a share of all, with no group on both sides, the same for the same seed', () => {
    const { training, heldOut } = splitHeldOut(many, { share: 0.25, seed: 4 });
    expect(training.length + heldOut.length).toBe(many.length);
    expect(heldOut.length).toBeGreaterThanOrEqual(50);
    expect(heldOut.length).toBeLessThan(70);
    const apart = new Set(heldOut.map(({ group }) => group));
    expect(training.some(({ group }) => apart.has(group))).toBe(false);
    expect(splitHeldOut(many.toReversed(), { share: 0.25, seed: 4 }).heldOut.length).toBe(heldOut.length);
  });
  test('are appraised beside the commonest label', () => {
    const { training, heldOut } = splitHeldOut(many, { share: 0.3, seed: 1 });
    const { accuracy, baseline, top3 } = appraise(trainClassifier(training), heldOut);
    expect(accuracy).toBe(1);
    expect(baseline).toBeGreaterThan(0.5);
    expect(baseline).toBeLessThan(0.8);
    expect(top3).toBe(1);
  });
  test('make confidence honest: a model that was too sure becomes less so, and guesses the same', () => {
    const { training, heldOut } = splitHeldOut(many, { share: 0.5, seed: 2 });
    const mistaken = heldOut.map((one, at) => (at % 4 === 0 ? { ...one, label: 'permit' } : one));
    const raw = trainClassifier(training);
    const [sure, honest] = [calibrate(raw, heldOut), calibrate(raw, mistaken)];
    expect(honest.temperature).toBeGreaterThan(sure.temperature);
    expect(appraise(honest, mistaken).accuracy).toBe(appraise(raw, mistaken).accuracy);
    expect(appraise(honest, mistaken).calibrationError).toBeLessThan(
      appraise(sure, mistaken).calibrationError,
    );
  });
  test('set the threshold: asking for more precision never lowers it, and random labels have none', () => {
    const noisy = many.map((one, at) => (at % 9 === 0 ? { ...one, label: 'permit' } : one));
    const { training, heldOut } = splitHeldOut(noisy, { share: 0.5, seed: 2 });
    const classifier = trainClassifier(training);
    const found = [0.5, 0.7, 0.8].map((precision) => thresholdFor(classifier, heldOut, precision));
    const confidences = found.map((one) => one?.confidence ?? 1);
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b));
    for (const [at, one] of found.entries()) {
      if (one !== undefined) expect(one.precision).toBeGreaterThanOrEqual([0.5, 0.7, 0.8][at] ?? 1);
    }
    const random = heldOut.map((one, at) => ({ ...one, label: at % 2 === 0 ? 'repair' : 'kayak' }));
    expect(thresholdFor(classifier, random, 0.95)).toBeUndefined();
  });
});

describe('an axis', () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    tokens: [`词${at % 11}`, at % 3 === 0 ? '艇' : '证'],
    label: at % 3 === 0 ? 'repair' : 'permit',
    group: `g${at % 120}`,
  }));
  test('decides alone only above its threshold, and never without one', () => {
    const axis = trainAxis(many, { seed: 1, precision: 0.95 });
    const [sure] = classify(axis.classifier, ['艇'], 1);
    expect(axis.appraisal.accuracy).toBeGreaterThan(0.95);
    expect(mayDecide(axis, sure)).toBe(true);
    expect(mayDecide(axis, sure === undefined ? undefined : { ...sure, confidence: 0 })).toBe(false);
    expect(mayDecide(axis, undefined)).toBe(false);
    const { threshold: _threshold, ...open } = axis;
    expect(mayDecide(open, sure)).toBe(false);
  });
  test('learns from what is known beside its examples', () => {
    const known = [
      { tokens: ['闸门'], label: 'gate' },
      { tokens: ['闸门', '坏'], label: 'gate' },
    ];
    const { classifier } = trainAxis(many, { seed: 1, precision: 0.95, known });
    expect(classify(classifier, ['闸门'])[0]?.label).toBe('gate');
  });
});

import type { OrderModel } from '@tongban/scoring';
import { describe, expect, test } from 'vitest';
import { decidedBy, veilOf } from './reading.ts';

const appraisal = { count: 100, accuracy: 1, top3: 1, baseline: 0.5, calibrationError: 0 };
/** An axis that is the surer of its first label the more of its words are said. */
function axisOf(labels: readonly [string, string], from: number | undefined): OrderModel['kind'] {
  return {
    classifier: { labels: [...labels], bias: [0, 0], weights: { 桨: [0, 2], 断: [0, 2] }, temperature: 1 },
    appraisal,
    ...(from === undefined ? {} : { threshold: { confidence: from, precision: 0.95, share: 0.5 } }),
  };
}
const modelOf = (kindFrom: number | undefined, matterFrom: number | undefined): OrderModel => ({
  examples: 100,
  kind: axisOf(['complaint', 'consult'], kindFrom),
  matter: axisOf(['pier', 'boats'], matterFrom),
});

describe('what is decided without a person', () => {
  const sure = ['桨', '断'];
  test('is what is at or above the threshold on both axes', () => {
    expect(decidedBy(modelOf(0.8, 0.8), sure)).toEqual({ kind: 'complaint', matter: 'pier' });
  });
  test.each([
    ['kind', modelOf(0.99, 0.8)],
    ['matter', modelOf(0.8, 0.99)],
  ])('is nothing where the %s is below its own', (_axis, model) => {
    expect(decidedBy(model, sure)).toBeUndefined();
  });
  test('is nothing where held-out orders gave no threshold, however sure it seems', () => {
    expect(decidedBy(modelOf(undefined, 0.8), sure)).toBeUndefined();
    expect(decidedBy(modelOf(0.8, undefined), sure)).toBeUndefined();
  });
  test('is nothing where nothing is said that was ever learned', () => {
    expect(decidedBy(modelOf(0.8, 0.8), ['灯塔'])).toBeUndefined();
  });
});

describe('a veiled word', () => {
  test('is the same as long as the key is, and another soon after the key has changed', () => {
    let key = 'one';
    const veil = veilOf({ index: (_column, value) => Buffer.from(`${key} ${value}`) });
    const before = veil('桨');
    expect([veil('桨') === before, veil('艇') === before]).toEqual([true, false]);
    key = 'another';
    const after = Array.from({ length: 300 }, () => veil('桨')).at(-1);
    expect(after).not.toBe(before);
  });
});

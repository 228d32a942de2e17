import { describe, expect, test } from 'vitest';
import { blank, evidenceOf, isSaid, isWhole } from './evidence.ts';

const gates = { what: ' 换闸门 ', value: 3, unit: '扇' };

describe('evidence as it is written', () => {
  test('is whole with words and a figure, and leaves out rows nobody filled in', () => {
    const drafted = { say: ' 换了闸门 ', figures: [gates, { what: '', value: null, unit: '件' }] };
    expect(isWhole(drafted)).toBe(true);
    expect(evidenceOf(drafted)).toEqual({
      say: '换了闸门',
      figures: [{ what: '换闸门', value: 3, unit: '扇' }],
    });
  });
  test('is not whole without a figure, though enough for a report', () => {
    const drafted = { ...blank, say: '去看过了' };
    expect([isWhole(drafted), isSaid(drafted)]).toEqual([false, true]);
  });
  test('is neither with a figure half written, or without words', () => {
    const half = { say: '去看过了', figures: [{ what: '', value: 3, unit: '扇' }] };
    expect([isWhole(half), isSaid(half)]).toEqual([false, false]);
    expect(isWhole({ say: ' ', figures: [gates] })).toBe(false);
  });
});

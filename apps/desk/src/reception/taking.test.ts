import { describe, expect, test } from 'vitest';
import { gapOf, nothingFilled, takingOf } from './taking.ts';

const item = { id: 'kayak', name: '皮划艇登记' };

describe('gapOf', () => {
  test('an item is enough', () => {
    expect(gapOf({ ...nothingFilled, item })).toBeUndefined();
    expect(gapOf(nothingFilled)).toBe('选好办什么事再取号。');
  });
  test('a name without a number, or a number without a name, is half a person', () => {
    expect(gapOf({ ...nothingFilled, item, name: '示例·划艇' })).toContain('一起填');
    expect(gapOf({ ...nothingFilled, item, citizenNumber: '990101199405210025' })).toContain('一起填');
  });
});

describe('takingOf', () => {
  test('only what was filled in is sent', () => {
    expect(takingOf({ ...nothingFilled, item })).toEqual({ item: 'kayak' });
    expect(takingOf(nothingFilled)).toBeUndefined();
  });
  test('person, phone, priority and the kind of window go along', () => {
    expect(
      takingOf({
        item,
        name: ' 示例·划艇',
        citizenNumber: '99010119940521002x ',
        phone: '19900000001',
        priority: 'pregnant',
        queue: 'issue',
      }),
    ).toEqual({
      item: 'kayak',
      person: { name: '示例·划艇', citizenNumber: '99010119940521002X' },
      phone: '19900000001',
      priority: 'pregnant',
      queue: 'issue',
    });
  });
});

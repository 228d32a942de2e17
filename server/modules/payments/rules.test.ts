import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFen, foldOrder, judgeMoney, lateFen, stateAfter, yuanText } from './rules.ts';

describe('the course of a payment order', () => {
  test('runs from opened to paid to refunded', () => {
    const course = ['opened', 'begun', 'paid', 'refund-asked', 'refunded'] as const;
    expect(foldOrder(course.map((type) => ({ type })))).toBe('refunded');
  });
  test('pays once: a second payment cannot happen, nor one after a refund or a closing', () => {
    expect(stateAfter('paid', 'paid')).toBeUndefined();
    expect(stateAfter('refunded', 'paid')).toBeUndefined();
    expect(stateAfter('closed', 'paid')).toBeUndefined();
    expect(foldOrder([{ type: 'opened' }, { type: 'paid' }, { type: 'paid' }])).toBeUndefined();
  });
  test('is stopped by strange money and goes on when somebody has looked', () => {
    expect(foldOrder([{ type: 'opened' }, { type: 'quarantined' }])).toBe('quarantined');
    expect(foldOrder([{ type: 'opened' }, { type: 'quarantined' }, { type: 'released' }])).toBe('opened');
    expect(stateAfter('quarantined', 'begun')).toBeUndefined();
  });
  test('whatever happens in whatever order, at most one payment is in a course that could have been', () => {
    const types = ['opened', 'begun', 'quarantined', 'released', 'paid', 'refunded', 'closed'] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { maxLength: 12 }), (tried) => {
        let state: ReturnType<typeof stateAfter>;
        const happened = tried.filter((type) => {
          const next = stateAfter(state, type);
          if (next !== undefined) state = next;
          return next !== undefined;
        });
        expect(happened.filter((type) => type === 'paid').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('whether money pays an order', () => {
  const open = { state: 'opened', fen: 1500 } as const;
  const right = { fen: 1500, currency: 'CNY' };
  test('the exact amount in yuan does', () => {
    expect(judgeMoney(open, right)).toEqual({ counts: true });
  });
  test('any other amount or currency is held apart', () => {
    expect(judgeMoney(open, { ...right, fen: 1 })).toEqual({ counts: false, why: 'amount' });
    expect(judgeMoney(open, { ...right, fen: 1501 })).toEqual({ counts: false, why: 'amount' });
    expect(judgeMoney(open, { ...right, currency: 'USD' })).toEqual({ counts: false, why: 'currency' });
  });
  test('money for an order that is not there, is paid or is closed is held apart', () => {
    expect(judgeMoney(undefined, right)).toEqual({ counts: false, why: 'unknown-order' });
    expect(judgeMoney({ ...open, state: 'paid' }, right)).toEqual({ counts: false, why: 'paid-already' });
    expect(judgeMoney({ ...open, state: 'refunded' }, right)).toEqual({ counts: false, why: 'paid-already' });
    expect(judgeMoney({ ...open, state: 'closed' }, right)).toEqual({ counts: false, why: 'after-close' });
  });
});

describe('what comes on top of a late payment', () => {
  const late = { fen: 20_000, dueOn: '2026-03-02', rule: { perDayTenThousandths: 300 } };
  test('is nothing up to the due day, nothing without a rule', () => {
    expect(lateFen({ ...late, on: '2026-03-02' })).toBe(0);
    expect(lateFen({ fen: 20_000, dueOn: '2026-03-02', on: '2026-06-02' })).toBe(0);
  });
  test('grows by the day and never beyond the amount itself', () => {
    expect(lateFen({ ...late, on: '2026-03-03' })).toBe(600);
    expect(lateFen({ ...late, on: '2026-03-12' })).toBe(6000);
    expect(lateFen({ ...late, on: '2027-03-02' })).toBe(20_000);
  });
});

test('fen and yuan are the same money both ways', () => {
  expect(yuanText(1500)).toBe('15.00');
  expect(findFen('0.1')).toBe(10);
  expect(findFen('1e3')).toBeUndefined();
  fc.assert(fc.property(fc.integer({ min: -9e8, max: 9e8 }), (fen) => findFen(yuanText(fen)) === fen));
});

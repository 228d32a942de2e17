import { queues } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { firstQueue, queueAt, queueFrom, queueOrder } from './queue-order.ts';

describe('queues', () => {
  test('every promised queue has its tab', () => {
    expect(queueOrder.toSorted()).toEqual([...queues].toSorted());
  });
  test('a clerk begins with intake, an approver with review, others with everything', () => {
    expect(['clerk', 'approver', 'supervisor', 'toString'].map(firstQueue)).toEqual([
      'intake',
      'review',
      'all',
      'all',
    ]);
  });
  test('an address with an unknown queue opens the first of the post', () => {
    expect(queueFrom('kayak', 'approver')).toBe('review');
    expect(queueFrom('issue', 'approver')).toBe('issue');
  });
  test('digits open tabs in their order and nothing beyond', () => {
    expect([queueAt(1), queueAt(7), queueAt(8)]).toEqual(['intake', 'all', undefined]);
  });
});

import { describe, expect, test } from 'vitest';
import { actsOf, nextAct, ownsKeys } from './acts.ts';
import { aQueue, aTicket } from './kayak-queue.fixture.ts';

const names = (...asked: Parameters<typeof actsOf>) => actsOf(...asked).map(({ act }) => act);

describe('actsOf', () => {
  test('a closed window can only be opened', () => {
    expect(names(aQueue({ state: 'closed' }), false)).toEqual(['open']);
    expect(names(aQueue({ state: 'break' }), false)).toEqual(['open']);
  });
  test('an open window calls the next, and says when nobody waits', () => {
    expect(actsOf(aQueue(), false)).toEqual([{ act: 'next' }]);
    expect(actsOf(aQueue({ waiting: 0 }), false)).toEqual([{ act: 'next', why: '没有人在等' }]);
  });
  test('a called ticket is called again, missed, begun, parked or sent on; no other is called', () => {
    expect(names(aQueue({ current: aTicket() }), false)).toEqual([
      'recall',
      'miss',
      'begin',
      'park',
      'transfer',
    ]);
  });
  test('a ticket being served is finished from the intake screen while that is open, else from the bar', () => {
    const current = aTicket({ state: 'serving' });
    expect(names(aQueue({ current }), true)).toEqual(['park', 'transfer']);
    expect(names(aQueue({ current }), false)).toEqual(['begin', 'finish', 'park', 'transfer']);
    expect(names(aQueue({ current: { ...current, known: false } }), false)).not.toContain('begin');
  });
  test('nobody is called while somebody else sits at the window', () => {
    expect(nextAct(actsOf(aQueue(), true))).toBeUndefined();
  });
});

describe('nextAct', () => {
  test('beginning stands out for a called ticket, calling for a free window', () => {
    expect(nextAct(actsOf(aQueue({ current: aTicket() }), false))).toBe('begin');
    expect(nextAct(actsOf(aQueue(), false))).toBe('next');
  });
});

test('issuing and cases keep F6 and F10 for themselves', () => {
  expect(['/cases/DG1', '/issue', '/tasks', '/intake'].map(ownsKeys)).toEqual([true, true, false, false]);
});

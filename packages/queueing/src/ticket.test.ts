import { describe, expect, test } from 'vitest';
import { isCalledOut, move, type TicketAct, type TicketState } from './ticket.ts';

const states: TicketState[] = ['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'left'];
const acts: TicketAct[] = [
  ...(['call', 'recall', 'start', 'miss', 'park', 'transfer', 'finish', 'leave', 'rejoin'] as const),
];

describe('move', () => {
  test('the ordinary way: called, served, done', () => {
    expect(move('waiting', 'call')).toEqual({ ok: true, state: 'called' });
    expect(move('called', 'start')).toEqual({ ok: true, state: 'serving' });
    expect(move('serving', 'finish')).toEqual({ ok: true, state: 'done' });
  });
  test('a miss can be mended by rejoining or by being called by name', () => {
    expect(move('called', 'miss')).toEqual({ ok: true, state: 'missed' });
    expect(move('missed', 'rejoin')).toEqual({ ok: true, state: 'waiting' });
    expect(move('missed', 'call')).toEqual({ ok: true, state: 'called' });
  });
  test('nobody is finished who was never served, and nobody leaves in the middle of being served', () => {
    expect(move('called', 'finish')).toMatchObject({ ok: false, why: 'not-serving' });
    expect(move('serving', 'leave')).toMatchObject({ ok: false, why: 'not-waiting' });
    expect(move('waiting', 'miss')).toMatchObject({ ok: false, why: 'not-called' });
  });
  test('nothing moves a ticket that is over, and every refusal says why', () => {
    const all = states.flatMap((state) => acts.map((act) => ({ state, moved: move(state, act) })));
    const over = all.filter(({ state }) => state === 'done' || state === 'left');
    expect(over.every(({ moved }) => !moved.ok && moved.why === 'over')).toBe(true);
    expect(all.every(({ moved }) => moved.ok || moved.says.length > 5)).toBe(true);
  });
  test('after three calls a ticket counts as missed', () => {
    expect([1, 2, 3].map((calls) => isCalledOut(calls, { calls: 3 }))).toEqual([false, false, true]);
  });
});

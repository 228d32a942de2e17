import { describe, expect, test } from 'vitest';
import { acceptedKayak, approver, assignedKayak, citizen } from './kayak.fixture.ts';
import { NO_CASE } from './state.ts';
import { mayUrge } from './urge.ts';

const today = '2026-01-06';

describe('urge', () => {
  test('an applicant urges while the bureau has something to do, once a day', () => {
    const state = assignedKayak('2026-01-05').state();
    expect(mayUrge(state, today, undefined)).toEqual({ ok: true });
    expect(mayUrge(state, today, '2026-01-05')).toEqual({ ok: true });
    expect(mayUrge(state, today, today)).toMatchObject({ why: 'urged-today' });
  });
  test('nobody urges for what they themselves have to do, or what is over, or has not begun', () => {
    const play = assignedKayak('2026-01-05');
    play.give(approver, today, {
      type: 'request-correction',
      missing: [{ what: '补照片' }],
      replyBy: '2026-01-20',
    });
    expect(mayUrge(play.state(), today, undefined)).toMatchObject({ why: 'waits-for-you' });
    const withdrawn = acceptedKayak('2026-01-05');
    withdrawn.give(citizen, today, { type: 'withdraw' });
    expect(mayUrge(withdrawn.state(), today, undefined)).toMatchObject({ why: 'finished' });
    expect(mayUrge(NO_CASE, today, undefined)).toMatchObject({ why: 'wrong-state' });
  });
});

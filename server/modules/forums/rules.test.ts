import { describe, expect, test } from 'vitest';
import { stateOf, takesOrders } from './rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const forum = { starts_at: at(1), ends_at: at(3), closed_at: undefined };

describe('a forum', () => {
  test('is to come, open and over by its times; its end belongs to what is over', () => {
    expect([0, 1, 2, 3].map((hour) => stateOf(forum, at(hour)))).toEqual(['coming', 'open', 'open', 'over']);
  });
  test('that was ended before its time is over from then on', () => {
    const ended = { ...forum, closed_at: at(2) };
    expect([1, 2].map((hour) => stateOf(ended, at(hour)))).toEqual(['open', 'over']);
  });
  test('takes orders from its start until somebody ends it, even when its time has run out', () => {
    expect([0, 1, 9].map((hour) => takesOrders(forum, at(hour)))).toEqual([false, true, true]);
    expect(takesOrders({ ...forum, closed_at: at(2) }, at(9))).toBe(false);
  });
});

import type { HallBooking } from '@tongban/contract';
import { describe, expect, test } from 'vitest';
import { byHour, foundBy, stateWord } from './booked.ts';

const booking = (at: string, more: Partial<HallBooking> = {}): HallBooking => ({
  ...{ booking: at, at: `2026-03-02T${at}:00+08:00`, until: `2026-03-02T${at}:00+08:00` },
  ...{ item: 'kayak', itemName: '船艇登记', person: '示*', state: 'booked' },
  ...more,
});

describe('who is booked on a day', () => {
  test('stands under the hour the booking begins in', () => {
    const hours = byHour([booking('09:00'), booking('09:55'), booking('14:20')]);
    expect(hours.map(({ hour, bookings }) => [hour, bookings.length])).toEqual([
      ['09:00', 2],
      ['14:00', 1],
    ]);
  });
  test('is found by every word of what the line shows', () => {
    const all = [
      booking('09:00', { person: '张*', windowName: '1号 窗口' }),
      booking('10:00', { state: 'missed' }),
    ];
    const found = (sought: string) => foundBy(all, sought).map(({ at }) => at);
    expect(found('')).toHaveLength(2);
    expect(found('张 1号')).toEqual([all[0]?.at]);
    expect(found('没来')).toEqual([all[1]?.at]);
    expect(found('张 没来')).toEqual([]);
  });
  test('in a state the desk has no word for is shown as it is', () => {
    expect(stateWord('arrived')).toBe('到了');
    expect(stateWord('adrift')).toBe('adrift');
  });
});

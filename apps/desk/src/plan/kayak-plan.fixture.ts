import type { DayPlan, DayRule } from '@tongban/contract';

/** A rule that leaves everything as it usually is. */
export const usualRule: DayRule = { open: true, blockOuts: [] };

const hour = (of: number, minutes = 60) => ({ hour: of, minutes });

/** A day of the toy pier: two windows, three hours in the morning and two in the afternoon. */
export function aPlan(changes: Partial<DayPlan> = {}): DayPlan {
  const hours = [hour(9), hour(10), hour(11), hour(14), hour(15, 30)];
  return {
    day: '2026-03-02',
    rule: usualRule,
    from: 'hours',
    says: '09:00–12:00，14:00–15:30',
    spans: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '15:30' },
    ],
    rows: [
      { window: 'pier-w01', name: '1号 窗口', open: true, hours },
      { window: 'pier-w02', name: '2号 窗口', open: true, hours },
    ],
    hours: hours.map((one) => ({ hour: one.hour, capacity: 24, booked: 0 })),
    bookings: 0,
    ...changes,
  };
}

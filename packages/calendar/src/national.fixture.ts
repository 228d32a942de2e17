import type { Day } from '@tongban/kernel';
import type { CalendarData } from './calendar.ts';
import { addDays } from './counting.ts';
import { toEpochDay } from './epoch.ts';

function span(from: Day, to: Day): Day[] {
  return Array.from({ length: toEpochDay(to) - toEpochDay(from) + 1 }, (_, index) => addDays(from, index));
}

/** The statutory calendar of 2024–2026 as published, for tests. */
export const national: CalendarData = {
  years: { 2024: { published: true }, 2025: { published: true }, 2026: { published: true } },
  holidays: [
    '2024-01-01',
    ...span('2024-02-10', '2024-02-17'),
    ...span('2024-04-04', '2024-04-06'),
    ...span('2024-05-01', '2024-05-05'),
    '2024-06-10',
    ...span('2024-09-15', '2024-09-17'),
    ...span('2024-10-01', '2024-10-07'),
    '2025-01-01',
    ...span('2025-01-28', '2025-02-04'),
    ...span('2025-04-04', '2025-04-06'),
    ...span('2025-05-01', '2025-05-05'),
    ...span('2025-05-31', '2025-06-02'),
    ...span('2025-10-01', '2025-10-08'),
    ...span('2026-01-01', '2026-01-03'),
    ...span('2026-02-15', '2026-02-23'),
    ...span('2026-04-04', '2026-04-06'),
    ...span('2026-05-01', '2026-05-05'),
    ...span('2026-06-19', '2026-06-21'),
    ...span('2026-09-25', '2026-09-27'),
    ...span('2026-10-01', '2026-10-07'),
  ],
  makeUpDays: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
};

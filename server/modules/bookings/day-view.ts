import type { DayPlan, DayRule, DayTemplate } from '@tongban/contract';
import type { Day } from '@tongban/kernel';
import { minutesPerQuantum, momentOf, type PlannedDay, quantumAt, takesBookings } from '@tongban/queueing';
import type { Places } from './places.ts';
import { firstOf } from './rules.ts';
import type { Room } from './stranded.ts';

type Hall = ReturnType<Places['hall']>;
/** What a hall manager has decided about a day. */
export type Decided = { rule?: DayRule; template?: DayTemplate };
type Booked = { lane: number; t: number; booked: number };
type Given = {
  hall: Hall;
  day: Day;
  planned: PlannedDay;
  decided: Decided;
  rooms: readonly Room[];
  booked: readonly Booked[];
  bookings: number;
};

const quantaPerHour = 12;
/** Lanes people can book; the third is kept for walk-ins. */
const bookableLanes = 2;

/** 一天的安排: the plan of a day by window and hour, as the hall manager sees it. */
export function dayPlanView(given: Given): DayPlan {
  const { day, planned, decided, bookings } = given;
  return {
    day,
    rule: decided.rule ?? { open: planned.open, blockOuts: [] },
    from: planned.from,
    says: planned.says,
    spans: planned.spans.map(({ from, to }) => ({ from, to })),
    rows: given.hall.windows.filter(takesBookings).map((window) => rowOf(window, given)),
    hours: hoursOf(given),
    bookings,
  };
}

type Row = DayPlan['rows'][number];

function rowOf({ id, name }: Hall['windows'][number], { day, planned, decided }: Given): Row {
  const open = planned.pools.some(({ windows }) => windows.includes(id));
  const quanta = open ? quantaOf(day, planned) : [];
  const blocks = (decided.rule?.blockOuts ?? []).filter(({ windows }) => windows?.includes(id) ?? true);
  const hours = Map.groupBy(quanta, (t) => hourOf(day, t));
  return {
    window: id,
    name,
    open,
    hours: [...hours].map(([hour, own]) => {
      const blocked = own.flatMap((t) => blocks.find((block) => covers(block, day, t)) ?? []);
      const [first] = blocked;
      return {
        hour,
        minutes: (own.length - blocked.length) * minutesPerQuantum,
        ...(first === undefined ? {} : { blocked: first.reason }),
      };
    }),
  };
}

function covers({ span }: DayRule['blockOuts'][number], day: Day, t: number): boolean {
  const end = quantumAt(new Date(momentOf(day, span.to).getTime() - 1));
  return quantumAt(momentOf(day, span.from)) <= t && t <= end;
}

function quantaOf(day: Day, { spans }: PlannedDay): number[] {
  const all = spans.flatMap(({ from, to }) => {
    const first = quantumAt(new Date(momentOf(day, from).getTime() - 1)) + 1;
    return Array.from({ length: Math.max(0, quantumAt(momentOf(day, to)) - first) }, (_, at) => first + at);
  });
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function hoursOf({ day, rooms, booked }: Given): DayPlan['hours'] {
  const hours = new Map<number, { hour: number; capacity: number; booked: number }>();
  const at = (t: number) => {
    const hour = hourOf(day, t);
    const known = hours.get(hour) ?? { hour, capacity: 0, booked: 0 };
    hours.set(hour, known);
    return known;
  };
  for (const { t, lane, planned } of rooms) if (lane < bookableLanes) at(t).capacity += planned;
  for (const { t, lane, booked: taken } of booked)
    if (lane < bookableLanes && taken > 0) at(t).booked += taken;
  return [...hours.values()].toSorted((a, b) => a.hour - b.hour);
}

function hourOf(day: Day, t: number): number {
  return Math.floor((t - firstOf(day)) / quantaPerHour);
}

/** 内置模板: what every hall can use before it has templates of its own. */
export function houseTemplates(
  hall: Hall,
  rules: { walk_in_share: number; priority_share: number; make_up_days_as: number },
): DayTemplate[] {
  const shares = { walkInShare: rules.walk_in_share, priorityShare: rules.priority_share };
  const workday = hall.opens
    .filter(({ days }) => days.includes(rules.make_up_days_as))
    .map(({ from, to }) => ({ from, to }));
  const [first] = workday;
  const last = workday.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    { template: 'workday', name: '工作日', spans: workday, ...shares },
    { template: 'no-lunch', name: '中午不休息', spans: [{ from: first.from, to: last.to }], ...shares },
    { template: 'morning', name: '只开上午', spans: [first], ...shares },
  ];
}

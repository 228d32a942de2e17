import { createHash } from 'node:crypto';
import { addDays } from '@tongban/calendar';
import type { DayTemplate } from '@tongban/contract';
import { type Day, shanghaiDay } from '@tongban/kernel';
import { momentOf, type PlannedDay, planDay, spanAt } from '@tongban/queueing';
import { asMachine, type Tx, transaction } from '../../platform/index.ts';
import { type Decided, houseTemplates } from './day-view.ts';
import type { Ground } from './ground.ts';
import type { Places } from './places.ts';
import { type BookingRules, firstOf, releasesOf } from './rules.ts';
import type { LaidQuantum } from './store/slots.ts';
import { lanes } from './store/tables.ts';

type Hall = ReturnType<Places['hall']>;
/** 开放: whether a hall is open at a moment, and when that changes. */
export type Opening = { open: boolean; says: string; until?: Date; nextOpens?: Date };
export type Laying = ReturnType<typeof createLaying>;

/** So many days ahead the next opening is looked for. */
const lookAhead = 15;

/** 排号: lays out what can be booked of every day, anew only where what decides it has changed. */
export function createLaying(ground: Ground & { places: Places }) {
  const { store, clock, db, offices, hallRules } = ground;
  const { plan, ...planning } = createPlanning(ground);

  const layDay = async (tx: Tx, hall: Hall, day: Day, decided: Decided): Promise<PlannedDay> => {
    const planned = plan(hall, day, decided);
    const at = { city: hall.city, hall: hall.id };
    const { open, says, from, spans } = planned;
    await store.slots.lay(tx, { ...at, from: firstOf(day) }, roomsOf(planned, hallRules.booking, day));
    const digest = planning.digestOf(hall, day, decided);
    await store.days.noteLaid(tx, { ...at, day, digest, open, says, origin: from, spans: [...spans] });
    return planned;
  };
  const layHall = async (hall: Hall, today: Day): Promise<number> => {
    const days = Array.from({ length: hallRules.booking.horizon_days + 2 }, (_, at) => addDays(today, at));
    const span = { city: hall.city, hall: hall.id, from: today, to: days.at(-1) ?? today };
    const [laid, decided] = [await store.days.laid(undefined, span), await planning.decided(hall, span)];
    const known = new Map(laid.map((row) => [row.day, row.digest]));
    const changed = days.filter((day) => known.get(day) !== planning.digestOf(hall, day, decided(day)));
    for (const day of changed) await transaction(db, (tx) => layDay(tx, hall, day, decided(day)));
    return changed.length;
  };
  return {
    plan,
    layDay,
    decided: planning.decided,
    templatesOf: planning.templatesOf,
    /** Lays out all days of the horizon that are not yet laid as they should be; tells how many that were. */
    async layAhead(): Promise<number> {
      let changed = 0;
      const today = shanghaiDay(clock());
      for (const hall of offices.allHalls()) changed += await asMachine('worker', () => layHall(hall, today));
      return changed;
    },
    ...createOpenings(ground, planning),
  };
}

type DaySpan = { from: Day; to: Day };
type Planning = Omit<ReturnType<typeof createPlanning>, 'plan'>;

function createPlanning({ store, calendar, hallRules }: Ground) {
  const holidays = new Map(
    calendar.flatMap((year) =>
      year.holidays.flatMap(({ name = '节假日', days }) => days.map((day) => [day, name] as const)),
    ),
  );
  const makeUps = new Set(calendar.flatMap((year) => year.make_up.map(({ day }) => day)));
  const { booking } = hallRules;

  const inputsOf = (hall: Hall, day: Day, { rule, template }: Decided) => ({
    ...{ day, opens: hall.opens, windows: hall.windows, rules: booking },
    ...(makeUps.has(day) ? { makeUp: true } : {}),
    ...entry('holiday', holidays.get(day)),
    ...entry('rule', rule),
    ...entry('template', template),
  });
  /** The templates of a hall: its own, and those of the house it has not changed. */
  const templatesOf = async (hall: Hall, tx?: Tx): Promise<DayTemplate[]> => {
    const own = (await store.days.templates(tx, hall.city, hall.id)).map(({ body }) => body);
    const known = new Set(own.map(({ template }) => template));
    return [...own, ...houseTemplates(hall, booking).filter(({ template }) => !known.has(template))];
  };
  return {
    inputsOf,
    plan: (hall: Hall, day: Day, decided: Decided): PlannedDay => planDay(inputsOf(hall, day, decided)),
    /** What a day is laid out from, condensed. */
    digestOf: (hall: Hall, day: Day, decided: Decided): string =>
      createHash('sha256')
        .update(JSON.stringify(inputsOf(hall, day, decided), inKeyOrder))
        .digest('base64url'),
    templatesOf,
    /** Reads what has been decided about some days of a hall. */
    async decided(hall: Hall, { from, to }: DaySpan, tx?: Tx): Promise<(day: Day) => Decided> {
      const rows = await store.days.rules(tx, { city: hall.city, hall: hall.id, from, to });
      const templates = await templatesOf(hall, tx);
      const rules = new Map(rows.map((row) => [row.day, row.rule]));
      return (day) => {
        const rule = rules.get(day);
        const template = templates.find((one) => one.template === rule?.template);
        return { ...entry('rule', rule), ...entry('template', template) };
      };
    },
  };
}

function createOpenings({ store, places }: Ground & { places: Places }, planning: Planning) {
  const laidOf = async (hallId: string, from: Day) => {
    const { city } = places.hall(hallId);
    return store.days.laid(undefined, { city, hall: hallId, from, to: addDays(from, lookAhead) });
  };
  return {
    /** 今天的安排: the plan of one day of a hall. */
    async dayPlanOf(hallId: string, day: Day): Promise<PlannedDay> {
      const hall = places.hall(hallId);
      const decided = await planning.decided(hall, { from: day, to: day });
      return planDay(planning.inputsOf(hall, day, decided(day)));
    },
    /** Whether a hall is open at a moment. */
    async openingOf(hallId: string, moment: Date): Promise<Opening> {
      const today = shanghaiDay(moment);
      const days = await laidOf(hallId, today);
      const now = days.find(({ day }) => day === today);
      const span = now === undefined ? undefined : spanAt(now.spans, today, moment);
      const starts = days.flatMap(({ day, spans }) => spans.map(({ from }) => momentOf(day, from)));
      const nextOpens = starts.find((start) => start > moment);
      return {
        open: span !== undefined,
        says: now?.says ?? '今天不开放',
        ...entry('until', span === undefined ? undefined : momentOf(today, span.to)),
        ...entry('nextOpens', nextOpens),
      };
    },
  };
}

/** What can be taken in every lane, quantum by quantum, and from when; lanes without a place are left out. */
export function roomsOf({ pools }: PlannedDay, rules: BookingRules, day: Day): LaidQuantum[] {
  return pools.flatMap(({ pool, quanta }) => {
    const opens = releasesOf(
      rules,
      day,
      quanta.map(({ t }) => t),
    );
    return quanta.flatMap(({ t, lanes: places }) =>
      laneNames.flatMap((lane) => {
        const opensAt = opens.get(t);
        const planned = places[lane];
        return opensAt === undefined || planned === 0
          ? []
          : [{ pool, lane: lanes[lane], t, planned, opensAt }];
      }),
    );
  });
}
const laneNames = ['online', 'priority', 'walkIn'] as const;

/** The same facts condense alike, whatever the order of keys they were kept in. */
function inKeyOrder(_: string, value: unknown): unknown {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function entry<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

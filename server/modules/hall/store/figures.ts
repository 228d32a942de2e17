import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { HallDay } from './tables.ts';

/** How long tickets of an item took, in minutes, the newest first. */
export type Handled = { item: string; minutes: number[] };
/** One group of a day's tickets. */
export type FigureRow = {
  by: 'hour' | 'window' | 'item' | 'all';
  key: string;
  tickets: number;
  served: number;
  abandoned: number;
  wait: number | undefined;
  handling: number | undefined;
  p50: number | undefined;
  p90: number | undefined;
};
/** 没有预约的人: how many of them came for an item in an hour of one day, as the hall has seen; `soon` are due soon. */
export type CameRow = { hour: number; item: string; soon: boolean; perHour: number };
/** How right the estimates of a day were. */
export type EstimateFigures = {
  told: number;
  mae: number | undefined;
  bias: number | undefined;
  coverage: number | undefined;
};
type Today = { served: number; median: number | undefined };

/** The most measured durations of one item, and the most arrivals of people booked, that count. */
const mostSamples = 200;

const minutesBetween = (from: string, to: string) => sql.raw(`extract(epoch from (${to} - ${from})) / 60`);
const waited = minutesBetween('taken_at', 'first_called_at');
const handled = minutesBetween('started_at', 'ended_at');
/** A window is taken from the call on, not only from the first word. */
const held = minutesBetween('called_at', 'ended_at');

/** SQL of figures: what the times of tickets tell. */
export function createFigureStore(db: Db) {
  return {
    ...createArrivalStore(db),
    /** What was measured of each item at a hall since a day. */
    async durations({ city, hall, day }: HallDay, since: string): Promise<Handled[]> {
      const { rows } =
        await sql<Handled>`select item, array_agg(minutes order by ended_at desc)::float8[] as minutes
        from (
          select item, ended_at, ${held} as minutes,
            row_number() over (partition by item order by ended_at desc) as place
          from hall.ticket
          where city = ${city} and hall = ${hall} and day >= ${since} and day < ${day} and state = 'done'
            and started_at is not null
        ) as measured
        where place <= ${mostSamples} and minutes > 0
        group by item
        order by item`.execute(db);
      return rows;
    },
    async today({ city, hall, day }: HallDay): Promise<Today> {
      const { rows } = await sql<Today>`select count(*) filter (where state = 'done') as served,
          percentile_cont(0.5) within group (order by ${waited}) as median
        from hall.ticket
        where city = ${city} and hall = ${hall} and day = ${day}`.execute(db);
      return rows[0] ?? { served: 0, median: undefined };
    },
    /** How many each window has served, and when it last had somebody. */
    async byWindow({
      city,
      hall,
      day,
    }: HallDay): Promise<{ window_id: string; served: number; last: Date | undefined }[]> {
      const { rows } = await sql<{ window_id: string; served: number; last: Date | undefined }>`
        select window_id, count(*) filter (where state = 'done') as served, max(ended_at) as last
        from hall.ticket
        where city = ${city} and hall = ${hall} and day = ${day} and window_id is not null
        group by window_id`.execute(db);
      return rows;
    },
    async figures({ city, hall, day }: HallDay): Promise<FigureRow[]> {
      const { rows } = await sql<FigureRow>`select
          case when grouping(hour) = 0 then 'hour' when grouping(window_id) = 0 then 'window'
            when grouping(item) = 0 then 'item' else 'all' end as by,
          coalesce(hour, window_id, item, '') as key,
          count(*) as tickets,
          count(*) filter (where state = 'done') as served,
          count(*) filter (where abandoned) as abandoned,
          avg(wait)::float8 as wait,
          avg(handling)::float8 as handling,
          percentile_cont(0.5) within group (order by wait) as p50,
          percentile_cont(0.9) within group (order by wait) as p90
        from (
          select lpad(extract(hour from first_taken_at at time zone 'Asia/Shanghai')::text, 2, '0') as hour,
            case when first_called_at is null then null else window_id end as window_id,
            item, state, state in ('left', 'missed') as abandoned, ${waited} as wait, ${handled} as handling
          from hall.ticket
          where city = ${city} and hall = ${hall} and day = ${day}
        ) as told
        group by grouping sets ((), (hour), (window_id), (item))
        having grouping(window_id) = 1 or window_id is not null
        order by 1, 2`.execute(db);
      return rows;
    },
    /** Estimate against what came, in minutes; a wait is covered when it was no longer than said. */
    async estimates({ city, hall, day }: HallDay): Promise<EstimateFigures> {
      const { rows } = await sql<EstimateFigures>`select count(*) as told,
          avg(abs(wait - p50))::float8 as mae, avg(p50 - wait)::float8 as bias,
          avg((wait <= p80)::int)::float8 as coverage
        from (
          select ${waited} as wait, foreseen_p50 as p50, foreseen_p80 as p80
          from hall.ticket
          where city = ${city} and hall = ${hall} and day = ${day} and foreseen_p50 is not null
            and first_called_at is not null and taken_at = first_taken_at
        ) as told`.execute(db);
      return rows[0] ?? { told: 0, mae: undefined, bias: undefined, coverage: undefined };
    },
  };
}
/** SQL of arrivals: when people came on the days before, by which those still to come are foreseen. */
function createArrivalStore(db: Db) {
  return {
    /** How many minutes after their time people booked came, the newest first. */
    async offsets({ city, hall, day }: HallDay, since: string): Promise<number[]> {
      const { rows } = await sql<{ minutes: number }>`select
          (${minutesBetween('booked_for', 'first_taken_at')})::float8 as minutes
        from hall.ticket
        where city = ${city} and hall = ${hall} and day >= ${since} and day < ${day} and booked_for is not null
        order by first_taken_at desc
        limit ${mostSamples}`.execute(db);
      return rows.map(({ minutes }) => minutes);
    },
    /** Who came without a booking, and who came back to the queue, by hour of the day. */
    async came({ city, hall, day }: HallDay, since: string): Promise<CameRow[]> {
      const { rows } = await sql<CameRow>`with seen as (
          select * from hall.ticket
          where city = ${city} and hall = ${hall} and day >= ${since} and day < ${day} and queue is null
        ), arrival as (
          select first_taken_at as at, item, kind <> 'walk-in' as soon from seen where booking_id is null
          union all
          select back.at, seen.item, true from seen
          join hall.ticket_event as back using (city, ticket_id)
          where back.what in ('parked', 'transferred', 'rejoined')
        )
        select extract(hour from at at time zone 'Asia/Shanghai')::integer as hour, item, soon,
          count(*)::float8 / (select count(distinct day) from seen) as "perHour"
        from arrival
        group by 1, 2, 3
        order by 1, 2, 3`.execute(db);
      return rows;
    },
  };
}
export type FigureStore = ReturnType<typeof createFigureStore>;

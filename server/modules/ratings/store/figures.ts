import { sql } from 'kysely';
import type { Db } from '../../../platform/index.ts';
import type { Channel } from '../rules.ts';
import { createRegisterStore } from './registers.ts';
import type { Place, Span } from './repairs.ts';

export type By = 'unit' | 'window' | 'item' | 'channel';
type RatingCount = {
  key: string;
  level: number;
  origin: 'person' | 'default';
  state: 'standing' | 'struck';
  n: number;
};
type RepairCount = { key: string; repairs: number; called_back: number; repaired: number };

const keys = {
  unit: 'service.branch',
  window: 'service.window_id',
  item: 'service.item',
  channel: 'rating.channel',
} as const;
type ReasonCount = { channel: Channel; reason: string; level: number; n: number };
/** The days of a span, of a moment in it. */
const days = (
  column: string,
  { from, to }: Span,
) => sql<boolean>`${sql.ref(column)} >= (${from}::timestamp at time zone 'Asia/Shanghai')
  and ${sql.ref(column)} < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
const beneath = (
  { branch }: Place,
  table: string,
) => sql<boolean>`(${sql.ref(`${table}.branch`)} collate "C" = ${branch}
  or (${sql.ref(`${table}.branch`)} collate "C" >= ${`${branch}/`} and ${sql.ref(`${table}.branch`)} collate "C" < ${`${branch}0`}))`;

/** SQL of what is counted of ratings and repair orders, with the registers of praise, surveys and pushes. */
export function createFigureStore(db: Db) {
  return {
    ratings: async (by: By, span: Span): Promise<RatingCount[]> => {
      const key = sql.ref(keys[by]);
      const { rows } = await sql<RatingCount>`select ${key} as key, rating.level, rating.origin, rating.state,
          count(*)::integer as n
        from ratings.rating join ratings.service using (service_id)
        where ${beneath(span, 'service')} and ${days('rating.rated_at', span)} and ${key} is not null
        group by 1, 2, 3, 4`.execute(db);
      return rows;
    },
    ended: async (by: Exclude<By, 'channel'>, span: Span): Promise<{ key: string; n: number }[]> => {
      const key = sql.ref(keys[by]);
      const { rows } = await sql<{ key: string; n: number }>`select ${key} as key, count(*)::integer as n
        from ratings.service
        where ${beneath(span, 'service')} and ${days('service.ended_at', span)}
          and ${key} is not null
        group by 1`.execute(db);
      return rows;
    },
    repairs: async (by: By, span: Span): Promise<RepairCount[]> => {
      const key = sql.ref(keys[by]);
      const { rows } = await sql<RepairCount>`select ${key} as key, count(*)::integer as repairs,
          count(repair.called_back_at)::integer as called_back,
          count(*) filter (where repair.state = 'closed')::integer as repaired
        from ratings.repair join ratings.rating using (rating_id) join ratings.service using (service_id)
        where ${beneath(span, 'service')} and ${days('rating.rated_at', span)} and rating.state = 'standing'
          and ${key} is not null
        group by 1`.execute(db);
      return rows;
    },
    /** How often each chip was tapped. */
    reasons: async (span: Span): Promise<ReasonCount[]> => {
      const { rows } = await sql<ReasonCount>`select rating.channel, reason, rating.level,
          count(*)::integer as n
        from ratings.rating cross join unnest(rating.reasons) as reason
        where ${beneath(span, 'rating')} and ${days('rating.rated_at', span)}
          and rating.origin = 'person' and rating.state = 'standing'
        group by 1, 2, 3`.execute(db);
      return rows;
    },
    levelsByChannel: async (span: Span): Promise<Omit<ReasonCount, 'reason'>[]> => {
      const { rows } = await sql<
        Omit<ReasonCount, 'reason'>
      >`select rating.channel, rating.level, count(*)::integer as n
        from ratings.rating
        where ${beneath(span, 'rating')} and ${days('rating.rated_at', span)}
          and rating.origin = 'person' and rating.state = 'standing'
        group by 1, 2`.execute(db);
      return rows;
    },
    ...createRegisterStore(db),
  };
}

import type { DayRule, DayTemplate } from '@tongban/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { DayRuleRow, LaidRow, Tables, TemplateRow } from './tables.ts';

type HallDays = { city: string; hall: string; from: string; to: string };

/** SQL of days: their rules, the templates of halls, and what has been laid out. */
export function createDayStore(db: Db) {
  const reader = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** What has been laid out of some days, both ends included. */
    laid: (tx: Tx | undefined, { city, hall, from, to }: HallDays): Promise<LaidRow[]> =>
      reader(tx)
        .selectFrom('bookings.laid')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .execute(),
    noteLaid: (tx: Tx, row: LaidRow) => {
      const values = { ...row, spans: JSON.stringify(row.spans) as never };
      const { city: _city, hall: _hall, day: _day, ...changed } = values;
      return tx
        .withTables<Tables>()
        .insertInto('bookings.laid')
        .values(values)
        .onConflict((conflict) => conflict.columns(['city', 'hall', 'day']).doUpdateSet(changed))
        .execute();
    },
    rules: (tx: Tx | undefined, { city, hall, from, to }: HallDays): Promise<DayRuleRow[]> =>
      reader(tx)
        .selectFrom('bookings.day_rule')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .execute(),
    templates: (tx: Tx | undefined, city: string, hall: string): Promise<TemplateRow[]> =>
      reader(tx)
        .selectFrom('bookings.template')
        .selectAll()
        .where('city', '=', city)
        .where('hall', '=', hall)
        .orderBy('template')
        .limit(100)
        .execute(),
    saveRule: (tx: Tx, row: Omit<DayRuleRow, 'rule'> & { rule: DayRule }) => {
      const values = { ...row, rule: JSON.stringify(row.rule) as never };
      const { rule, changed_by, changed_at } = values;
      return tx
        .withTables<Tables>()
        .insertInto('bookings.day_rule')
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(['city', 'hall', 'day']).doUpdateSet({ rule, changed_by, changed_at }),
        )
        .execute();
    },
    saveTemplate: (tx: Tx, row: Omit<TemplateRow, 'body'> & { body: DayTemplate }) => {
      const values = { ...row, body: JSON.stringify(row.body) as never };
      const { body, changed_at } = values;
      return tx
        .withTables<Tables>()
        .insertInto('bookings.template')
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(['city', 'hall', 'template']).doUpdateSet({ body, changed_at }),
        )
        .execute();
    },
    /** Whoever lays out the days of a hall is alone in it. */
    lockHall: (tx: Tx, hall: string) =>
      sql`select pg_advisory_xact_lock(hashtextextended(${`bookings of hall ${hall}`}, 0))`.execute(tx),
  };
}

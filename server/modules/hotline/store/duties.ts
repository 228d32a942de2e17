import type { Db, Tx } from '../../../platform/index.ts';
import type { DutyRow, Tables } from './tables.ts';

export type DutyStore = ReturnType<typeof createDutyStore>;
type DutyDay = Pick<DutyRow, 'branch' | 'day'>;
const mostDuties = 200;

/** SQL of who is on duty; which units a post reads the row policies say. */
export function createDutyStore(db: Db) {
  const within = (tx?: Tx) => (tx ?? db).withTables<Tables>();
  return {
    onDay: (day: string, tx?: Tx): Promise<DutyRow[]> =>
      within(tx)
        .selectFrom('hotline.duty')
        .selectAll()
        .where('day', '=', day)
        .orderBy('branch')
        .orderBy('from_hour')
        .orderBy('duty_id')
        .limit(mostDuties)
        .execute(),
    /** The roster of a unit and day is written whole. */
    replace: async (tx: Tx, { branch, day }: DutyDay, rows: readonly DutyRow[]): Promise<void> => {
      await within(tx)
        .deleteFrom('hotline.duty')
        .where('branch', '=', branch)
        .where('day', '=', day)
        .execute();
      if (rows.length > 0)
        await within(tx)
          .insertInto('hotline.duty')
          .values([...rows])
          .execute();
    },
  };
}

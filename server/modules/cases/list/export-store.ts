import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';

export type ExportRow = {
  person_id: string;
  export_id: string;
  state: 'running' | 'ready' | 'failed';
  done_rows: number;
  total: number;
  wish: Buffer;
  file: Buffer | undefined;
  asked_at: Date;
  made_at: Date | undefined;
};
type Key = { personId: string; exportId: string };

/** SQL of exports. */
export function createExportStore(db: Db) {
  return {
    insert: async (
      tx: Tx,
      row: Pick<ExportRow, 'person_id' | 'export_id' | 'wish' | 'asked_at' | 'total'>,
    ) => {
      await sql`insert into cases.export (person_id, export_id, state, done_rows, total, wish, asked_at)
        values (${row.person_id}, ${row.export_id}, 'running', 0, ${row.total}, ${row.wish},
          ${row.asked_at})`.execute(tx);
    },
    find: async ({ personId, exportId }: Key): Promise<ExportRow | undefined> => {
      const { rows } = await sql<ExportRow>`
        select * from cases.export where person_id = ${personId} and export_id = ${exportId}`.execute(db);
      return rows[0];
    },
    progress: async ({ personId, exportId }: Key, rows: number): Promise<void> => {
      await sql`update cases.export set done_rows = ${rows}, total = greatest(total, ${rows})
        where person_id = ${personId} and export_id = ${exportId}`.execute(db);
    },
    finish: async ({ personId, exportId }: Key, made: { file: Buffer; rows: number; at: Date }) => {
      await sql`update cases.export
        set state = 'ready', file = ${made.file}, done_rows = ${made.rows}, total = ${made.rows},
          made_at = ${made.at}
        where person_id = ${personId} and export_id = ${exportId}`.execute(db);
    },
    fail: async ({ personId, exportId }: Key): Promise<void> => {
      await sql`update cases.export set state = 'failed'
        where person_id = ${personId} and export_id = ${exportId} and state = 'running'`.execute(db);
    },
    dropBefore: async (moment: Date): Promise<void> => {
      await sql`delete from cases.export where asked_at <= ${moment}`.execute(db);
    },
  };
}
export type ExportStore = ReturnType<typeof createExportStore>;

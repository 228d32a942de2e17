import { type Db, newId, type Tx } from '../../../platform/index.ts';
import type { Tables } from './tables.ts';

/** SQL of one-time codes. */
export function createCodeStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    codesSince: async (phoneIndex: Buffer, since: Date): Promise<number> => {
      const row = await tables
        .selectFrom('identity.code')
        .select((see) => see.fn.countAll<number>().as('count'))
        .where('phone_index', '=', phoneIndex)
        .where('sent_at', '>', since)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    insertCode: (tx: Tx, row: { phone_index: Buffer; code_index: Buffer; sent_at: Date; expires_at: Date }) =>
      within(tx)
        .insertInto('identity.code')
        .values({ code_id: newId(), ...row })
        .execute(),
    /** The newest code of a phone, locked, so that a hundred guesses at once are counted one by one. */
    lockCode: (tx: Tx, phoneIndex: Buffer) =>
      within(tx)
        .selectFrom('identity.code')
        .selectAll()
        .where('phone_index', '=', phoneIndex)
        .orderBy('sent_at', 'desc')
        .orderBy('code_id', 'desc')
        .limit(1)
        .forUpdate()
        .executeTakeFirst(),
    countTry: (tx: Tx, codeId: string, tries: number) =>
      within(tx).updateTable('identity.code').set({ tries }).where('code_id', '=', codeId).execute(),
    useCode: (tx: Tx, codeId: string, at: Date) =>
      within(tx).updateTable('identity.code').set({ used_at: at }).where('code_id', '=', codeId).execute(),
  };
}
export type CodeStore = ReturnType<typeof createCodeStore>;

import type { Db, Tx } from '../../../platform/index.ts';
import type { AttachmentRow, Tables } from './tables.ts';

/** SQL of what lies under the steps of a matter; only who sees the matter sees a row of it. */
export function createAttachmentStore(db: Db) {
  const all = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>().selectFrom('hotlist.attachment');
  return {
    insert: (tx: Tx, rows: readonly AttachmentRow[]) =>
      tx
        .withTables<Tables>()
        .insertInto('hotlist.attachment')
        .values([...rows])
        .execute(),
    ofTopic: (topicId: string, tx: Tx | undefined): Promise<AttachmentRow[]> =>
      all(tx).selectAll().where('topic_id', '=', topicId).orderBy('step_id').orderBy('place').execute(),
    lies: async (fileId: string): Promise<boolean> =>
      (await all(undefined).select('file_id').where('file_id', '=', fileId).executeTakeFirst()) !== undefined,
  };
}

import type { Db, Maybe, Moment, Tx } from '../../platform/index.ts';

type NoticeTable = {
  notice_id: string;
  person_id: Maybe<string>;
  kind: string;
  about: Maybe<string>;
  sealed: Buffer;
  state: 'waiting' | 'sent' | 'dropped';
  at: Moment;
  stale_after: Maybe<Date>;
  ended_at: Maybe<Date>;
};
type Tables = { 'notices.notice': NoticeTable };
type NewRow = {
  notice_id: string;
  person_id: string | null;
  kind: string;
  about: string | null;
  sealed: Buffer;
  state: 'waiting';
  at: Date;
  stale_after: Date | null;
};

/** All SQL of notices. */
export function createStore(db: Db) {
  const within = (tx: Tx) => tx.withTables<Tables>();
  const tables = db.withTables<Tables>();
  return {
    insert: (tx: Tx, row: NewRow) => within(tx).insertInto('notices.notice').values(row).execute(),
    /** A notice that has been neither sent nor dropped. */
    waiting: (noticeId: string) =>
      tables
        .selectFrom('notices.notice')
        .selectAll()
        .where('notice_id', '=', noticeId)
        .where('state', '=', 'waiting')
        .executeTakeFirst(),
    end: (noticeId: string, state: 'sent' | 'dropped', at: Date) =>
      tables
        .updateTable('notices.notice')
        .set({ state, ended_at: at })
        .where('notice_id', '=', noticeId)
        .where('state', '=', 'waiting')
        .execute(),
  };
}

import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { CandidateRow, RunRow, Tables } from './tables.ts';

export type Mined = { readonly scope: string; readonly month: string };
export type RunStore = ReturnType<typeof createRunStore>;

/** SQL of mining: how far a run is, and the candidates it found. */
export function createRunStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    run: ({ scope, month }: Mined, tx?: Tx): Promise<RunRow | undefined> =>
      within(tx)
        .selectFrom('hotlist.run')
        .selectAll()
        .where('scope', '=', scope)
        .where('month', '=', month)
        .executeTakeFirst(),
    /** Begins a run anew, unless one is under way that was not given up long ago; tells whether it did. */
    async ask(tx: Tx, row: Mined & { branch: string; at: Date; givenUp: Date }): Promise<boolean> {
      const { scope, month, branch, at, givenUp } = row;
      const { rows } =
        await sql`insert into hotlist.run as run (scope, month, branch, state, read, total, asked_at)
        values (${scope}, ${month}, ${branch}, 'waiting', 0, 0, ${at})
        on conflict (scope, month) do update set
          branch = excluded.branch, state = 'waiting', read = 0, total = 0, asked_at = excluded.asked_at, ended_at = null
        where run.state in ('done', 'failed') or run.asked_at < ${givenUp}
        returning 1`.execute(tx);
      return rows.length > 0;
    },
    change: ({ scope, month }: Mined, to: Updateable<Tables['hotlist.run']>, tx?: Tx) =>
      within(tx)
        .updateTable('hotlist.run')
        .set(to)
        .where('scope', '=', scope)
        .where('month', '=', month)
        .execute(),
    candidates: ({ scope, month }: Mined, tx?: Tx): Promise<CandidateRow[]> =>
      within(tx)
        .selectFrom('hotlist.candidate')
        .selectAll()
        .where('scope', '=', scope)
        .where('month', '=', month)
        .orderBy('score', 'desc')
        .orderBy('key')
        .execute(),
    candidate: (candidateId: string, tx: Tx): Promise<CandidateRow | undefined> =>
      within(tx)
        .selectFrom('hotlist.candidate')
        .selectAll()
        .where('candidate_id', '=', candidateId)
        .executeTakeFirst(),
    /** Puts what a run found in the place of what the run before had found; what was picked keeps its id. */
    async replace(tx: Tx, { scope, month }: Mined, rows: readonly CandidateRow[]): Promise<void> {
      await sql`delete from hotlist.candidate
        where scope = ${scope} and month = ${month} and not key = any(${rows.map(({ key }) => key)}::text[])
          and not exists (select from hotlist.topic where topic.candidate_id = candidate.candidate_id)`.execute(
        tx,
      );
      if (rows.length === 0) return;
      await within(tx)
        .insertInto('hotlist.candidate')
        .values(
          rows.map((row) => ({
            ...row,
            signals: JSON.stringify(row.signals),
            days: JSON.stringify(row.days),
          })),
        )
        .onConflict((conflict) =>
          conflict.constraint('candidate_once').doUpdateSet((see) => ({
            words: see.ref('excluded.words'),
            people: see.ref('excluded.people'),
            orders: see.ref('excluded.orders'),
            regions: see.ref('excluded.regions'),
            signals: see.ref('excluded.signals'),
            score: see.ref('excluded.score'),
            days: see.ref('excluded.days'),
          })),
        )
        .execute();
    },
  };
}

import { sql } from 'kysely';
import type { Db, Tx } from '../database.ts';
import type { KeptLine } from './entry.ts';
import type { Subtree } from './merkle.ts';

/** Where sealing has come to: the number of leaves, and the last one in the order of transactions. */
export type Place = { readonly size: number; readonly xid: string; readonly id: string };

export type Node = Subtree & { readonly hash: Buffer };
type Leaf = { readonly line: KeptLine; readonly hash: Buffer };
export type KeptCheckpoint = { size: number; root: Buffer; at: Date; text: string };

const lockNumber = 7_042_002;
const nil = '00000000-0000-0000-0000-000000000000';
const beginning: Place = { size: 0, xid: '0', id: nil };

/** The columns of an audit line in its canonical form. */
export const lineColumns = sql`audit.id, audit.xid::text as xid, audit.actor, audit.role, audit.assignment,
  audit.branch, audit.action, audit.object, audit.purpose, audit.result, audit.code,
  audit.request_id as "requestId", audit.ip, audit.session,
  to_char(audit.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;

/** All SQL of the audit tree. */
export function createSealStore(db: Db) {
  return { ...createWriting(db), ...createReading(db) };
}
export type SealStore = ReturnType<typeof createSealStore>;

function createWriting(db: Db) {
  return {
    /** One sealer at a time, in whatever process; it is given back with the transaction. */
    async hold(tx: Tx): Promise<boolean> {
      const { rows } = await sql<{ held: boolean }>`
        select pg_try_advisory_xact_lock(${lockNumber}) as held`.execute(tx);
      return rows[0]?.held ?? false;
    },
    /** The next lines in the order of transactions; below the horizon no line can appear any more. */
    async unsealed(tx: Tx, after: Place, limit: number): Promise<KeptLine[]> {
      const { rows } = await sql<KeptLine>`select ${lineColumns}
        from platform.audit audit
        where (xid, id) > (${after.xid}::xid8, ${after.id}::uuid)
          and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by audit.xid, audit.id
        limit ${limit}`.execute(tx);
      return rows;
    },
    async insertLeaves(tx: Tx, from: number, leaves: readonly Leaf[]): Promise<void> {
      const lines = leaves.map(({ line }) => line);
      await sql`insert into platform.audit_leaf (index, xid, audit_id, at, hash)
        select ${from} + number - 1, xid::xid8, id, at, hash
        from unnest(
          ${lines.map(({ xid }) => xid)}::text[],
          ${lines.map(({ id }) => id)}::uuid[],
          ${lines.map(({ at }) => at)}::timestamptz[],
          ${leaves.map(({ hash }) => hash)}::bytea[]
        ) with ordinality as leaf (xid, id, at, hash, number)`.execute(tx);
    },
    async insertNodes(tx: Tx, nodes: readonly Node[]): Promise<void> {
      if (nodes.length === 0) return;
      await sql`insert into platform.audit_node (level, index, hash)
        select * from unnest(
          ${nodes.map(({ level }) => level)}::smallint[],
          ${nodes.map(({ index }) => index)}::bigint[],
          ${nodes.map(({ hash }) => hash)}::bytea[]
        )`.execute(tx);
    },
    async insertCheckpoint(tx: Tx, made: { size: number; root: Buffer; at: string; text: string }) {
      await sql`insert into platform.audit_checkpoint (size, root, at, text)
        values (${made.size}, ${made.root}, ${made.at}::timestamptz, ${made.text})`.execute(tx);
    },
    /** The clock of the database, which also dates the lines. */
    async now(tx: Tx): Promise<string> {
      const { rows } = await sql<{ now: string }>`select
        to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`.execute(tx);
      return rows[0]?.now ?? '';
    },
    /** Whether every transaction up to this one has ended, so that sealing now would reach it. */
    async isBelowHorizon(xid: string): Promise<boolean> {
      const { rows } = await sql<{ below: boolean }>`
        select ${xid}::xid8 < pg_snapshot_xmin(pg_current_snapshot()) as below`.execute(db);
      return rows[0]?.below ?? false;
    },
  };
}

function createReading(db: Db) {
  return {
    async place(tx: Tx | undefined): Promise<Place> {
      const { rows } = await sql<Place>`select index + 1 as size, xid::text as xid, audit_id as id
        from platform.audit_leaf
        order by index desc
        limit 1`.execute(tx ?? db);
      return rows[0] ?? beginning;
    },
    /** Hashes of one kept level (0: the leaves), from one index up to another. */
    async hashes(
      tx: Tx | undefined,
      level: number,
      range: { from: number; until: number },
    ): Promise<Buffer[]> {
      const { from, until } = range;
      const { rows } =
        level === 0
          ? await sql<{ hash: Buffer }>`select hash from platform.audit_leaf
              where index >= ${from} and index < ${until}
              order by index`.execute(tx ?? db)
          : await sql<{ hash: Buffer }>`select hash from platform.audit_node
              where level = ${level} and index >= ${from} and index < ${until}
              order by index`.execute(tx ?? db);
      return rows.map(({ hash }) => hash);
    },
    async newest(): Promise<KeptCheckpoint | undefined> {
      const { rows } = await sql<KeptCheckpoint>`select size, root, at, text from platform.audit_checkpoint
        order by size desc
        limit 1`.execute(db);
      return rows[0];
    },
    /** The line that tells of an object, and its leaf if it has one; within one transaction. */
    async lineOf(xid: string, object: string): Promise<(KeptLine & { index?: number }) | undefined> {
      const { rows } = await sql<KeptLine & { index?: number }>`select ${lineColumns}, leaf.index
        from platform.audit audit
        left join platform.audit_leaf leaf on leaf.xid = audit.xid and leaf.audit_id = audit.id
        where audit.xid = ${xid}::xid8 and audit.object = ${object}
        order by audit.id
        limit 1`.execute(db);
      return rows[0];
    },
    /** How much waits to be sealed, counted up to a bound, and since when the first of it waits. */
    async waiting(after: Place, bound: number): Promise<{ lines: number; seconds: number }> {
      const { rows } = await sql<{ lines: number; seconds: number }>`
        select count(*) as lines,
          coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as seconds
        from (
          select at from platform.audit
          where (xid, id) > (${after.xid}::xid8, ${after.id}::uuid)
          order by xid, id
          limit ${bound}
        ) waiting`.execute(db);
      return rows[0] ?? { lines: 0, seconds: 0 };
    },
  };
}

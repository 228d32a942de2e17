import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { KeptLine } from './entry.ts';
import { lineColumns } from './seal-store.ts';

/** A leaf with its line; a line that is gone is absent. */
export type ExportedLeaf = { index: number; hash: Buffer; line: KeptLine | undefined };

/** SQL of exports. */
export function createExportStore(db: Db) {
  return {
    /** Leaves of a stretch in their order, each with the line as it stands now. */
    async leaves(from: number, until: number): Promise<ExportedLeaf[]> {
      type Row = KeptLine & { leafIndex: number; leafHash: Buffer };
      const { rows } =
        await sql<Row>`select leaf.index as "leafIndex", leaf.hash as "leafHash", ${lineColumns}
        from platform.audit_leaf leaf
        left join platform.audit audit on audit.at = leaf.at and audit.id = leaf.audit_id
        where leaf.index >= ${from} and leaf.index < ${until}
        order by leaf.index`.execute(db);
      return rows.map(({ leafIndex, leafHash, ...line }) => ({
        index: leafIndex,
        hash: leafHash,
        line: line.id === undefined ? undefined : line,
      }));
    },
    async checkpoints(from: number, until: number): Promise<{ size: number; text: string }[]> {
      const { rows } = await sql<{
        size: number;
        text: string;
      }>`select size, text from platform.audit_checkpoint
        where size > ${from} and size <= ${until}
        order by size`.execute(db);
      return rows;
    },
    /** The sizes of the signed trees that enclose the days asked for. */
    async bounds(days: { from?: string | undefined; to?: string | undefined }) {
      const { from, to } = days;
      const { rows } = await sql<{ first: number; size: number }>`select
        coalesce((select max(size) from platform.audit_checkpoint
          where ${from ?? null}::timestamptz is not null and at < ${from ?? null}::timestamptz), 0) as first,
        coalesce((select min(size) from platform.audit_checkpoint where at >= ${to ?? null}::timestamptz),
          (select max(size) from platform.audit_checkpoint), 0) as size`.execute(db);
      return rows[0] ?? { first: 0, size: 0 };
    },
  };
}

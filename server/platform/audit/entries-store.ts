import { type SqlBool, sql } from 'kysely';
import type { Db } from '../database.ts';
import type { KeptLine } from './entry.ts';
import { lineColumns } from './seal-store.ts';

/** Which lines are wanted. `after` is the last line of the page before. */
export type Wanted = {
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
  readonly action?: string | undefined;
  readonly result?: string | undefined;
  readonly from: string;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
};
export type ListedLine = KeptLine & { index?: number | undefined };

/** SQL of the list of audit lines. */
export function createEntriesStore(db: Db) {
  return {
    async list(wanted: Wanted, limit: number): Promise<ListedLine[]> {
      const { actor, object, action, result, from, after } = wanted;
      const parts = [
        sql<SqlBool>`audit.at >= ${from}::timestamptz`,
        ...(actor === undefined ? [] : [sql<SqlBool>`audit.actor = ${actor}`]),
        ...(object === undefined ? [] : [sql<SqlBool>`audit.object = ${object}`]),
        ...(action === undefined ? [] : [sql<SqlBool>`audit.action = ${action}`]),
        ...(result === undefined ? [] : [sql<SqlBool>`audit.result = ${result}`]),
        ...(after === undefined
          ? []
          : [sql<SqlBool>`(audit.at, audit.id) < (${after.at}::timestamptz, ${after.id}::uuid)`]),
      ];
      const { rows } = await sql<ListedLine>`select ${lineColumns}, leaf.index
        from platform.audit audit
        left join platform.audit_leaf leaf on leaf.xid = audit.xid and leaf.audit_id = audit.id
        where ${sql.join(parts, sql` and `)}
        order by audit.at desc, audit.id desc
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}

import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import type { EntryRow, Tables, VersionRow } from './tables.ts';

export type Place = { readonly branch: string };
export type WholeEntry = { readonly entry: EntryRow; readonly versions: readonly VersionRow[] };

/** SQL of entries and their versions; what a post reaches stands in every condition besides the row policies. */
export function createEntryStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  const versionsOf = (tx: Tx | undefined, entryId: string): Promise<VersionRow[]> =>
    within(tx)
      .selectFrom('knowledge.version')
      .selectAll()
      .where('entry_id', '=', entryId)
      .orderBy('version', 'desc')
      .execute();
  const wholeOf = async (tx: Tx | undefined, entry: EntryRow | undefined) =>
    entry === undefined ? undefined : { entry, versions: await versionsOf(tx, entry.entry_id) };
  const entryOf = (tx: Tx | undefined, entryId: string) =>
    within(tx).selectFrom('knowledge.entry').selectAll().where('entry_id', '=', entryId);
  return {
    ...createChanges(db),
    /** An entry a post at this branch reads: its own, one below, or one above. */
    get: async (at: Place, entryId: string, tx?: Tx): Promise<WholeEntry | undefined> =>
      wholeOf(tx, await entryOf(tx, entryId).where(readable(at)).executeTakeFirst()),
    /** An entry a post at this branch writes, kept for this transaction. */
    lock: async (tx: Tx, at: Place, entryId: string): Promise<WholeEntry | undefined> =>
      wholeOf(tx, await entryOf(tx, entryId).where(reached(at)).forUpdate().executeTakeFirst()),
    /** An entry with its version anybody may read now. */
    async shown(entryId: string): Promise<{ entry: EntryRow; version: VersionRow } | undefined> {
      const entry = await entryOf(undefined, entryId).where('shown', '=', true).executeTakeFirst();
      if (entry === undefined) return undefined;
      const version = (await versionsOf(undefined, entryId)).find(
        (one) => one.state === 'in-force' && one.public,
      );
      return version === undefined ? undefined : { entry, version };
    },
    versions: (tx: Tx | undefined, keys: readonly { entry_id: string; version: number }[]) =>
      within(tx)
        .selectFrom('knowledge.version')
        .innerJoin('knowledge.entry', 'knowledge.entry.entry_id', 'knowledge.version.entry_id')
        .selectAll('knowledge.version')
        .select(['kind', 'origin', 'scope', 'item', 'key'])
        .where(
          sql<boolean>`(knowledge.version.entry_id, knowledge.version.version) in (
            select * from unnest(${keys.map((one) => one.entry_id)}::uuid[], ${keys.map((one) => one.version)}::integer[])
          )`,
        )
        .execute(),
    async cites(entryIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
      if (entryIds.length === 0) return new Map();
      const rows = await within(tx)
        .selectFrom('knowledge.citation')
        .select(['entry_id', (see) => see.fn.countAll<number>().as('count')])
        .where(sql<boolean>`entry_id = any(${entryIds}::uuid[])`)
        .groupBy('entry_id')
        .execute();
      return new Map(rows.map(({ entry_id, count }) => [entry_id, Number(count)]));
    },
  };
}

function createChanges(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    insertEntry: (tx: Tx, row: EntryRow | EntryRow[]) =>
      within(tx).insertInto('knowledge.entry').values(row).execute(),
    insertVersion: (tx: Tx, row: VersionRow | VersionRow[]) =>
      within(tx).insertInto('knowledge.version').values(row).execute(),
    /** Changes a version and counts the change; the searched words follow by `index`. */
    change: (tx: Tx, row: VersionRow, to: Updateable<Tables['knowledge.version']>) =>
      within(tx)
        .updateTable('knowledge.version')
        .set({ ...to, revision: row.revision + 1 })
        .where('entry_id', '=', row.entry_id)
        .where('version', '=', row.version)
        .execute(),
    show: (tx: Tx, entryId: string, shown: boolean) =>
      within(tx)
        .updateTable('knowledge.entry')
        .set({ shown })
        .where('entry_id', '=', entryId)
        .where('shown', '<>', shown)
        .execute(),
    /** Says that an entry was used; of one thing it counts once. */
    insertCitation: (tx: Tx, row: Citation) =>
      within(tx)
        .insertInto('knowledge.citation')
        .values(row)
        .onConflict((conflict) => conflict.constraint('citation_once').doNothing())
        .execute(),
    /** One process releases content at a time; the others wait and then find the work done. */
    lockReleasing: (tx: Tx) => sql`select pg_advisory_xact_lock(7214027)`.execute(tx),
    /** What the house brought itself, with the newest version of each. */
    released: (tx: Tx) =>
      within(tx)
        .selectFrom('knowledge.entry as entry')
        .innerJoin('knowledge.version as version', 'version.entry_id', 'entry.entry_id')
        .distinctOn('entry.entry_id')
        .select([
          'entry.entry_id',
          'entry.key',
          'entry.origin',
          'entry.scope',
          'version.version',
          'version.state',
          'version.hash',
        ])
        .select(['version.revision', 'version.author_ids'])
        .where('entry.origin', '<>', 'written')
        .orderBy('entry.entry_id')
        .orderBy('version.version', 'desc')
        .execute(),
    inForceOf: async (tx: Tx, entryIds: readonly string[]): Promise<VersionRow[]> =>
      entryIds.length === 0
        ? []
        : within(tx)
            .selectFrom('knowledge.version')
            .selectAll()
            .where('state', '=', 'in-force')
            .where('entry_id', 'in', entryIds)
            .execute(),
    entriesOf: async (tx: Tx, entryIds: readonly string[]): Promise<EntryRow[]> =>
      entryIds.length === 0
        ? []
        : within(tx).selectFrom('knowledge.entry').selectAll().where('entry_id', 'in', entryIds).execute(),
    /** Versions in force whose last day is before this one. */
    over: (tx: Tx, today: string, limit: number): Promise<VersionRow[]> =>
      within(tx)
        .selectFrom('knowledge.version')
        .selectAll()
        .where('state', '=', 'in-force')
        .where('valid_until', '<', today)
        .orderBy('valid_until')
        .orderBy('entry_id')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute(),
  };
}

type Citation = {
  citation_id: string;
  entry_id: string;
  version: number;
  branch: string;
  about: string | undefined;
  by_id: string;
  at: Date;
};

/** The branch of a post and everything below it. */
function reached({ branch }: Place) {
  return sql<boolean>`(branch collate "C" = ${branch}
    or (branch collate "C" >= ${`${branch}/`} and branch collate "C" < ${`${branch}0`}))`;
}

/** What a post reads: what it reaches, and what stands above it. */
function readable(at: Place) {
  return sql<boolean>`(${reached(at)} or starts_with(${at.branch}, branch || '/'))`;
}

import type { ItemEdition, ItemFolder } from '@tongban/catalogue';
import { type Db, type Maybe, type Moment, newId, type Tx } from '../../platform/index.ts';

type Local = NonNullable<ItemEdition['local']>;
type EditionTable = {
  edition_id: string;
  item: string;
  division: string;
  number: number;
  hash: string;
  effective_from: string;
  folder: Maybe<string>;
  master_id: Maybe<string>;
  local: Maybe<string>;
  published_at: Moment;
};
type Tables = { 'catalogue.edition': EditionTable };

/** An edition as it is kept: its words, and what one city fills in. */
export type StoredEdition = { folder: ItemFolder; local?: Local };

/** The identity of an edition without its text. */
export type EditionRow = {
  edition_id: string;
  item: string;
  division: string;
  number: number;
  hash: string;
  effective_from: string;
};
export type NewEdition = {
  item: string;
  division: string;
  number: number;
  hash: string;
  effectiveFrom: string;
  publishedAt: Date;
} & ({ folder: ItemFolder } | { masterId: string; local: Local });

/** All SQL of the catalogue: editions, which are only ever added. */
export function createStore(db: Db) {
  const tables = db.withTables<Tables>();
  const columns = ['edition_id', 'item', 'division', 'number', 'hash', 'effective_from'] as const;
  return {
    /** One process publishes at a time; the others wait and then find the work done. */
    lockPublishing: (tx: Tx) =>
      tx
        .withTables<Tables>()
        .selectNoFrom((see) => see.fn('pg_advisory_xact_lock', [see.val(7_214_001)]).as('x'))
        .execute(),
    rows: (tx?: Tx): Promise<EditionRow[]> =>
      (tx ?? db)
        .withTables<Tables>()
        .selectFrom('catalogue.edition')
        .select(columns)
        .orderBy('item')
        .orderBy('division')
        .orderBy('number')
        .execute(),
    insert: async (tx: Tx, edition: NewEdition): Promise<string> => {
      const id = newId();
      await tx
        .withTables<Tables>()
        .insertInto('catalogue.edition')
        .values({
          edition_id: id,
          item: edition.item,
          division: edition.division,
          number: edition.number,
          hash: edition.hash,
          effective_from: edition.effectiveFrom,
          published_at: edition.publishedAt,
          ...('folder' in edition
            ? { folder: JSON.stringify(edition.folder) }
            : { master_id: edition.masterId, local: JSON.stringify(edition.local) }),
        })
        .execute();
      return id;
    },
    /** The text of an edition as it was published, and a city's own fields. */
    edition: async (editionId: string): Promise<StoredEdition | undefined> => {
      const row = await tables
        .selectFrom('catalogue.edition as edition')
        .leftJoin('catalogue.edition as master', 'master.edition_id', 'edition.master_id')
        .select(['edition.folder as folder', 'edition.local as local', 'master.folder as master_folder'])
        .where('edition.edition_id', '=', editionId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      // jsonb arrives parsed; the shape was checked when the edition was published.
      const folder = (row.folder ?? row.master_folder) as unknown as ItemFolder;
      return row.local === undefined ? { folder } : { folder, local: row.local as unknown as Local };
    },
  };
}
export type Store = ReturnType<typeof createStore>;

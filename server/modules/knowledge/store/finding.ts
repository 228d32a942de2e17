import { sql } from 'kysely';
import { type Db, type SearchStage, searchedBy, type Tx } from '../../../platform/index.ts';
import type { ReplyState } from '../rules.ts';
import type { Tables } from './tables.ts';

/** What narrows a search or a list. */
export type Narrow = {
  readonly scopes: readonly string[];
  readonly states: readonly ReplyState[];
  readonly kind?: 'reply' | 'article' | undefined;
  readonly item?: string | undefined;
  readonly shown?: true;
  /** How much of what was asked a forgiving hit must have, from 0 to 1. */
  readonly weakest?: number;
};
export type Hit = { entry_id: string; version: number; rank: number; share: number };
type Listed = Narrow & {
  readonly after?: { at: string; entry: string } | undefined;
  /** Only what ends on this day or before, the earliest first. */
  readonly endsBy?: string | undefined;
  readonly limit: number;
};
type Words = {
  entry_id: string;
  version: number;
  state: ReplyState;
  scope: string;
  kind: 'reply' | 'article';
  item: string | undefined;
  shown: boolean;
  /** The text of a tsvector. */
  words: string;
};

const candidates = 60;
const weakest = 0.34;
/** A hit that has much less than the best one is no hit. */
const besideBest = 0.6;

/** SQL of looking for entries: the index of words, and the lists. */
export function createFindingStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    /** The best of one stage; of the forgiving one only what has a good part of what was asked. */
    async find(stage: SearchStage, narrow: Narrow, limit: number): Promise<Hit[]> {
      const { where, rank, share } = searchedBy(sql.ref('words'), stage);
      const { rows } = await sql<Hit>`with candidate as materialized (
          select entry_id, version, words, ${rank} as rank from knowledge.indexed
          where ${where} and ${narrowed(narrow)}
          order by rank desc, entry_id limit ${stage.name === 'some' ? candidates : limit}
        )
        select entry_id, version, rank, ${share} as share from candidate`.execute(db);
      return stage.name === 'some' ? judged(rows, narrow).slice(0, limit) : rows;
    },
    list: (narrow: Listed): Promise<{ entry_id: string; version: number; changed_at: Date }[]> =>
      listQuery(db, narrow).execute(),
    /** What anybody may read, of each item what is used most, the most used first. */
    async mostUsed(scopes: readonly string[], { item, limit }: { item: string | undefined; limit: number }) {
      const { rows } = await sql<{ entry_id: string; version: number }>`with used as (
          select entry_id, count(*) as cites from knowledge.citation group by entry_id
        ), shown as (
          select version.entry_id, version.version, coalesce(cites, 0) as cites, origin = 'edition' as made,
            entry.key, row_number() over (
              partition by coalesce(entry.item, entry.entry_id::text)
              order by cites desc nulls last, origin = 'edition', entry.key like '%.faq-%' desc, entry.key
            ) as place
          from knowledge.entry
          join knowledge.version on version.entry_id = entry.entry_id and version.state = 'in-force'
          left join used on used.entry_id = entry.entry_id
          where entry.shown and version.public and entry.scope = any(${scopes}::text[])
            and (${item ?? null}::text is null or entry.item = ${item ?? null})
        )
        select entry_id, version from shown where place = 1 or ${item ?? null}::text is not null
        order by cites desc, made, key limit ${limit}`.execute(db);
      return rows;
    },
    /** How many wait for an editor of these scopes. */
    async waiting(scopes: readonly string[], endsBy: string) {
      const { rows } = await sql<{ review: number; expiring: number; expired: number }>`select
          count(*) filter (where version.state = 'review')::integer as review,
          count(*) filter (where version.state = 'in-force' and version.valid_until <= ${endsBy}::date)::integer as expiring,
          count(*) filter (where version.state = 'expired')::integer as expired
        from knowledge.version
        join knowledge.entry using (entry_id)
        where version.state in ('review', 'in-force', 'expired') and entry.scope = any(${scopes}::text[])`.execute(
        db,
      );
      return rows[0] ?? { review: 0, expiring: 0, expired: 0 };
    },
    items: async (scopes: readonly string[]): Promise<string[]> => {
      const rows = await within(undefined)
        .selectFrom('knowledge.indexed')
        .select('item')
        .distinct()
        .where('scope', 'in', scopes)
        .where('item', 'is not', null)
        .orderBy('item')
        .limit(500)
        .execute();
      return rows.flatMap(({ item }) => item ?? []);
    },
    /** Puts the words of a version into the index, or their state. */
    index: (tx: Tx, { words, ...row }: Words) =>
      sql`insert into knowledge.indexed (entry_id, version, state, scope, kind, item, shown, words)
        values (${row.entry_id}, ${row.version}, ${row.state}, ${row.scope}, ${row.kind}, ${row.item ?? null},
          ${row.shown}, ${words}::tsvector)
        on conflict (entry_id, version) do update set
          state = excluded.state, shown = excluded.shown, words = excluded.words`.execute(tx),
    /** What was replaced is not looked for any more. */
    forget: (tx: Tx, { entry_id, version }: { entry_id: string; version: number }) =>
      within(tx)
        .deleteFrom('knowledge.indexed')
        .where('entry_id', '=', entry_id)
        .where('version', '=', version)
        .execute(),
    restate: (tx: Tx, { entry_id, version }: { entry_id: string; version: number }, state: ReplyState) =>
      within(tx)
        .updateTable('knowledge.indexed')
        .set({ state, shown: false })
        .where('entry_id', '=', entry_id)
        .where('version', '=', version)
        .execute(),
  };
}

/** Of forgiving hits those that have a good part of what was asked, and not much less than the best. */
function judged(rows: readonly Hit[], { weakest: least = weakest }: Narrow): Hit[] {
  const best = Math.max(0, ...rows.map(({ share }) => share));
  return rows
    .filter(({ share }) => share >= least && share >= best * besideBest)
    .toSorted((a, b) => b.share - a.share || b.rank - a.rank);
}

function narrowed({ scopes, states, kind, item, shown }: Narrow) {
  return sql<boolean>`scope = any(${scopes}::text[]) and state = any(${states}::text[])
    and (${kind ?? null}::text is null or kind = ${kind ?? null}) and (${item ?? null}::text is null or item = ${item ?? null})
    and (${shown ?? false} = false or shown)`;
}

function listQuery(db: Db, { scopes, states, kind, item, shown, after, endsBy, limit }: Listed) {
  const base = db
    .withTables<Tables>()
    .selectFrom('knowledge.version as version')
    .innerJoin('knowledge.entry as entry', 'entry.entry_id', 'version.entry_id')
    .select(['version.entry_id', 'version.version', 'version.changed_at'])
    .where('entry.scope', 'in', scopes)
    .where('version.state', 'in', states)
    .$if(kind !== undefined, (query) => query.where('entry.kind', '=', kind ?? 'reply'))
    .$if(item !== undefined, (query) => query.where('entry.item', '=', item ?? ''))
    .$if(shown === true, (query) => query.where('entry.shown', '=', true).where('version.public', '=', true))
    .$if(endsBy !== undefined, (query) => query.where('version.valid_until', '<=', endsBy ?? ''))
    .limit(limit);
  if (endsBy !== undefined) return base.orderBy('version.valid_until').orderBy('version.entry_id');
  return base
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(version.changed_at < ${after?.at ?? ''}::timestamptz
          or (version.changed_at = ${after?.at ?? ''}::timestamptz and version.entry_id > ${after?.entry ?? ''}::uuid))`,
      ),
    )
    .orderBy('version.changed_at', 'desc')
    .orderBy('version.entry_id');
}

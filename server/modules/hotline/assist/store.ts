import { sql } from 'kysely';
import { type Db, type SearchStage, searchedBy, standsIn, type Tx } from '../../../platform/index.ts';
import type { OrderRow, Tables } from '../store/tables.ts';
import { blocksWithin, queryWithin, type Span } from './reach.ts';

export type AssistStore = ReturnType<typeof createAssistStore>;
type Indexed = {
  readonly orderId: string;
  readonly scope: string;
  readonly receivedOn: string;
  /** The text of a tsvector. */
  readonly words: string;
  readonly blocks: readonly number[];
};
type Correction = {
  readonly order_id: string;
  readonly kind: string;
  readonly matter: string;
  readonly guessed_kind: string | undefined;
  readonly guessed_matter: string | undefined;
  readonly at: Date;
};
type AssistTables = Tables & { 'hotline.correction': Correction };
type IndexHit = { order_id: string; scope: string };
type SearchHit = IndexHit & { share: number; looked: number };
/** What one stage found; full, when even older orders would not be looked at. Of a span it has rows only where it is full. */
type Found = { readonly rows: readonly OrderRow[]; readonly full: boolean };
/** The cities whose orders a post may come across; all of them for a post of the province. */
export type Scopes = readonly string[] | undefined;
/** Where a search looks: everywhere, or only in the months of a span. */
type Reach = { readonly scopes: Scopes; readonly span?: Span };
export type Usual = { city: string; matter: string; branch: string; n: number };

/** Of many hits the newest are ranked; of those the best are shown. */
const ranked = 500;
const shown = 50;
/** A forgiving hit has at least this much of what was asked. */
const weakest = 0.34;
const compared = 30;
/** Below the number of every order. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** SQL of the assistant: the index of words and blocks, corrections, and which unit usually answers what. */
export function createAssistStore(db: Db) {
  return { ...createIndex(db), ...createLearned(db), ...reindexing };
}

function createIndex(db: Db) {
  return {
    index: (tx: Tx, { orderId, scope, receivedOn, words, blocks }: Indexed) =>
      sql`insert into hotline.indexed (order_id, scope, received_on, words, blocks)
        values (${orderId}, ${scope}, ${receivedOn}::date, ${words}::tsvector, ${[...blocks]}::integer[])
        on conflict (order_id) do update set words = excluded.words, blocks = excluded.blocks`.execute(tx),
    /**
     * The best orders of one stage, as far as whoever asks sees them. Long texts are unpacked once, or they would be anew for every
     * word they are compared with.
     */
    async find(stage: SearchStage, reach: Reach): Promise<Found> {
      const { rank, share } = searchedBy(sql.ref('words'), stage);
      const { where, newest } = narrowed(stage.query, reach);
      const { rows: hits } = await sql<SearchHit>`with newest as materialized (
          select order_id, scope, received_on, words from hotline.indexed
          where ${where} order by ${newest} desc limit ${ranked}
        ), unpacked as materialized (
          select order_id, scope, received_on, words || ''::tsvector as words from newest
        )
        select order_id, scope, ${rank} as rank, ${share} as share,
          (select count(*)::integer from newest) as looked from unpacked
        order by share desc, rank desc, received_on desc, order_id limit ${2 * shown}`.execute(db);
      const near = stage.name === 'some' ? hits.filter((hit) => hit.share >= weakest) : hits;
      const many = (hits[0]?.looked ?? 0) >= ranked;
      // Too few of some months are looked for anew in all of them; nobody would read them here.
      if (reach.span !== undefined && !many && near.length < shown) return { rows: [], full: false };
      const rows = await seenOf(db, near);
      return { rows, full: many || rows.length >= shown };
    },
    /** Of the newest orders that share a block those that share most, as far as whoever asks sees them. */
    async like(
      blocks: readonly number[],
      { scopes, span }: Reach & { readonly span: Span },
    ): Promise<OrderRow[]> {
      if (blocks.length === 0) return [];
      const asked = sql`${[...blocks]}::integer[]`;
      const here = scopes === undefined ? sql`true` : sql`blocks && ${blocksWithin(scopes, span)}::integer[]`;
      const { rows: hits } = await sql<IndexHit>`with newest as materialized (
          select order_id, scope, received_on, blocks from hotline.indexed
          where blocks && ${asked} and ${here} and ${within(scopes)} and ${unindexed} >= ${span.from}::date
          order by ${unindexed} desc limit ${ranked}
        )
        select order_id, scope from newest
        order by (select count(*) from unnest(blocks) as block where block = any(${asked})) desc,
          received_on desc, order_id desc limit ${compared}`.execute(db);
      return [...(await ofHits(db, hits)).values()];
    },
  };
}

/** Of days so written no index is asked: what it would be asked for is far more than what was found by words and blocks. */
const unindexed = sql`(received_on + 0)`;

/** Of a few cities the index of words finds them and their months itself; of the whole province the days are walked back. */
function narrowed(query: string, { scopes, span }: Reach) {
  if (scopes !== undefined) {
    const words = sql.ref('words');
    // Two conditions, not one query: so the index steps over all other cities and months, where of one query it would weigh
    // every order anywhere that has a single one of its words.
    const where = sql`${standsIn(words, queryWithin(scopes, span))} and ${standsIn(words, query)} and ${within(scopes)}`;
    return { where, newest: unindexed };
  }
  const late = span === undefined ? sql`true` : sql`received_on >= ${span.from}::date`;
  return { where: sql`words @@ ${query}::tsquery and ${late}`, newest: sql`received_on` };
}

function within(scopes: Scopes) {
  return scopes === undefined ? sql<boolean>`true` : sql<boolean>`scope = any(${[...scopes]}::text[])`;
}

/** The first of them that whoever asks sees; those after a page only where not all of it is seen. */
async function seenOf(db: Db, hits: readonly IndexHit[]): Promise<OrderRow[]> {
  const page = await ofHits(db, hits.slice(0, shown));
  const after = page.size >= shown ? noRows : await ofHits(db, hits.slice(shown));
  return hits.flatMap(({ order_id: id }) => page.get(id) ?? after.get(id) ?? []).slice(0, shown);
}
const noRows: ReadonlyMap<string, OrderRow> = new Map();

async function ofHits(db: Db, hits: readonly IndexHit[]): Promise<ReadonlyMap<string, OrderRow>> {
  if (hits.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('hotline.order')
    .selectAll()
    .where(sql<boolean>`city = any(${[...new Set(hits.map(({ scope }) => scope))]}::text[])`)
    .where(sql<boolean>`order_id = any(${hits.map(({ order_id: id }) => id)}::uuid[])`)
    .where('tip_off', '=', false)
    .execute();
  return new Map(rows.map((row) => [row.order_id, row]));
}

const reindexing = {
  /** The last order that stands under this veil while the index is made anew; nothing when all of them do. Held until the end. */
  async reindexedUpTo(tx: Tx, veil: string): Promise<string | undefined> {
    const { rows } = await sql<{
      upto?: string;
    }>`insert into hotline.reindexing as kept (veil) values (${veil})
      on conflict (only_one) do update set veil = excluded.veil,
        upto = case when kept.veil = excluded.veil then kept.upto else ${beforeAll}::uuid end
      returning upto`.execute(tx);
    return rows[0]?.upto;
  },
  markReindexed: (tx: Tx, upto: string | undefined) =>
    sql`update hotline.reindexing set upto = ${upto ?? null}::uuid`.execute(tx),
  async indexedAfter(tx: Tx, orderId: string, limit: number): Promise<OrderRow[]> {
    const { rows } = await sql<OrderRow>`select stands.* from hotline.indexed
      join hotline."order" stands on stands.city = indexed.scope and stands.order_id = indexed.order_id
      where indexed.order_id > ${orderId}::uuid order by indexed.order_id limit ${limit} for update of stands`.execute(
      tx,
    );
    return rows;
  },
};

function createLearned(db: Db) {
  return {
    /** One order is corrected once: the last word counts. */
    correct: (tx: Tx, correction: Correction) =>
      tx
        .withTables<AssistTables>()
        .insertInto('hotline.correction')
        .values(correction)
        .onConflict((conflict) =>
          conflict.column('order_id').doUpdateSet({
            kind: correction.kind,
            matter: correction.matter,
            at: correction.at,
          }),
        )
        .execute(),
    corrections: (limit: number): Promise<Correction[]> =>
      db
        .withTables<AssistTables>()
        .selectFrom('hotline.correction')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('order_id')
        .limit(limit)
        .execute(),
    /** How many closed orders of each matter each unit answered that were sent right at once. */
    async answered(): Promise<Usual[]> {
      const { rows } =
        await sql<Usual>`select city, matter, branch, count(*)::integer as n from hotline."order"
        where stage = 'closed' and matter is not null and not tip_off and dispatches > 0 and wrong_dispatches = 0
        group by city, matter, branch`.execute(db);
      return rows;
    },
  };
}

import { sql } from 'kysely';
import { type Db, type SearchStage, searchedBy, type Tx } from '../../../platform/index.ts';
import type { Cursor } from './lists.ts';
import type { AnswerRow, OrderKey, Tables } from './tables.ts';

export type AnswerStore = ReturnType<typeof createAnswerStore>;
/** What is laid open, with the text of a tsvector by which it is found. */
type NewAnswer = Omit<AnswerRow, 'tip_off'> & { words: string };
type Hit = { answer_id: string; share: number };
type Narrow = { city?: string; limit: number };

/** A forgiving hit has at least this much of what was asked. */
const weakest = 0.34;

/** SQL of public answers. */
export function createAnswerStore(db: Db) {
  const shown = () =>
    db.withTables<Tables>().selectFrom('hotline.answer').selectAll().where('shown', '=', true);
  return {
    list: async ({
      city,
      limit,
      after,
    }: {
      city?: string;
      limit: number;
      after?: Cursor;
    }): Promise<AnswerRow[]> => {
      const page = shown().orderBy('on_day', 'desc').orderBy('answer_id').limit(limit);
      const here = city === undefined ? page : page.where('city', '=', city);
      if (after === undefined) return here.execute();
      return here
        .where(
          sql<boolean>`(on_day < ${after.key}::date or (on_day = ${after.key}::date and answer_id > ${after.id}::uuid))`,
        )
        .execute();
    },
    /** The best of one stage; of the forgiving one only what has a good part of what was asked. */
    async find(stage: SearchStage, { city, limit }: Narrow): Promise<AnswerRow[]> {
      const { where, rank, share } = searchedBy(sql.ref('words'), stage);
      const here = city === undefined ? sql`true` : sql`scope = ${city}`;
      const { rows: hits } = await sql<Hit>`with found as materialized (
          select answer_id, words, ${rank} as rank from hotline.answer_indexed where ${where} and ${here}
          order by rank desc, answer_id limit ${3 * limit}
        )
        select answer_id, ${share} as share from found order by share desc, rank desc, answer_id`.execute(db);
      const near = stage.name === 'some' ? hits.filter((hit) => hit.share >= weakest) : hits;
      const ids = near.map((hit) => hit.answer_id);
      const rows = ids.length === 0 ? [] : await shown().where('answer_id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.answer_id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []).slice(0, limit);
    },
    get: (answerId: string): Promise<AnswerRow | undefined> =>
      shown().where('answer_id', '=', answerId).executeTakeFirst(),
    /** One answer for each order: what is said after a reopening takes the place of what was said before. */
    async publish(tx: Tx, { words, ...row }: NewAnswer): Promise<void> {
      const { answer_id: id } = await tx
        .withTables<Tables>()
        .insertInto('hotline.answer')
        .values(row)
        .onConflict((conflict) => {
          const { title, question, reply, on_day, unit, shown: isShown } = row;
          return conflict
            .columns(['city', 'order_id'])
            .doUpdateSet({ title, question, reply, on_day, unit, shown: isShown });
        })
        .returning('answer_id')
        .executeTakeFirstOrThrow();
      await sql`insert into hotline.answer_indexed (answer_id, scope, words)
        values (${id}, ${row.city}, ${words}::tsvector)
        on conflict (answer_id) do update set words = excluded.words`.execute(tx);
    },
    /** What is not solved after all is not shown any more, until it is answered again. */
    hide: (tx: Tx, { city, orderId }: OrderKey) =>
      tx
        .withTables<Tables>()
        .updateTable('hotline.answer')
        .set({ shown: false })
        .where('city', '=', city)
        .where('order_id', '=', orderId)
        .execute(),
  };
}

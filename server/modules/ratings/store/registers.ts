import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/index.ts';
import { reached, type Span } from './repairs.ts';
import type { PraiseRow, Tables } from './tables.ts';

/** SQL of the registers beside the ratings: praise, surveys, pushes. */
export function createRegisterStore(db: Db) {
  return { ...createPraiseStore(db), ...createSurveyStore(db), ...createPushStore(db) };
}

function createPraiseStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    praises: (span: Span): Promise<PraiseRow[]> =>
      within(undefined)
        .selectFrom('ratings.praise')
        .selectAll()
        .where(reached(span))
        .where('received_on', '>=', span.from)
        .where('received_on', '<=', span.to)
        .orderBy('received_on', 'desc')
        .orderBy('praise_id', 'desc')
        .limit(200)
        .execute(),
    praiseCounts: (span: Span) =>
      within(undefined)
        .selectFrom('ratings.praise')
        .select(['kind', sql<number>`sum(count)::integer`.as('n')])
        .where(reached(span))
        .where('received_on', '>=', span.from)
        .where('received_on', '<=', span.to)
        .groupBy('kind')
        .execute(),
    insertPraise: (tx: Tx, row: PraiseRow) => within(tx).insertInto('ratings.praise').values(row).execute(),
  };
}

function createSurveyStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    hasTaken: async (survey: string, personId: string): Promise<boolean> => {
      const row = await within(undefined)
        .selectFrom('ratings.survey_taken')
        .select('survey')
        .where('survey', '=', survey)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Notes that somebody answers a survey; false when they have before. */
    takeSurvey: async (tx: Tx, survey: string, personId: string): Promise<boolean> => {
      const row = await within(tx)
        .insertInto('ratings.survey_taken')
        .values({ survey, person_id: personId })
        .onConflict((conflict) => conflict.doNothing())
        .returning('survey')
        .executeTakeFirst();
      return row !== undefined;
    },
    countAnswers: async (tx: Tx, survey: string, answers: readonly { question: string; level: number }[]) => {
      await within(tx)
        .insertInto('ratings.survey_count')
        .values(answers.map((answer) => ({ survey, ...answer, answers: 1 })))
        .onConflict((conflict) =>
          conflict
            .columns(['survey', 'question', 'level'])
            .doUpdateSet({ answers: sql<number>`ratings.survey_count.answers + 1` }),
        )
        .execute();
    },
    surveyCounts: () => within(undefined).selectFrom('ratings.survey_count').selectAll().execute(),
  };
}

function createPushStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    insertPush: (tx: Tx, ratingId: string, at: Date) =>
      within(tx)
        .insertInto('ratings.push')
        .values({ rating_id: ratingId, state: 'waiting', attempts: 0, at })
        .execute(),
    findWaiting: (ratingId: string) =>
      within(undefined)
        .selectFrom('ratings.push')
        .selectAll()
        .where('rating_id', '=', ratingId)
        .where('state', '=', 'waiting')
        .executeTakeFirst(),
    notePush: (ratingId: string, to: { state: 'waiting' | 'sent' | 'failed'; attempts: number; at: Date }) =>
      within(undefined).updateTable('ratings.push').set(to).where('rating_id', '=', ratingId).execute(),
    pushCounts: () =>
      within(undefined)
        .selectFrom('ratings.push')
        .select(['state', sql<number>`count(*)::integer`.as('n')])
        .groupBy('state')
        .execute(),
    /** The rating and the service of a push, for the worker alone. */
    toPush: async (ratingId: string) => {
      const rating = await within(undefined)
        .selectFrom('ratings.rating')
        .selectAll()
        .where('rating_id', '=', ratingId)
        .executeTakeFirstOrThrow();
      const service = await within(undefined)
        .selectFrom('ratings.service')
        .selectAll()
        .where('service_id', '=', rating.service_id)
        .executeTakeFirstOrThrow();
      return { rating, service };
    },
  };
}

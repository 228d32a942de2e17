import type { Selectable } from 'kysely';
import type { Db, Maybe, Moment, Tx } from '../../../platform/index.ts';

type RelationTable = {
  person_id: string;
  relative_id: string;
  kind: 'spouse' | 'child' | 'principal' | 'relative';
  items: Maybe<string[]>;
  until: Maybe<string>;
};
type AskTable = { person_id: string; relative_id: string; asked_at: Moment };
type Tables = { 'identity.relation': RelationTable; 'identity.link_ask': AskTable };
export type RelationRow = Selectable<RelationTable>;
type AskRow = Selectable<AskTable>;

/** SQL of families and mandates. */
export function createRelationStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    relationsOf: (personId: string): Promise<RelationRow[]> =>
      within(undefined)
        .selectFrom('identity.relation')
        .selectAll()
        .where('person_id', '=', personId)
        .limit(50)
        .execute(),
    relationsTo: (personId: string): Promise<RelationRow[]> =>
      within(undefined)
        .selectFrom('identity.relation')
        .selectAll()
        .where('relative_id', '=', personId)
        .limit(50)
        .execute(),
    relate: async (tx: Tx, row: RelationRow) => {
      await within(tx)
        .insertInto('identity.relation')
        .values(row)
        .onConflict((conflict) => conflict.columns(['person_id', 'relative_id']).doUpdateSet(row))
        .execute();
    },
    ...createAskStore(db),
  };
}

/** SQL of links that are asked for, and of ending them. */
function createAskStore(db: Db) {
  const within = (tx: Tx | undefined) => (tx ?? db).withTables<Tables>();
  return {
    ask: async (tx: Tx, row: AskRow) => {
      await within(tx)
        .insertInto('identity.link_ask')
        .values(row)
        .onConflict((conflict) => conflict.constraint('link_ask_pk').doNothing())
        .execute();
    },
    asksOf: (personId: string, since: Date): Promise<AskRow[]> =>
      within(undefined)
        .selectFrom('identity.link_ask')
        .selectAll()
        .where((see) => see.or([see('person_id', '=', personId), see('relative_id', '=', personId)]))
        .where('asked_at', '>=', since)
        .orderBy('asked_at', 'desc')
        .limit(50)
        .execute(),
    /** Whether the question stands; locked, so that it is answered once. */
    isAsked: async (tx: Tx, { person_id: personId, relative_id: relativeId }: Pair): Promise<boolean> =>
      (await within(tx)
        .selectFrom('identity.link_ask')
        .select('asked_at')
        .where('person_id', '=', personId)
        .where('relative_id', '=', relativeId)
        .executeTakeFirst()) !== undefined,
    link: async (tx: Tx, pair: Pair) => {
      await within(tx)
        .insertInto('identity.relation')
        .values({ ...pair, kind: 'relative' })
        .onConflict((conflict) => conflict.columns(['person_id', 'relative_id']).doNothing())
        .execute();
    },
    dropAsk: async (tx: Tx, { person_id: personId, relative_id: relativeId }: Pair) => {
      await within(tx)
        .deleteFrom('identity.link_ask')
        .where('person_id', '=', personId)
        .where('relative_id', '=', relativeId)
        .execute();
    },
    dropLink: async (tx: Tx, { person_id: personId, relative_id: relativeId }: Pair) => {
      await within(tx)
        .deleteFrom('identity.relation')
        .where('kind', '=', 'relative')
        .where('person_id', '=', personId)
        .where('relative_id', '=', relativeId)
        .execute();
    },
    forgetAsks: (before: Date) =>
      within(undefined).deleteFrom('identity.link_ask').where('asked_at', '<', before).execute(),
  };
}

type Pair = Pick<AskRow, 'person_id' | 'relative_id'>;

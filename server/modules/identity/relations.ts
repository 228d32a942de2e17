import type { Db, Tx } from '../../platform/index.ts';
import { createRelationStore, type RelationRow } from './store/relations.ts';

export type Relation = RelationRow;
type RelationStore = ReturnType<typeof createRelationStore>;

/** 家人和委托: who is whose spouse or child, and who has given whom a mandate; what follows from it others decide. */
export function createRelations(db: Db) {
  const store = createRelationStore(db);
  return {
    /** For whom a person may act, and until when; being linked alone lets nobody act. */
    relationsOf: async (personId: string): Promise<Relation[]> =>
      (await store.relationsOf(personId)).filter(({ kind }) => kind !== 'relative'),
    /** Everybody linked with a person, whichever of the two the link begins with. */
    relativesOf: async (personId: string): Promise<string[]> => [...(await linksOf(store, personId)).keys()],
    /** The same with how each came about: `asked` where one asked and the other agreed, which either may end. */
    linksOf: (personId: string) => linksOf(store, personId),
    /** 关联: one asks, the other answers, either ends. */
    links: {
      ask: (tx: Tx, from: string, to: string, at: Date) =>
        store.ask(tx, { person_id: from, relative_id: to, asked_at: at }),
      asksOf: store.asksOf,
      /** Answers false where nobody has asked. */
      async answer(tx: Tx, { from, by, agreed }: { from: string; by: string; agreed: boolean }) {
        const pair = { person_id: from, relative_id: by };
        if (!(await store.isAsked(tx, pair))) return false;
        if (agreed) await store.link(tx, pair);
        await store.dropAsk(tx, pair);
        return true;
      },
      /** Ends a link and whatever one has asked of the other. */
      async end(tx: Tx, one: string, other: string): Promise<void> {
        const [there, back] = [
          { person_id: one, relative_id: other },
          { person_id: other, relative_id: one },
        ];
        await store.dropLink(tx, there);
        await store.dropLink(tx, back);
        await store.dropAsk(tx, there);
      },
      forget: store.forgetAsks,
    },
    /** 关联: lets one person act for another. */
    relate: (tx: Tx, row: Relation) => store.relate(tx, row),
  };
}

type How = 'asked' | 'registered';

async function linksOf(store: RelationStore, personId: string): Promise<Map<string, How>> {
  const [from, to] = await Promise.all([store.relationsOf(personId), store.relationsTo(personId)]);
  const links = new Map<string, How>();
  const all = [
    ...from.map(({ relative_id: other, kind }) => ({ other, kind })),
    ...to.map(({ person_id: other, kind }) => ({ other, kind })),
  ];
  for (const { other, kind } of all)
    if (kind !== 'relative' || !links.has(other))
      links.set(other, kind === 'relative' ? 'asked' : 'registered');
  return links;
}

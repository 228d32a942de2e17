import { addDays } from '@tongban/calendar';
import type { OrderRow as RowView } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { type SearchStage, type SignedIn, searchInStages } from '../../../platform/index.ts';
import { postOf } from '../parts.ts';
import { seesOrder } from '../rules/reach.ts';
import type { OrderRow } from '../store/tables.ts';
import { type Shared, scopesOf } from './parts.ts';
import type { Scopes } from './store.ts';

const enough = 3;
const shown = 50;
/** What fills a page of its own is looked for no further back than the month of so many days ago. */
const lately = 31;
const numberLike = /^\d{16}$/;

/** 工单检索: orders a post sees, by their words, by how they sound, or by a whole number. */
export function createSearching(shared: Shared) {
  const { index, search, views, clock } = shared;
  /** Of what is common the newest; of everything else whatever there is. */
  const hitsOf = async (stage: SearchStage, scopes: Scopes): Promise<readonly OrderRow[]> => {
    const to = shanghaiDay(clock());
    const newest = await index.find(stage, { scopes, span: { from: addDays(to, -lately), to } });
    return (newest.full ? newest : await index.find(stage, { scopes })).rows;
  };
  return async (caller: SignedIn, q: string): Promise<{ orders: RowView[]; near: boolean }> => {
    const text = q.trim();
    if (numberLike.test(text)) return { orders: await byNumber(shared, caller, text), near: false };
    const scopes = scopesOf(shared, caller);
    let strict = 0;
    const found = await searchInStages<OrderRow>(search.askedOf(text), {
      enough,
      idOf: ({ order_id: id }) => id,
      async find(stage) {
        const hits = await hitsOf(stage, scopes);
        if (stage.name !== 'some') strict += hits.length;
        return [...hits];
      },
    });
    return { orders: await views.rows(found.slice(0, shown)), near: strict === 0 && found.length > 0 };
  };
}

async function byNumber({ store, ledger, views }: Shared, caller: SignedIn, number: string) {
  const row = await store.find(number);
  if (row === undefined || !seesOrder(postOf(caller), (await ledger.read(row)).state)) return [];
  return views.rows([row]);
}

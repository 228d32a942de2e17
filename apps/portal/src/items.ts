import type { ItemEdition } from '@tongban/catalogue';
import { catalogueRoutes, type ItemHit, type ItemNow } from '@tongban/contract';
import type { Visit } from './visit.ts';

/** An item with the edition that holds today in the city of the visit. */
export type ItemHere = { readonly now: ItemNow; readonly edition: ItemEdition };

export async function getItem(visit: Visit, item: string): Promise<ItemHere> {
  const now = await visit.call(catalogueRoutes.item, {
    params: { item },
    query: { division: visit.city.code },
  });
  return { now, edition: await getEdition(visit, now.edition) };
}

/** An edition never changes, so one that was read once is kept. */
export function getEdition(visit: Visit, edition: string): Promise<ItemEdition> {
  return visit.keep(`edition ${edition}`, () => visit.call(catalogueRoutes.edition, { params: { edition } }));
}

/** Every item there is, for the lists by line. */
export async function listItems(visit: Visit): Promise<readonly ItemHit[]> {
  const { hits } = await visit.keep(
    'items',
    () => visit.call(catalogueRoutes.search, { query: { limit: 100 } }),
    60,
  );
  return hits;
}

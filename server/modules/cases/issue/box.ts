import type { Vault } from '../../../platform/index.ts';
import type { CollectionRow } from './store.ts';

/** What of a collection is personal: who came for the applicant, and what was said or written about signing. */
export type Sealed = { agent?: { name: string; citizenNumber: string }; note?: string };

/** Seals and opens the personal part of a collection, bound to its row. */
export function createCollectionBox(vault: Vault) {
  const place = (collectionId: string) => `cases.collection.sealed|${collectionId}`;
  const open = ({ collection_id: id, sealed }: CollectionRow): Sealed =>
    sealed === undefined ? {} : JSON.parse(vault.open(place(id), sealed));
  return {
    open,
    /** The row with more of its personal part known. */
    with: (row: CollectionRow, more: Sealed): CollectionRow => ({
      ...row,
      sealed: vault.seal(place(row.collection_id), JSON.stringify({ ...open(row), ...more })),
    }),
  };
}
export type CollectionBox = ReturnType<typeof createCollectionBox>;

import { editionHash, type ItemEdition, localise } from '@tongban/catalogue';
import type { LocalFields } from '@tongban/catalogue/author';
import { Problem } from '@tongban/kernel';
import type { Tx } from '../../platform/index.ts';
import type { EditionRow, Store } from './store.ts';

/** The division that owns master items: the province. */
export const masterDivision = '44';

type Job = { editions: readonly ItemEdition[]; local: readonly LocalFields[]; today: string; at: Date };
type Newest = Map<string, EditionRow>;

/**
 * Publishes what changed: a master whose text differs from its newest edition gets the next number, and so does
 * every city's copy whose master or local fields differ. Editions already there are never touched.
 */
export async function publish(tx: Tx, store: Store, job: Job): Promise<number> {
  await store.lockPublishing(tx);
  const newest: Newest = new Map();
  for (const row of await store.rows(tx)) newest.set(`${row.item}@${row.division}`, row);
  let published = 0;
  for (const edition of job.editions) {
    const master = await publishMaster(tx, store, { ...job, newest, edition });
    published += master.fresh ? 1 : 0;
    for (const fields of job.local) {
      published += await publishLocal(tx, store, { ...job, newest, edition, fields, masterId: master.id });
    }
  }
  return published;
}

type One = Job & { newest: Newest; edition: ItemEdition };

async function publishMaster(tx: Tx, store: Store, one: One): Promise<{ id: string; fresh: boolean }> {
  const { edition, newest, today, at } = one;
  const before = newest.get(`${edition.id}@${masterDivision}`);
  if (before?.hash === edition.hash) return { id: before.edition_id, fresh: false };
  const id = await store.insert(tx, {
    item: edition.id,
    division: masterDivision,
    number: (before?.number ?? 0) + 1,
    hash: edition.hash,
    effectiveFrom: today,
    publishedAt: at,
    folder: edition.folder,
  });
  return { id, fresh: true };
}

async function publishLocal(
  tx: Tx,
  store: Store,
  one: One & { fields: LocalFields; masterId: string },
): Promise<number> {
  const { edition, fields, newest, today, at, masterId } = one;
  const localised = localise(edition, fields);
  if (!localised.ok) {
    const [first] = localised.refused;
    throw new Problem(
      'catalogue.locked',
      'invalid',
      `${fields.name} ${edition.id}：${first?.message ?? '要素已锁定'}`,
    );
  }
  const { local } = localised.edition;
  if (local === undefined) return 0;
  const hash = `${edition.hash}-${editionHash(local)}`;
  const before = newest.get(`${edition.id}@${fields.city}`);
  if (before?.hash === hash) return 0;
  await store.insert(tx, {
    item: edition.id,
    division: fields.city,
    number: (before?.number ?? 0) + 1,
    hash,
    effectiveFrom: today,
    publishedAt: at,
    masterId,
    local,
  });
  return 1;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, transaction } from '../database.ts';
import { createVault, headOf, keyIdOf, type Vault } from '../vault.ts';
import { keysGraceMs } from './kept-vault.ts';
import type { Keys } from './keyring.ts';
import { createRotationStore, type Replacement, type SealedRow } from './rotation-store.ts';
import { placeIn, type SealedColumn } from './sealed-columns.ts';
import type { Resealing, SealedStore } from './sealed-store.ts';

/** How far a change of keys has come in one column, or in a store outside the database. */
export type Progress =
  | { readonly table: string; readonly column: string; readonly rows: number }
  | { readonly store: string; readonly rows: number };

type Deps = {
  /** The database as the owner of the tables reaches it. */
  owner: Db;
  keys: Keys;
  columns: readonly SealedColumn[];
  stores?: readonly SealedStore[];
  tell: (progress: Progress) => void;
  /** Every process reads the keys again within this time. */
  graceMs?: number;
  signal?: AbortSignal | undefined;
};
type Work = Deps & { vault: Vault; store: ReturnType<typeof createRotationStore> };

const batch = 500;

/**
 * 换钥: takes a new data key into use, seals every registered column and store anew in batches, makes the blind indexes again, and
 * retires the old keys when nothing needs them. It may be stopped at any point; the next one goes on. Returns the
 * number of values sealed anew.
 */
export async function rotateKeys(deps: Deps): Promise<number> {
  const { keys, owner } = deps;
  await keys.refresh();
  if (isAtRest(keys)) await bring(keys);
  if (keys.rows().some(({ state }) => state === 'incoming')) {
    await settle(deps);
    await transaction(owner, (tx) => keys.store.activate(tx));
    await settle(deps);
  }
  const work = { ...deps, vault: createVault(keys.ring), store: createRotationStore(owner) };
  let total = 0;
  for (let changed = Number.POSITIVE_INFINITY; changed > 0; total += changed) {
    changed = 0;
    for (const column of deps.columns) changed += await walk(work, column);
    for (const store of deps.stores ?? []) changed += await reseal(work, store);
  }
  await refuseLeftovers(work);
  await keys.store.retire();
  await settle(deps);
  return total;
}

/** Whether the last change of keys was brought to its end. */
function isAtRest(keys: Keys): boolean {
  return keys.rows().every(({ state }) => state === 'active' || state === 'retired');
}

async function bring(keys: Keys): Promise<void> {
  for (const purpose of ['seal', 'index'] as const) {
    const ids = keys.rows().filter((row) => row.purpose === purpose);
    await keys.make(purpose, Math.max(...ids.map(({ id }) => id)) + 1, 'incoming');
  }
  await keys.refresh();
}

/** Lets every process learn of the keys as they are now. */
async function settle({ keys, graceMs = keysGraceMs, signal }: Deps): Promise<void> {
  await keys.store.tell();
  await sleep(graceMs, undefined, signal === undefined ? {} : { signal });
  await keys.refresh();
}

/** No key is retired while the database still holds a value sealed with it. */
async function refuseLeftovers({ store, keys, columns, stores = [] }: Work): Promise<void> {
  const head = headOf(keys.ring.sealing());
  for (const column of columns) {
    const left = await store.others(column, head);
    if (left > 0)
      throw new Error(`${column.table}.${column.column} 还有 ${left} 个值用旧钥匙，旧钥匙没有停用`);
  }
  for (const { name, others } of stores) {
    const left = await others(isNewBy(keys));
    if (left > 0) throw new Error(`${name} 还有 ${left} 份用旧钥匙，旧钥匙没有停用`);
  }
}

/** Goes once through a store outside the database; how many values were sealed anew. */
function reseal({ vault, keys, signal, tell }: Work, { name, reseal }: SealedStore): Promise<number> {
  const told = (rows: number) => tell({ store: name, rows });
  return reseal({ vault, isNew: isNewBy(keys), signal, tell: told });
}

function isNewBy({ ring }: Keys): Resealing['isNew'] {
  const head = headOf(ring.sealing());
  return (sealed) => head.equals(Buffer.from(sealed).subarray(0, head.length));
}

/** Goes once through a column; how many values were replaced. */
async function walk(work: Work, column: SealedColumn): Promise<number> {
  const { store, signal, tell } = work;
  const types = await store.typesOf(column);
  let replaced = 0;
  let after: string[] | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const rows = await store.next(column, { types, after, limit: batch });
    const fresh = rows.flatMap((row) => renew(work, column, row));
    if (fresh.length > 0) replaced += await store.replace({ column, types }, fresh);
    if (fresh.length > 0) tell({ table: column.table, column: column.column, rows: replaced });
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return replaced;
    after = column.key.map((name) => last.key[name] ?? '');
  }
}

/** A row's value under the new keys, or nothing when it already stands under them. */
function renew(work: Work, column: SealedColumn, row: SealedRow): Replacement[] {
  const { vault, keys } = work;
  const place = placeIn(column, row.key);
  const isNew = keyIdOf(row.sealed) === keys.ring.sealing().id;
  if (isNew && column.index === undefined) return [];
  const plain = opened(work.vault, { column, place, sealed: row.sealed });
  const index = column.index === undefined ? undefined : vault.index(column.index.of, plain.toString());
  if (isNew && index !== undefined && row.index?.equals(index) === true) return [];
  return [{ row, sealed: isNew ? row.sealed : vault.sealBytes(place, plain), index }];
}

/** A value that cannot be opened stops the change of keys: it must not be lost with its key. */
function opened(vault: Vault, at: { column: SealedColumn; place: string; sealed: Buffer }): Buffer {
  try {
    return vault.openBytes(at.place, at.sealed);
  } catch (error) {
    throw new Error(`${at.column.table}.${at.column.column} ${at.place} 打不开`, { cause: error });
  }
}

import { randomBytes } from 'node:crypto';
import type { Db } from '../database.ts';
import { createKeyStore, type KeyRow, type Purpose } from './key-store.ts';
import { deriveKey, type SuiteName, suites } from './suites.ts';

/** 数据密钥: what values are sealed or indexed with. */
export type DataKey = { readonly id: number; readonly suite: SuiteName; readonly secret: Buffer };

/** 钥匙串: the data keys in use, as this process knows them. */
export type Keyring = {
  /** The key new values are sealed with. */
  readonly sealing: () => DataKey;
  readonly find: (id: number) => DataKey | undefined;
  /** The key new indexes are made with, */
  readonly indexing: () => DataKey;
  /** and all that a value may be indexed with at this moment. */
  readonly indexes: () => DataKey[];
};

type Held = { readonly row: KeyRow; readonly key: DataKey };
export type Keys = Awaited<ReturnType<typeof openKeys>>;

const secretBytes = 32;

/**
 * Opens the data keys with the vault secret (at least 32 characters) and makes the first ones where there are none.
 * `refresh` reads them again after somebody has changed them.
 */
export async function openKeys(deps: { db: Db; secret: string; suite: SuiteName }) {
  if (deps.secret.length < 32) throw new RangeError('the vault secret has at least 32 characters');
  const store = createKeyStore(deps.db);
  const wrapping = createWrapping(deps.secret);
  let held: readonly Held[] = [];

  const refresh = async (): Promise<void> => {
    held = (await store.all()).map((row) => ({ row, key: wrapping.open(row) }));
  };
  const make = async (purpose: Purpose, id: number, state: 'active' | 'incoming') =>
    store.insert({ purpose, id, suite: deps.suite, state, wrapped: wrapping.make(purpose, id, deps.suite) });
  const active = (purpose: Purpose): DataKey => {
    const found = held.find(({ row }) => row.purpose === purpose && row.state === 'active');
    if (found === undefined) throw new Error(`no key is active for ${purpose}`);
    return found.key;
  };
  await refresh();
  for (const purpose of ['seal', 'index'] as const)
    if (!held.some(({ row }) => row.purpose === purpose && row.state === 'active'))
      await make(purpose, 1, 'active');
  await refresh();
  const ring: Keyring = {
    sealing: () => active('seal'),
    find: (id) => held.find(({ row }) => row.purpose === 'seal' && row.id === id)?.key,
    indexing: () => active('index'),
    indexes: () =>
      held
        .filter(({ row }) => row.purpose === 'index' && row.state !== 'retired')
        .map(({ key }) => key)
        .toSorted((one, other) => other.id - one.id),
  };
  return { ring, refresh, store, make, rows: () => held.map(({ row }) => row) };
}

/** 信封: data keys lie in the database wrapped by a key that comes from the vault secret alone. */
function createWrapping(secret: string) {
  const placeOf = (purpose: Purpose, id: number) => Buffer.from(`platform.vault_key|${purpose}|${id}`);
  const wrapper = (suite: SuiteName) =>
    deriveKey(suites[suite].digest, secret, `wrap ${suite}`, suites[suite].keyBytes);
  return {
    make: (purpose: Purpose, id: number, suite: SuiteName): Buffer =>
      suites[suite].seal(wrapper(suite), placeOf(purpose, id), randomBytes(secretBytes)),
    open({ purpose, id, suite, wrapped }: KeyRow): DataKey {
      // The keys of the first release are derived from the secret itself.
      if (wrapped === undefined) return { id, suite, secret: deriveKey('sha256', secret, purpose) };
      try {
        return { id, suite, secret: suites[suite].open(wrapper(suite), placeOf(purpose, id), wrapped) };
      } catch (error) {
        throw new Error('TONGBAN_VAULT_SECRET 打不开数据库里的密钥，换回原来的再启动', { cause: error });
      }
    },
  };
}

import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { createTestHouse } from '../testing.ts';
import { createVault, keyIdOf } from '../vault.ts';
import { openKeys } from './keyring.ts';
import { rotateKeys } from './rotation.ts';
import type { SealedColumn } from './sealed-columns.ts';

const secret = 'a secret of at least thirty-two characters';
const house = await createTestHouse(() => undefined, { environment: { TONGBAN_SUITE: 'gm' } });
const owner = openDatabase(house.ownerConnection, {
  max: 2,
  onError: () => undefined,
  whoActs: () => ({ role: 'worker' }),
});
afterAll(async () => {
  await owner.close();
  await house.stop();
});
await sql`create table public.kayak (
  river text, number integer, owner bytea, owner_index bytea, primary key (river, number)
)`.execute(owner.db);

const column: SealedColumn = {
  ...{ table: 'public.kayak', column: 'owner', key: ['river', 'number'] },
  ...{ name: 'kayak.owner', bind: ['river', 'number'] },
  index: { column: 'owner_index', of: 'kayak.owner' },
};

/** A ring of its own over the same table of keys, as another process would have. */
async function fresh(suite: 'intl' | 'gm') {
  await sql`delete from platform.vault_key`.execute(house.db);
  const keys = await openKeys({ db: house.db, secret, suite });
  const vault = createVault(keys.ring);
  await sql`truncate public.kayak`.execute(owner.db);
  for (let number = 0; number < 1203; number += 1) {
    const [sealed, index] = [
      vault.seal(`kayak.owner|Li|${number}`, `示例·${number}`),
      vault.index('kayak.owner', `示例·${number}`),
    ];
    await sql`insert into public.kayak values ('Li', ${number}, ${sealed}, ${index})`.execute(owner.db);
  }
  const rotate = (suiteNow: 'intl' | 'gm', signal?: AbortSignal, tell: () => void = () => undefined) =>
    openKeys({ db: house.db, secret, suite: suiteNow }).then((own) =>
      rotateKeys({ owner: owner.db, keys: own, columns: [column], tell, graceMs: 1, signal }),
    );
  return { keys, vault, rotate };
}

async function rows() {
  const found = await sql<{
    number: number;
    owner: Buffer;
    owner_index: Buffer;
  }>`select number, owner, owner_index
    from public.kayak order by number`.execute(owner.db);
  return found.rows;
}
const states = async () =>
  (
    await sql<{ state: string }>`select state from platform.vault_key order by key_id, purpose`.execute(
      house.db,
    )
  ).rows.map(({ state }) => state);

describe('the data keys', () => {
  test('are made once in the configured suite and lie wrapped in the database', async () => {
    await fresh('gm');
    await openKeys({ db: house.db, secret, suite: 'gm' });
    const { rows: kept } = await sql<{ suite: string; wrapped: Buffer }>`select suite, wrapped
      from platform.vault_key`.execute(house.db);
    expect(kept.map(({ suite }) => suite)).toEqual(['gm', 'gm']);
    expect(house.platform.config.suite).toBe('gm');
  });

  test('are not opened by another secret', async () => {
    await fresh('intl');
    const other = 'another secret of thirty-two characters';
    await expect(openKeys({ db: house.db, secret: other, suite: 'intl' })).rejects.toThrow(
      'TONGBAN_VAULT_SECRET',
    );
    await expect(openKeys({ db: house.db, secret: 'short', suite: 'intl' })).rejects.toThrow('at least 32');
  });
});

describe('a change of keys', () => {
  test('seals every value anew, in another suite if so configured, and makes the blind indexes again', async () => {
    const { keys, vault, rotate } = await fresh('intl');
    expect(await rotate('gm')).toBe(1203);
    await keys.refresh();
    for (const row of await rows()) {
      expect(keyIdOf(row.owner)).toBe(2);
      expect(vault.open(`kayak.owner|Li|${row.number}`, row.owner)).toBe(`示例·${row.number}`);
      expect(vault.indexes('kayak.owner', `示例·${row.number}`)).toEqual([row.owner_index]);
    }
    expect(keys.ring.sealing().suite).toBe('gm');
    expect(await states()).toEqual(['retired', 'retired', 'active', 'active']);
  });

  test('that was stopped goes on where it was; meanwhile everything can be read and found', async () => {
    const { keys, vault, rotate } = await fresh('intl');
    const stopping = new AbortController();
    await expect(rotate('intl', stopping.signal, () => stopping.abort())).rejects.toThrow();
    await keys.refresh();
    const half = await rows();
    expect(new Set(half.map((row) => keyIdOf(row.owner)))).toEqual(new Set([1, 2]));
    for (const row of half) {
      expect(vault.open(`kayak.owner|Li|${row.number}`, row.owner)).toBe(`示例·${row.number}`);
      expect(vault.indexes('kayak.owner', `示例·${row.number}`)).toContainEqual(row.owner_index);
    }
    const done = half.filter((row) => keyIdOf(row.owner) === 2).length;
    expect(await rotate('intl')).toBe(1203 - done);
    expect(await states()).toEqual(['retired', 'retired', 'active', 'active']);
  });

  test('takes up values that somebody sealed with the old key in the meantime', async () => {
    const { keys, vault, rotate } = await fresh('intl');
    let late = false;
    const write = () => {
      if (late) return;
      late = true;
      const blob = vault.seal('kayak.owner|Li|0', '示例·late');
      void sql`update public.kayak set owner = ${blob} where number = 0`.execute(owner.db);
    };
    expect(keyIdOf(vault.seal('kayak.owner|Li|0', 'x'))).toBe(1);
    await rotate('intl', undefined, write);
    await keys.refresh();
    const [first] = await rows();
    expect(keyIdOf(first?.owner ?? Buffer.of())).toBe(2);
    expect(vault.open('kayak.owner|Li|0', first?.owner ?? Buffer.of())).toBe('示例·late');
    expect(vault.indexes('kayak.owner', '示例·late')).toEqual([first?.owner_index]);
  });

  test('refuses to go on over a value that does not belong to its row', async () => {
    const { vault, rotate } = await fresh('intl');
    await sql`update public.kayak set owner = ${vault.seal('kayak.owner|Li|9', 'x')} where number = 8`.execute(
      owner.db,
    );
    await expect(rotate('intl')).rejects.toThrow('public.kayak.owner');
  });
});

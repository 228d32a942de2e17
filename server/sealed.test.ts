import { casesRoutes, licencesRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKayakHouse, type KayakHouse } from './modules/cases/kayak-house.fixture.ts';
import { openDatabase, openKeys, type Progress, rotateKeys, secretNamed } from './platform/index.ts';
import { keyIdOf } from './platform/vault.ts';
import { houseBytes } from './sealed.ts';

let house: KayakHouse;
beforeAll(async () => {
  house = await createKayakHouse();
});
afterAll(() => house.stop());

/** Where each kind of value stands, in the words of the database. */
const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

describe('the columns of bytes', () => {
  test('are all known: sealed, indexed, or a hash', async () => {
    const { rows } = await sql<{ name: string }>`select nspname || '.' || relname || '.' || attname as name
      from pg_attribute
      join pg_class relation on relation.oid = attrelid and relation.relkind in ('r', 'p')
      join pg_namespace namespace on namespace.oid = relation.relnamespace
      where atttypid = 'bytea'::regtype and not attisdropped
        and nspname !~ '^(pg_|information_schema$|graphile_worker$|platform$)'
      order by 1`.execute(house.db);
    const indexes = houseBytes.sealed.flatMap(({ table, index }) =>
      index === undefined ? [] : [nameOf({ table, column: index.column })],
    );
    const known = [...houseBytes.sealed.map(nameOf), ...indexes, ...houseBytes.other.map(nameOf)];
    expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });

  test('are told with the primary key of their table, and with columns it has', async () => {
    for (const { table, key, bind } of houseBytes.sealed) {
      const { rows } = await sql<{ key: string[]; columns: string[] }>`select
          array_agg(attname::text order by attname) filter (where attnum = any(indkey::int2[])) as key,
          array_agg(attname::text) as columns
        from pg_index join pg_attribute on attrelid = indrelid and attnum > 0
        where indrelid = ${table}::regclass and indisprimary`.execute(house.db);
      expect({ table, key: rows[0]?.key }).toEqual({ table, key: key.toSorted() });
      expect(rows[0]?.columns).toEqual(expect.arrayContaining([...bind]));
    }
  });
});

test('all values of the house are sealed anew with a new key, and an open house goes on with them', async () => {
  const { config, db } = house.platform;
  const citizen = await house.citizen('示例·换钥');
  await house.giveCard(citizen);
  const clerk = await house.staff('clerk');
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  const before = await house.seen(clerk, number);
  const owner = openDatabase(house.ownerConnection, {
    max: 2,
    whoActs: () => ({ role: 'worker' }),
    onError: () => undefined,
  });
  await house.platform.start();
  const keys = await openKeys({ db, suite: 'gm', secret: secretNamed(config, 'TONGBAN_VAULT_SECRET') });
  const told = new Set<string>();
  const tell = (progress: Progress) => 'table' in progress && told.add(nameOf(progress));
  await rotateKeys({ owner: owner.db, keys, columns: houseBytes.sealed, tell, graceMs: 500 });
  expect([...told]).toEqual(
    expect.arrayContaining([
      'identity.person.citizen_number',
      'identity.person.phone',
      'licences.licence.sealed',
      'cases.draft.sealed',
      'cases.case.sealed',
      'cases.action.sealed',
    ]),
  );
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from cases.action`.execute(owner.db);
  expect(new Set(rows.map(({ sealed }) => keyIdOf(sealed)))).toEqual(new Set([2]));
  await owner.close();
  expect(await house.seen(clerk, number)).toEqual(before);
  expect(await house.as(citizen)(casesRoutes.get, { params: { case: number } })).toMatchObject({
    case: number,
  });
  expect(await house.as(citizen)(licencesRoutes.wallet, {})).toMatchObject([{ type: 'resident-id' }]);
});

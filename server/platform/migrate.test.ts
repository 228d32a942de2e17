import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { roleOf } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { createTestHouse } from './testing.ts';

const house = await createTestHouse(() => undefined);
afterAll(house.stop);

function folderOf(steps: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const [name, text] of Object.entries(steps)) writeFileSync(join(folder, name), text);
  return folder;
}
const take = (steps: Readonly<Record<string, string>>) =>
  migrate(house.ownerConnection, { folder: folderOf(steps), applicationRole: roleOf(house.connection) });
const kayaks = {
  '9001_create_kayaks.sql': 'create schema kayaks; create table kayaks.kayak (name text not null);',
  '9002_create_log.sql':
    "create table kayaks.log (line text); comment on table kayaks.log is 'insert-only: log'",
};

describe('the migrator', () => {
  test('takes each step once, in order, and lets the application use what it made', async () => {
    expect(await take(kayaks)).toEqual(['9001_create_kayaks.sql', '9002_create_log.sql']);
    expect(await take(kayaks)).toEqual([]);
    await sql`insert into kayaks.kayak values ('红艇')`.execute(house.db);
    await sql`delete from kayaks.kayak`.execute(house.db);
  });
  test('gives only adding and reading on a table marked insert-only', async () => {
    await sql`insert into kayaks.log values ('红艇')`.execute(house.db);
    await expect(sql`delete from kayaks.log`.execute(house.db)).rejects.toThrow('permission denied');
  });
  test('gives the application no right to change the shape', async () => {
    await expect(sql`alter table kayaks.kayak add column x text`.execute(house.db)).rejects.toThrow(
      'must be owner',
    );
    await expect(sql`create schema mine`.execute(house.db)).rejects.toThrow('permission denied');
  });
  test('leaves nothing of a step that fails, and says which it was', async () => {
    const broken = { '9003_break.sql': 'create table kayaks.half (a text); select nonsense;' };
    await expect(take({ ...kayaks, ...broken })).rejects.toThrow('Migration 9003_break.sql failed');
    await expect(sql`select from kayaks.half`.execute(house.db)).rejects.toThrow('does not exist');
    expect(await take({ ...kayaks, '9003_break.sql': 'create table kayaks.half (a text)' })).toEqual([
      '9003_break.sql',
    ]);
  });
  test('refuses a step changed after it was taken', async () => {
    const changed = { ...kayaks, '9001_create_kayaks.sql': 'create schema kayaks;' };
    await expect(take(changed)).rejects.toThrow('9001_create_kayaks.sql was changed');
  });
  test('run twice at once takes each step once', async () => {
    const step = { '9010_create_pier.sql': 'create table kayaks.pier (name text)' };
    const both = await Promise.all([take(step), take(step)]);
    expect(both.flat()).toEqual(['9010_create_pier.sql']);
  });
});

test('a number used twice or a name out of shape is refused', () => {
  expect(() => readMigrations(folderOf({ '0001_a.sql': '', '0001_b.sql': '' }))).toThrow('used twice');
  expect(() => readMigrations(folderOf({ 'first.sql': '' }))).toThrow('NNNN_verb_object.sql');
});

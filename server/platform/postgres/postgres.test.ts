import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { settingsOf } from '../database.ts';
import { existingMajor, findPrograms } from './find.ts';
import { type Postgres, startPostgres } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), `tongban-test-${process.pid}-launcher-`));
chmodSync(folder, 0o711);
const running: Postgres[] = [];
const start = async () => {
  const started = await startPostgres({ folder });
  running.push(started);
  return started;
};
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function run(postgres: Postgres, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(settingsOf(postgres.migrator));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
const count = async (postgres: Postgres) =>
  Number((await run(postgres, 'select count(*) from kayak')).rows[0].count);

describe('our own database', () => {
  test('keeps its rows over a restart, speaks UTF-8 and finds Chinese by trigrams', async () => {
    const first = await start();
    await run(first, 'create table kayak (name text)');
    await run(first, "insert into kayak values ('红艇')");
    await running.pop()?.stop();
    expect(first.pid()).toBeUndefined();
    const second = await start();
    expect(await count(second)).toBe(1);
    await run(second, 'create extension if not exists pg_trgm');
    expect((await run(second, "select cardinality(show_trgm('户口迁移')) as n")).rows[0].n).toBeGreaterThan(
      0,
    );
  });
  test('killed in the middle of writing comes back by itself with every acknowledged row', async () => {
    const postgres = await start();
    const before = await count(postgres);
    const killed = postgres.pid() ?? 0;
    let acknowledged = 0;
    const writers = Array.from({ length: 4 }, async () => {
      for (;;)
        try {
          await run(postgres, "insert into kayak values ('蓝艇')");
          acknowledged += 1;
        } catch {
          return;
        }
    });
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(40), 30_000);
    process.kill(killed, 'SIGKILL');
    await Promise.all(writers);
    await vi.waitFor(
      async () => expect(await count(postgres)).toBeGreaterThanOrEqual(before + acknowledged),
      { timeout: 15_000, interval: 200 },
    );
    expect(postgres.pid()).not.toBe(killed);
  });
  test('left running by a start that was killed is adopted', async () => {
    const first = await start();
    const pid = first.pid();
    rmSync(join(folder, 'run', 'start.lock'));
    const second = await start();
    expect(second.pid()).toBe(pid);
    expect(await count(second)).toBeGreaterThan(0);
  });
  test('is not started twice on one folder', async () => {
    await start();
    await expect(startPostgres({ folder })).rejects.toThrow('同一个数据文件夹已有一个正在运行');
  });
  test('keeps its passwords from others', async () => {
    await start();
    expect(statSync(join(folder, 'pg.password')).mode & 0o077).toBe(0);
    expect(existsSync(join(folder, 'run', 'initial-password'))).toBe(false);
  });
});

test('data made by one major are never opened by another', () => {
  const other = mkdtempSync(join(tmpdir(), `tongban-test-${process.pid}-major-`));
  mkdirSync(join(other, 'pg12'));
  writeFileSync(join(other, 'pg12', 'PG_VERSION'), '12');
  expect(existingMajor(other)).toBe(12);
  expect(() => findPrograms(other, undefined)).toThrow('没有找到 PostgreSQL 12');
});

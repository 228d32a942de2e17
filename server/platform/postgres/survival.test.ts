import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { route } from '@tongban/contract';
import { sql } from 'kysely';
import Type from 'typebox';
import { afterAll, expect, test, vi } from 'vitest';
import { readConfig } from '../../config.ts';
import { createLog, createPlatform, fact, migrate, newId, publish, serve, startPostgres } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), `tongban-test-${process.pid}-survival-`));
chmodSync(folder, 0o711);
const added = fact('kayaks.added', Type.Object({ id: Type.String() }));
const add = route({
  method: 'POST',
  path: '/kayaks',
  access: 'public',
  summary: 'Add a kayak',
  reply: Type.Object({ id: Type.String() }),
});

const postgres = await startPostgres({ folder });
await migrate(postgres.migrator, {
  folder: join(import.meta.dirname, '..', '..', 'migrations'),
  applicationRole: 'tongban_app',
});
const platform = await createPlatform({
  config: readConfig({ TONGBAN_DATA: folder }),
  log: createLog('silent'),
  clock: () => new Date(),
  connection: postgres.application,
});
const carried = new Set<string>();
platform.outbox.subscribe({
  name: 'tests.carried',
  on: added,
  handle: async (_tx, event) => void carried.add(event.data.id),
});
serve(platform.http, add, (_asked, _caller, { transaction }) =>
  transaction(async (tx) => {
    const id = newId();
    await publish(tx, added({ id }));
    return { id };
  }),
);
await platform.http.fastify.ready();
await platform.start();
afterAll(async () => {
  await platform.stop();
  await postgres.stop();
});

/** Adds a kayak under one key until it is acknowledged, as a client does that lost the answer. */
async function addSurely(): Promise<string> {
  const key = newId();
  for (;;) {
    const answer = await platform.http.fastify.inject({
      method: 'POST',
      url: '/api/kayaks',
      headers: { 'idempotency-key': key },
    });
    if (answer.statusCode === 200) return answer.json().id;
    expect([409, 503]).toContain(answer.statusCode);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a house whose database is killed answers 503, comes back, and loses and doubles nothing', async () => {
  const ids: string[] = [];
  let going = true;
  const clients = Array.from({ length: 4 }, async () => {
    while (going) ids.push(await addSurely());
  });
  for (let round = 0; round < 3; round += 1) {
    const before = ids.length;
    await vi.waitFor(() => expect(ids.length).toBeGreaterThan(before + 20), 30_000);
    const killed = postgres.pid();
    if (killed === undefined) throw new Error('there is no database to kill');
    process.kill(killed, 'SIGKILL');
    // Right after the blow the old number still stands: only another one shows a new start.
    await vi.waitFor(() => expect([undefined, killed]).not.toContain(postgres.pid()), 30_000);
  }
  going = false;
  await Promise.all(clients);
  const { rows } = await sql<{ id: string }>`select data->>'id' as id from platform.event`.execute(
    platform.db,
  );
  expect(rows.map((row) => row.id).sort()).toEqual(ids.sort());
  await vi.waitFor(() => expect(carried.size).toBe(ids.length), 30_000);
}, 60_000);

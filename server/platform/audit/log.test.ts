import { readFileSync } from 'node:fs';
import { auditRoutes, route } from '@tongban/contract';
import { sql } from 'kysely';
import pg from 'pg';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditHttp } from '../audit-routes.ts';
import type { Caller } from '../caller.ts';
import { settingsOf, transaction } from '../database.ts';
import { newId } from '../ids.ts';
import { createPlatform, type Platform } from '../platform.ts';
import { serve } from '../serve.ts';
import { createTestHouse, type TestHouse } from '../testing.ts';
import { isSignedBy, type NoteVerifier, readState, readVerifier } from './note.ts';
import { checkProof, type Proof } from './proof.ts';

const paddle = route({
  method: 'PUT',
  path: '/kayaks/:kayak/paddled',
  access: { roles: ['clerk'], scope: 'branch' },
  summary: 'Note that a kayak was paddled',
  params: Type.Object({ kayak: Type.String() }),
});
const clerk: Caller = { role: 'clerk', personId: newId() };
const auditor: Caller = { role: 'auditor', personId: newId() };
let house: TestHouse;
let log: Platform['auditLog'];

beforeAll(async () => {
  house = await createTestHouse((platform) => {
    serve(platform.http, paddle, () => undefined);
    auditHttp(platform, (ids) => Promise.resolve(new Map(ids.map((id) => [id, { name: '示例·桨手' }]))));
  });
  log = house.platform.auditLog;
});
afterAll(() => house.stop());

const act = (kayak: string) => house.as(clerk)(paddle, { params: { kayak } });
const sealed = async () => (await log.state()).sealed;
/** Seals everything there is, however long other databases of the same server hold the horizon back. */
async function sealAll(): Promise<void> {
  await expect
    .poll(
      async () => {
        await log.seal();
        return (await log.state()).unsealed;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}

describe('the sealed audit', () => {
  test('takes up each line once, in the order of transactions, and signs what it has', async () => {
    for (const kayak of ['1', '2', '3']) await act(kayak);
    await sealAll();
    const before = await sealed();
    await act('4');
    await sealAll();
    expect(await sealed()).toBe(before + 1);
    const { rows } = await sql`select array_agg(leaf.index::int order by audit.xid, audit.id) as found
      from platform.audit join platform.audit_leaf leaf on leaf.audit_id = audit.id`.execute(house.db);
    expect(rows).toEqual([{ found: Array.from({ length: before + 1 }, (_, at) => at) }]);
    const { checkpoint } = await log.state();
    expect(readState(checkpoint?.text ?? '')?.size).toBe(before + 1);
  });

  test('never misses a line whose transaction ends after a later one', async () => {
    await sealAll();
    const before = await sealed();
    const slow = new pg.Client(settingsOf(house.connection));
    await slow.connect();
    await slow.query('begin');
    await slow.query(`insert into platform.audit (id, actor, role, action, object, result, request_id)
      values ('${newId()}', 'x', 'worker', 'kayaks.drift', 'kayak:slow', 'done', 'r')`);
    await act('fast');
    await log.seal();
    expect(await sealed()).toBe(before);
    await slow.query('commit');
    await slow.end();
    await sealAll();
    expect(await sealed()).toBe(before + 2);
  });

  test('is sealed by one process at a time, and another goes on where it stopped', async () => {
    const second = await createPlatform({
      ...house.platform,
      connection: house.connection,
      standIn: 'sealer',
    });
    await act('5');
    await Promise.all([log.seal(), second.auditLog.seal(), log.seal(), second.auditLog.seal()]);
    await act('6');
    await sealAll();
    await act('7');
    await expect.poll(async () => second.auditLog.seal()).toMatchObject({ lines: 1 });
    await act('8');
    await sealAll();
    const { rows } =
      await sql`select max(index) + 1 = count(*) as whole, count(*) = (select count(*) from platform.audit) as all
      from platform.audit_leaf`.execute(house.db);
    expect(rows).toEqual([{ whole: true, all: true }]);
    await second.stop();
  });

  test('keeps its leaves, nodes and checkpoints even from the owner of the tables', async () => {
    const owner = new pg.Client(settingsOf(house.ownerConnection));
    await owner.connect();
    for (const table of ['audit_leaf', 'audit_checkpoint']) {
      await expect(owner.query(`delete from platform.${table}`)).rejects.toThrow('never changed or removed');
      await expect(owner.query(`truncate platform.${table}`)).rejects.toThrow('never changed or removed');
    }
    await owner.end();
    await expect(sql`delete from platform.audit_node`.execute(house.db)).rejects.toThrow('permission denied');
  });

  test('leaves its newest checkpoint in the anchor', async () => {
    await sealAll();
    const anchored = readFileSync(house.platform.config.sealing.anchor, 'utf8');
    expect(anchored.startsWith(`${house.platform.config.sealing.origin}\n`)).toBe(true);
  });
});

describe('a proof', () => {
  test('of a thing made is there at once, and anyone can check it', async () => {
    const xid = await transaction(house.db, async (tx) => {
      await log.record(tx, { action: 'kayaks.build', object: 'kayak:red' });
      const { rows } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(tx);
      return rows[0]?.xid ?? '';
    });
    const proof = (await log.prove(xid, 'kayak:red')) as Proof;
    expect(proof.entry).toMatchObject({ action: 'kayaks.build', object: 'kayak:red', actor: 'house' });
    expect(checkProof(proof)).toMatchObject({ ok: true });
    expect(checkProof({ ...proof, entry: { ...proof.entry, object: 'kayak:blue' } }).ok).toBe(false);
    expect(checkProof({ ...proof, index: proof.index + 1 }).ok).toBe(false);
    expect(checkProof({ ...proof, path: [] }).ok).toBe(false);
    const known = readVerifier(proof.key) as NoteVerifier;
    expect(isSignedBy(proof.checkpoint, known)).toBe(true);
  });

  test('is not made of a line that is not there', async () => {
    await act('9');
    const { rows } = await sql<{ xid: string }>`select max(xid::text::bigint)::text as xid
      from platform.audit`.execute(house.db);
    expect(await log.prove(rows[0]?.xid ?? '', 'kayak:green')).toBeUndefined();
  });
});

describe('the auditor', () => {
  test('reads lines newest first, with the names of staff and their place in the tree', async () => {
    await act('10');
    await sealAll();
    const { entries } = await house.as(auditor)(auditRoutes.entries, {
      query: { actor: clerk.personId ?? '' },
    });
    expect(entries[0]).toMatchObject({
      object: '/api/kayaks/10/paddled',
      actorName: '示例·桨手',
      result: 'done',
      index: expect.any(Number),
    });
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  test('turns pages without gaps', async () => {
    for (let at = 0; at < 55; at += 1) await act(`p${at}`);
    const call = house.as(auditor);
    const first = await call(auditRoutes.entries, { query: { actor: clerk.personId ?? '' } });
    const query = { actor: clerk.personId ?? '', ...(first.next === undefined ? {} : { after: first.next }) };
    const second = await call(auditRoutes.entries, { query });
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(first.entries).toHaveLength(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.next).toBeUndefined();
  });

  test('sees how much is sealed and whether anything waits', async () => {
    await sealAll();
    expect(await house.as(auditor)(auditRoutes.state, {})).toMatchObject({ light: 'green' });
    await sql`insert into platform.audit (id, at, actor, role, action, object, result, request_id)
      values (${newId()}, now() - interval '20 minutes', 'x', 'worker', 'kayaks.wait', 'kayak:old', 'done', 'r')`.execute(
      house.db,
    );
    expect(await house.as(auditor)(auditRoutes.state, {})).toMatchObject({ light: 'yellow', unsealed: 1 });
    await sealAll();
  });

  test('alone may read; the newest checkpoint is for everybody', async () => {
    await expect(house.as(clerk)(auditRoutes.entries, { query: {} })).rejects.toMatchObject({
      code: 'session.role',
    });
    expect((await house.anyone(auditRoutes.checkpoint, {})).size).toBeGreaterThan(0);
  });
});

test('lines that have waited too long stop the acts of clerks, and of nobody else', async () => {
  const overdue = await createTestHouse(
    (platform) => {
      serve(platform.http, paddle, () => undefined);
      auditHttp(platform, () => Promise.resolve(new Map()));
    },
    { environment: { TONGBAN_AUDIT_REFUSE_MINUTES: '0' } },
  );
  // A transaction that stays open holds the horizon back, so that nothing can be sealed.
  const holding = new pg.Client(settingsOf(overdue.connection));
  await holding.connect();
  await holding.query('begin');
  await holding.query('select pg_current_xact_id()');
  await overdue.as(clerk)(paddle, { params: { kayak: '1' } });
  await overdue.platform.start();
  await expect
    .poll(() =>
      overdue
        .as(clerk)(paddle, { params: { kayak: '2' } })
        .catch((error) => error.code),
    )
    .toBe('audit.overdue');
  expect(await overdue.as(auditor)(auditRoutes.state, {})).toMatchObject({ light: 'red' });
  await holding.end();
  await overdue.stop();
});

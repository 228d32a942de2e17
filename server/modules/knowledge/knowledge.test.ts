import { knowledgeRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import {
  createKnowledgeHouse,
  type KnowledgeHouse,
  paddleWords,
  revisionOf,
} from './knowledge-house.fixture.ts';

let house: KnowledgeHouse;
beforeAll(async () => {
  house = await createKnowledgeHouse();
});
afterAll(() => house.stop());

const get = (by: SignedIn, entry: string) => house.as(by)(knowledgeRoutes.get, { params: { entry } });
const save = (by: SignedIn, entry: string, revision?: number) =>
  house.as(by)(knowledgeRoutes.revise, {
    params: { entry },
    body: {
      words: { ...paddleWords, text: '带断桨到西码头，当天换新桨。' },
      ...(revision === undefined ? {} : { revision }),
    },
  });

describe('an entry', () => {
  test('is written by one editor, approved by another, and in force at once', async () => {
    const { writer, second } = house;
    const begun = await house.create(writer);
    expect(begun).toMatchObject({
      scope: '4419',
      versions: [{ state: 'draft' }],
      may: ['save', 'send', 'withdraw'],
    });
    const sent = await house.send(writer, begun);
    expect(sent.may).not.toContain('approve');
    expect((await get(second, begun.entry)).may).toEqual(['approve', 'return', 'withdraw']);
    const view = await house.approve(second, sent);
    expect(view).toMatchObject({ versions: [{ state: 'in-force', title: paddleWords.title }] });
    expect(view.may).toEqual(['withdraw', 'revise', 'cite']);
  });
  test('is not approved by whoever wrote it: replies.own, and the database says so too', async () => {
    const { writer } = house;
    const sent = await house.send(writer, await house.create(writer));
    await expect(house.approve(writer, sent)).rejects.toMatchObject({ code: 'replies.own' });
    const forced = sql`update knowledge.version set state = 'in-force', approver_id = author_ids[1]
      where entry_id = ${sent.entry}`.execute(house.db);
    await expect(forced).rejects.toThrow('version_two_persons');
    const alone = sql`update knowledge.version set state = 'in-force' where entry_id = ${sent.entry}`.execute(
      house.db,
    );
    await expect(alone).rejects.toThrow('version_approved');
  });
  test('keeps its words once sent, even from the house', async () => {
    const sent = await house.send(house.writer, await house.create(house.writer));
    await expect(save(house.second, sent.entry, revisionOf(sent))).rejects.toMatchObject({
      code: 'replies.order',
    });
    const change = sql`update knowledge.version set text = '别的话' where entry_id = ${sent.entry}`.execute(
      house.db,
    );
    await expect(change).rejects.toThrow('never change');
  });
  test('goes back to its author with the reason, and comes again', async () => {
    const { writer, second } = house;
    const sent = await house.send(writer, await house.create(writer));
    const back = await house.as(second)(knowledgeRoutes.turnBack, {
      params: { entry: sent.entry },
      body: { revision: revisionOf(sent), reason: '写清哪个码头' },
    });
    expect(back.versions[0]).toMatchObject({ state: 'draft', note: '写清哪个码头' });
    const again = await save(writer, sent.entry, revisionOf(back));
    const view = await house.approve(second, await house.send(writer, again));
    expect(view.versions[0]).toMatchObject({ state: 'in-force', text: '带断桨到西码头，当天换新桨。' });
  });
  test('has a next version while the one before holds, which is then replaced and kept', async () => {
    const { writer, second } = house;
    const first = await house.inForce();
    const next = await save(writer, first.entry);
    expect(next.versions.map(({ state }) => state)).toEqual(['draft', 'in-force']);
    const view = await house.approve(second, await house.send(writer, next));
    expect(view.versions.map(({ state, version }) => [version, state])).toEqual([
      [2, 'in-force'],
      [1, 'replaced'],
    ]);
  });
  test('is withdrawn by one editor with the reason', async () => {
    const view = await house.inForce();
    const gone = await house.as(house.writer)(knowledgeRoutes.withdraw, {
      params: { entry: view.entry },
      body: { version: 1, revision: revisionOf(view), reason: '码头关了' },
    });
    expect(gone.versions[0]).toMatchObject({ state: 'withdrawn', note: '码头关了' });
    expect(gone.may).toEqual(['revise']);
  });
  test('is approved once when two approve together, and a stale hand is told so', async () => {
    const { writer, second, editor } = house;
    const sent = await house.send(writer, await house.create(writer));
    const both = await Promise.allSettled([
      house.approve(second, sent),
      house.approve(editor('lake/east'), sent),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const view = await house.inForce();
    const open = await save(writer, view.entry);
    await save(second, view.entry, revisionOf(open));
    await expect(save(writer, view.entry, revisionOf(open))).rejects.toMatchObject({ code: 'replies.moved' });
  });
});

describe('what a post reaches', () => {
  test('the province writes for all, a city for itself; another city sees nothing of it', async () => {
    const { editor, writer } = house;
    const [lake, west] = [editor('lake'), editor('lake/west')];
    await expect(house.create(writer, {}, '44')).rejects.toMatchObject({ code: 'replies.scope' });
    await expect(house.create(west, {}, '4419')).rejects.toMatchObject({ code: 'replies.scope' });
    const east = await house.create(lake, {}, '4419');
    expect((await get(writer, east.entry)).may).toContain('send');
    await expect(get(west, east.entry)).rejects.toMatchObject({ code: 'replies.missing' });
    const whole = await house.create(lake, {}, '44');
    expect((await get(west, whole.entry)).may).toEqual([]);
    await expect(save(west, whole.entry, 0)).rejects.toMatchObject({ code: 'replies.scope' });
  });
  test('whoever answers people reads and cites, and writes nothing', async () => {
    const view = await house.inForce();
    for (const role of [
      'operator',
      'clerk',
      'approver',
      'dispatcher',
      'hall-manager',
      'supervisor',
    ] as const) {
      const by = house.post(role, 'lake/east/pier');
      expect((await get(by, view.entry)).may).toEqual(['cite']);
      await expect(house.create(by)).rejects.toMatchObject({ code: 'session.role' });
    }
    for (const role of ['auditor', 'admin', 'security-admin', 'citizen'] as const)
      await expect(get(house.post(role), view.entry)).rejects.toMatchObject({ code: 'session.role' });
  });
  test('the rows are closed to others whatever a query forgets', async () => {
    const { asCaller } = await import('../../platform/index.ts');
    const view = await house.create(house.writer);
    const seen = async (by: SignedIn) =>
      (
        await asCaller(by, () =>
          sql`select from knowledge.version where entry_id = ${view.entry}`.execute(house.db),
        )
      ).rows.length;
    expect(await seen(house.second)).toBe(1);
    expect(await seen(house.post('operator', 'lake/east/pier'))).toBe(1);
    expect(await seen(house.post('operator', 'lake/west'))).toBe(0);
    expect(await seen(house.post('auditor', 'lake'))).toBe(0);
    const claim = asCaller(house.post('operator', 'lake/east'), () =>
      sql`update knowledge.version set note = '我' where entry_id = ${view.entry}`.execute(house.db),
    );
    expect((await claim).numAffectedRows).toBe(0n);
  });
});

describe('a citation', () => {
  test('counts once for one thing, and not of an entry that is not in force', async () => {
    const view = await house.inForce();
    const clerk = house.post('clerk');
    const cite = (about?: string) =>
      house.as(clerk)(knowledgeRoutes.cite, {
        params: { entry: view.entry },
        body: about === undefined ? {} : { about },
      });
    expect(await cite('order:1')).toEqual({ cites: 1 });
    expect(await cite('order:1')).toEqual({ cites: 1 });
    expect(await cite()).toEqual({ cites: 2 });
    expect((await get(clerk, view.entry)).cites).toBe(2);
    const draft = await house.create(house.writer);
    const params = { entry: draft.entry };
    await expect(house.as(clerk)(knowledgeRoutes.cite, { params, body: {} })).rejects.toMatchObject({
      code: 'replies.not-in-force',
    });
  });
});

describe('the last day', () => {
  const validUntil = '2026-03-10';
  const expiring = async () =>
    (await house.as(house.writer)(knowledgeRoutes.list, { query: { expiring: true } })).rows.filter(
      ({ title }) => title[0]?.text === '月底的桨',
    );
  test('lights up before, ends the entry the night after, and stays on the list until somebody renews it', async () => {
    const before = house.clock();
    const view = await house.inForce({ title: '月底的桨', validUntil });
    expect(await expiring()).toMatchObject([{ light: 'yellow', state: 'in-force', validUntil }]);
    await house.platform.jobs.runTimer('knowledge.expire');
    expect((await get(house.writer, view.entry)).versions[0]?.state).toBe('in-force');
    house.moveBy({ days: 9 });
    await house.platform.jobs.runTimer('knowledge.expire');
    expect(await expiring()).toMatchObject([{ light: 'red', state: 'expired' }]);
    const about = await house.as(house.writer)(knowledgeRoutes.about, {});
    expect(about.waiting.expired).toBe(1);
    const again = await house.as(house.writer)(knowledgeRoutes.revise, {
      params: { entry: view.entry },
      body: { words: { ...paddleWords, validUntil: '2026-12-31' } },
    });
    await house.approve(house.second, await house.send(house.writer, again));
    house.moveTo(before);
  });
  test('that is over is not sent to review: replies.ended', async () => {
    const view = await house.create(house.writer, { validUntil: '2026-03-01' });
    await expect(house.send(house.writer, view)).rejects.toMatchObject({ code: 'replies.ended' });
  });
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countsRoutes, type NewWarning, noticesRoutes, type Role, warningsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMachine, newId } from '../../platform/index.ts';
import { createNoticesHouse, type NoticesHouse } from './notices-house.fixture.ts';
import type { WarningWorkerStart } from './warning-worker.fixture.ts';

let house: NoticesHouse;
beforeAll(async () => {
  house = await createNoticesHouse();
});
afterAll(() => house.stop());

const [writer, second] = [newId(), newId()];
const by = (personId: string, role: Role = 'admin') => house.as({ role, personId });
const morning = new Date('2026-03-03T01:30:00Z');
const night = new Date('2026-03-03T15:30:00Z');
const usual: NewWarning = {
  ...{ title: '河水上涨', text: '三号码头不要下水', urgent: false },
  staleAfter: '2026-03-06T00:00:00Z',
};
const ask = (wish: Partial<NewWarning> = {}) =>
  by(writer)(warningsRoutes.ask, { body: { ...usual, ...wish } });
const settle = (who: string, warning: string, verdict: 'confirm' | 'decline' = 'confirm') =>
  by(who)(warningsRoutes.settle, { params: { warning }, body: { verdict } });
const seen = async (warning: string) =>
  (await by(second)(warningsRoutes.list, {})).find((one) => one.warning === warning);
async function sent(wish: Partial<NewWarning> = {}): Promise<string> {
  const { warning } = await ask(wish);
  await settle(second, warning);
  return warning;
}
async function timesTold(warning: string) {
  const { rows } = await sql<{ times: number; people: number }>`select count(*)::integer as times,
    count(distinct person_id)::integer as people
    from notices.notice where key like ${`warning:${warning}:%`}`.execute(house.db);
  return rows[0];
}

describe('a warning', () => {
  test('goes to everybody with an account, once, when a second person has confirmed it', async () => {
    house.moveTo(morning);
    const [one, other] = [await house.citizen(), await house.citizen()];
    const { warning, state, mine } = await ask();
    expect([state, mine]).toEqual(['asked', true]);
    await house.settle();
    expect((await one.list()).notices).toEqual([]);
    expect((await settle(second, warning)).state).toBe('going');
    await house.settle();
    await house.platform.jobs.runTimer('notices.warn-on');
    for (const person of [one, other])
      expect((await person.list()).notices).toMatchObject([
        { title: { zh: '河水上涨', en: '河水上涨' }, body: { zh: '三号码头不要下水' } },
      ]);
    expect(await seen(warning)).toMatchObject({ state: 'told', told: 2, mine: false });
    expect(await house.deliveries(one.personId)).toEqual([]);
  });
  test('is not confirmed by whoever wrote it: notices.two-people, nor by the database', async () => {
    const { warning } = await ask();
    await expect(settle(writer, warning)).rejects.toMatchObject({ code: 'notices.two-people' });
    const around = sql`update notices.warning set state = 'going', settled_by = asked_by, settled_at = now()
      where warning_id = ${warning}`.execute(house.db);
    await expect(around).rejects.toThrow(/warning_takes_two/);
    const alone = sql`update notices.warning set state = 'going' where warning_id = ${warning}`.execute(
      house.db,
    );
    await expect(alone).rejects.toThrow(/warning_settled_is_whole/);
    await house.settle();
    expect(await timesTold(warning)).toMatchObject({ times: 0 });
  });
  test('that is declined reaches nobody and is not answered again', async () => {
    const { warning } = await ask();
    await settle(second, warning, 'decline');
    await expect(settle(second, warning)).rejects.toMatchObject({ code: 'notices.warning-settled' });
    await house.settle();
    expect(await timesTold(warning)).toMatchObject({ times: 0 });
  });
  test('goes by text message only when it is urgent, and only then through quiet hours', async () => {
    house.moveTo(night);
    const { personId, call, state } = await house.citizen();
    await call(noticesRoutes.joinWechat, {
      body: { code: 'c', state: await state() },
    });
    house.one.parcels.length = 0;
    house.two.parcels.length = 0;
    house.account.parcels.length = 0;
    await sent();
    await house.settle();
    expect([house.one, house.two, house.account].flatMap(({ parcels }) => parcels)).toEqual([]);
    expect(await house.deliveries(personId, 'wechat')).toMatchObject([{ state: 'waiting', why: 'quiet' }]);
    await sent({ urgent: true, title: '马上上岸' });
    await house.settle();
    const texts = [...house.one.parcels, ...house.two.parcels].map(({ text }) => text);
    expect(new Set(texts)).toEqual(new Set(['【通办】马上上岸：三号码头不要下水']));
    expect(await house.deliveries(personId)).toMatchObject([{ state: 'sent' }]);
    expect(house.account.parcels).toHaveLength(1);
  });
  test('of use no more is not confirmed, is broken off, and what still waits is dropped', async () => {
    house.moveTo(night);
    const soon = { staleAfter: '2026-03-03T16:00:00Z' };
    const late = await ask(soon);
    const broken = await sent(soon);
    house.moveBy({ hours: 2 });
    await expect(settle(second, late.warning)).rejects.toMatchObject({ code: 'notices.warning-stale' });
    await house.settle();
    expect(await seen(broken)).toMatchObject({ state: 'stale', told: 0 });
    await expect(ask(soon)).rejects.toMatchObject({ code: 'notices.warning-time' });

    const { personId, call, state } = await house.citizen();
    await call(noticesRoutes.joinWechat, { body: { code: 'd', state: await state() } });
    await sent({ staleAfter: '2026-03-03T20:00:00Z' });
    await house.settle();
    await house.later({ hours: 7 });
    expect(await house.deliveries(personId, 'wechat')).toMatchObject([{ state: 'dropped', why: 'stale' }]);
  });
  test('shows script and braces in it as the text they are', async () => {
    house.moveTo(morning);
    const { list } = await house.citizen();
    const text = '<script>alert(1)</script> {title} [x]';
    const english = { title: '<b>High water</b>', text: '{code}' };
    const { body, title, sms } = await by(writer)(warningsRoutes.preview, {
      body: { title: '皮划艇', text, urgent: true, english },
    });
    expect([body.zh, title.en, sms.en]).toEqual([
      text,
      '<b>High water</b>',
      '[Demo] <b>High water</b>: {code}',
    ]);
    await sent({ text, english });
    await house.settle();
    expect((await list()).notices[0]).toMatchObject({ body: { zh: text, en: '{code}' } });
  });
  test('is for administrators alone to see, write or confirm', async () => {
    const { warning } = await ask();
    for (const role of ['clerk', 'supervisor', 'security-admin', 'citizen'] as const) {
      const call = by(newId(), role);
      const body = { verdict: 'confirm' as const };
      await expect(call(warningsRoutes.list, {})).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(call(warningsRoutes.ask, { body: usual })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(call(warningsRoutes.settle, { params: { warning }, body })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    expect((await seen(warning))?.state).toBe('asked');
  });
});

describe('the counts of a span of days', () => {
  test('tell new accounts, cases by channel, and messages with how many went within ten seconds', async () => {
    house.moveTo(new Date('2026-04-01T02:00:00Z'));
    const { personId } = await house.citizen();
    await house.citizen();
    await house.tell({ personId, event: 'hall.missed', facts: { number: 'A012' } });
    await house.settle();
    const span = { from: '2026-03-03', to: '2026-04-01' };
    const days = await by(writer)(countsRoutes.days, { query: span });
    expect(days).toHaveLength(30);
    expect(days[0]).toMatchObject({
      day: '2026-03-03',
      cases: [
        { channel: 'hall', count: 1 },
        { channel: 'web', count: 2 },
      ],
    });
    expect(days[0]?.accounts).toBeGreaterThan(1);
    expect(days[17]).toEqual({ day: '2026-03-20', accounts: 0, cases: [], messages: [] });
    expect(days.at(-1)).toEqual({
      ...{ day: '2026-04-01', accounts: 2, cases: [] },
      messages: [{ channel: 'sms', due: 1, prompt: 1 }],
    });
    // Once the night has counted the day, the same stands in the books.
    house.moveTo(new Date('2026-04-01T16:30:00Z'));
    await house.platform.jobs.runTimer('notices.figures');
    house.moveBy({ days: 3 });
    const kept = await by(writer)(countsRoutes.days, { query: { from: '2026-04-01', to: '2026-04-01' } });
    expect(kept[0]?.messages).toEqual([{ channel: 'sms', due: 1, prompt: 1 }]);
  });
  test('are refused for spans that run backwards or too long: notices.span, and to other roles', async () => {
    const asking = (query: { from: string; to: string }) => by(writer)(countsRoutes.days, { query });
    for (const from of ['2026-04-02', '2025-12-30'])
      await expect(asking({ from, to: '2026-04-01' })).rejects.toMatchObject({ code: 'notices.span' });
    await expect(
      by(newId(), 'clerk')(countsRoutes.days, { query: { from: '2026-04-01', to: '2026-04-01' } }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

const crowd = 3000;

test('a warning whose process is killed among its people goes on in another and tells each of them once', async () => {
  house.moveTo(morning);
  await sql`insert into identity.person (person_id, kind, name, phone, created_at)
    select gen_random_uuid(), 'citizen', '示例·众', '\\x00'::bytea, ${morning}
    from generate_series(1, ${crowd})`.execute(house.db);
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from identity.person
    where kind = 'citizen' and phone is not null`.execute(house.db);
  const people = rows[0]?.count ?? 0;
  expect(people).toBeGreaterThanOrEqual(crowd);
  const { warning } = await ask();
  await settle(second, warning);
  const start: WarningWorkerStart = {
    ...{ connection: house.connection, dataFolder: house.platform.config.dataFolder },
    at: morning.toISOString(),
  };
  const child = fork(join(import.meta.dirname, 'warning-worker.fixture.ts'), [JSON.stringify(start)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  while (((await seen(warning))?.told ?? 0) === 0) await pause(10);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const struck = await seen(warning);
  // The blow has fallen among the people, or this would prove nothing.
  expect(struck).toMatchObject({ state: 'going' });
  expect(struck?.told).toBeLessThan(people);

  await asMachine('worker', () => house.platform.jobs.runTimer('notices.warn-on'));
  expect(await seen(warning)).toMatchObject({ state: 'told', told: people });
  expect(await timesTold(warning)).toEqual({ times: people, people });
}, 120_000);

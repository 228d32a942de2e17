import { noticesRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseFacts, createNoticesHouse, type NoticesHouse } from './notices-house.fixture.ts';

let house: NoticesHouse;
beforeAll(async () => {
  house = await createNoticesHouse();
});
afterAll(() => house.stop());
afterEach(() => {
  for (const { parcels, told } of [house.one, house.two, house.account]) {
    parcels.length = 0;
    told.next = { how: 'taken' };
  }
});

const accepted = { event: 'cases.accepted', facts: caseFacts, caseNumber: '990100000001' };
const morning = new Date('2026-03-03T01:30:00Z');
const parcels = () => [...house.one.parcels, ...house.two.parcels];

describe('a notice', () => {
  test('reaches the centre and the phone in the same words, and is read once', async () => {
    const { personId, phone, call, list } = await house.citizen();
    await house.tell({ personId, ...accepted });
    await house.settle();
    expect(parcels()).toEqual([
      expect.objectContaining({ to: phone, text: '【通办】“皮划艇下水登记”（990100000001）accepted' }),
    ]);
    const { notices, unread, cases } = await list();
    expect(notices).toMatchObject([
      { title: { zh: '办件 accepted', en: 'Case accepted' }, case: '990100000001', read: false },
    ]);
    expect([unread, cases]).toEqual([1, ['990100000001']]);
    await call(noticesRoutes.read, { body: {} });
    expect((await call(noticesRoutes.unread, {})).unread).toBe(0);
    expect((await list()).notices[0]?.read).toBe(true);
  });
  test('is told in English to who has chosen it, and not by channels they do not want', async () => {
    const { personId, call, state } = await house.citizen();
    await call(noticesRoutes.joinWechat, { body: { code: 'c', state: await state() } });
    const choice = {
      language: 'en',
      sms: true,
      wechat: false,
      mail: false,
      quiet: { from: '22:00', to: '07:30' },
    } as const;
    await call(noticesRoutes.choose, { body: choice });
    await house.tell({ personId, ...accepted });
    await house.settle();
    expect(parcels()[0]?.text).toBe('[Demo] “Register a kayak” (990100000001) accepted');
    expect(await house.deliveries(personId, 'wechat')).toMatchObject([
      { state: 'dropped', why: 'not-chosen' },
    ]);
    await call(noticesRoutes.choose, { body: { ...choice, sms: false } });
    await house.tell({ personId, ...accepted });
    await house.settle();
    expect(await house.deliveries(personId)).toMatchObject([{ state: 'sent' }, { state: 'dropped' }]);
  });
  test('goes to the official account of who follows it, until they leave it', async () => {
    const { personId, call, state } = await house.citizen();
    const { wechatKnown } = await call(noticesRoutes.joinWechat, {
      body: { code: 'c1', state: await state() },
    });
    await house.tell({ personId, ...accepted });
    await house.settle();
    expect([wechatKnown, house.account.parcels[0]?.to]).toEqual([true, 'simulated-c1']);
    await call(noticesRoutes.leaveWechat, {});
    await house.tell({ personId, ...accepted });
    await house.settle();
    expect(await house.deliveries(personId, 'wechat')).toMatchObject([{ state: 'sent' }]);
  });
  test('goes to nobody’s account but the one its reader set out from', async () => {
    const [mine, other] = [await house.citizen(), await house.citizen()];
    const body = { code: 'theirs', state: await other.state() };
    await expect(mine.call(noticesRoutes.joinWechat, { body })).rejects.toMatchObject({
      code: 'notices.wechat',
    });
  });
  test('with a name of its own is told once, however often it comes up', async () => {
    const { personId, list } = await house.citizen();
    for (const _ of [1, 2]) await house.tell({ personId, ...accepted, key: `once:${personId}` });
    expect((await list()).notices).toHaveLength(1);
  });
  test('without a text in the content stops the act that would tell it', async () => {
    const { personId } = await house.citizen();
    await expect(house.tell({ personId, event: 'cases.unheard', facts: {} })).rejects.toThrow('no text');
    await expect(house.tell({ personId, event: 'cases.accepted', facts: {} })).rejects.toThrow('place item');
  });
});

describe('at night', () => {
  afterAll(() => house.moveTo(morning));

  test('a notice waits for the end of the quiet hours; an urgent one does not', async () => {
    house.moveTo(new Date('2026-03-02T15:00:00Z'));
    const { personId, phone } = await house.citizen();
    await house.tell({ personId, ...accepted });
    const facts = { number: 'A001', window: '3 号' };
    await house.tell({ personId, event: 'hall.called', facts });
    await house.settle();
    const mine = () => parcels().filter(({ to }) => to === phone);
    expect(mine().map(({ text }) => text)).toEqual(['【通办】A001 到3 号。']);
    await house.later({ hours: 8, minutes: 31 });
    expect(mine()).toHaveLength(2);
  });
  test('a notice that is of no use by then is dropped', async () => {
    house.moveTo(new Date('2026-03-03T15:00:00Z'));
    const { personId } = await house.citizen();
    await house.tell({ personId, ...accepted, staleAfter: new Date('2026-03-03T22:00:00Z') });
    await house.settle();
    await house.later({ hours: 10 });
    expect(await house.deliveries(personId)).toMatchObject([{ state: 'dropped', why: 'stale' }]);
    expect(parcels()).toEqual([]);
  });
});

describe('who may see what', () => {
  test('nobody reads or marks the notices of others', async () => {
    const [mine, other] = [await house.citizen(), await house.citizen()];
    await house.tell({ personId: mine.personId, ...accepted });
    const [notice] = (await mine.list()).notices;
    expect((await other.list()).notices).toEqual([]);
    await other.call(noticesRoutes.read, { body: { notice: notice?.notice ?? '' } });
    expect((await mine.list()).unread).toBe(1);
  });
  test('the outbox and the figures are the administrator’s; numbers stay masked, codes unseen', async () => {
    const { personId, call, phone } = await house.citizen();
    await house.tell({ personId, ...accepted });
    await house.settle();
    await house.codes.send({ phone: '19900009999', code: '428913', minutes: 10 });
    expect(parcels().filter(({ text }) => text.includes('428913'))).toHaveLength(1);
    await expect(call(noticesRoutes.outgoing, { query: {} })).rejects.toMatchObject({ kind: 'forbidden' });
    const admin = house.as({
      ...{ role: 'admin', personId },
      assignment: { id: personId, branch: 'lake' },
    });
    const { outgoing } = await admin(noticesRoutes.outgoing, { query: { channel: 'sms' } });
    expect(outgoing).toContainEqual(
      expect.objectContaining({ event: 'identity.code', to: '199****9999', state: 'sent' }),
    );
    expect(JSON.stringify(outgoing)).not.toContain('428913');
    expect(JSON.stringify(outgoing)).not.toContain(phone);
    expect(await admin(noticesRoutes.texts, {})).toContainEqual(
      expect.objectContaining({
        event: 'hall.called',
        urgent: true,
        body: { zh: 'A012 到3 号。', en: 'A012: go to window 3.' },
      }),
    );
  });
  test('the share handed over within ten seconds is kept for every day', async () => {
    house.moveTo(new Date('2026-04-01T02:00:00Z'));
    const { personId } = await house.citizen();
    await house.tell({ personId, ...accepted });
    await house.settle();
    await house.tell({ personId, ...accepted });
    house.moveBy({ seconds: 40 });
    await house.settle();
    house.moveTo(new Date('2026-04-01T16:30:00Z'));
    await house.platform.jobs.runTimer('notices.figures');
    const { rows } = await sql`select due, handed, prompt, dropped from notices.day_figure
      where day = '2026-04-01' and channel = 'sms'`.execute(house.db);
    expect(rows).toEqual([{ due: 2, handed: 2, prompt: 1, dropped: 0 }]);
  });
});

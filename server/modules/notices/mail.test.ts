import { type NoticeChoice, noticesRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseFacts, createNoticesHouse, type NoticesHouse } from './notices-house.fixture.ts';

let house: NoticesHouse;
beforeAll(async () => {
  house = await createNoticesHouse();
});
afterAll(() => house.stop());
afterEach(() => {
  for (const { parcels, told } of [house.one, house.two, house.account, house.mail]) {
    parcels.length = 0;
    told.next = { how: 'taken' };
  }
});

const address = 'paddler@lake.example';
const accepted = { event: 'cases.accepted', facts: caseFacts };
const choice: NoticeChoice = { language: 'zh', sms: false, wechat: true, mail: true };
type Somebody = Awaited<ReturnType<NoticesHouse['citizen']>>;

/** Gives an address and types the code that was sent there. */
async function confirm({ call }: Somebody) {
  await call(noticesRoutes.claimMail, { body: { address } });
  const code = /\d{6}/.exec(house.mail.parcels.at(-1)?.text ?? '')?.[0] ?? '';
  return call(noticesRoutes.confirmMail, { body: { code } });
}
async function tell({ personId }: Somebody, event = accepted.event) {
  await house.tell({ personId, event, facts: caseFacts });
  await house.settle();
}

describe('a mail address', () => {
  test('is sent its code and nothing else, until the code is typed; from then on it is written to', async () => {
    const somebody = await house.citizen();
    const asked = await somebody.call(noticesRoutes.claimMail, { body: { address: ` ${address} ` } });
    expect(asked).toMatchObject({ mailAsked: 'p***@lake.example', mailOffered: true, mail: false });
    await tell(somebody);
    expect(house.mail.parcels.map(({ to, subject }) => [to, subject])).toEqual([
      [address, '【通办】邮箱验证码'],
    ]);
    const code = /\d{6}/.exec(house.mail.parcels[0]?.text ?? '')?.[0] ?? '';
    const now = await somebody.call(noticesRoutes.confirmMail, { body: { code } });
    expect(now).toMatchObject({ mail: true, mailAddress: 'p***@lake.example' });
    expect(now.mailAsked).toBeUndefined();
    await tell(somebody);
    expect(house.mail.parcels.at(-1)).toMatchObject({
      ...{ to: address, subject: '【通办】办件 accepted' },
      text: '您好：\n\n“皮划艇下水登记”（990100000001）accepted\n\n示例\n',
    });
  });
  test('is kept sealed, and its code neither in the notice nor in the outbox', async () => {
    const somebody = await house.citizen();
    await confirm(somebody);
    const code = /\d{6}/.exec(house.mail.parcels[0]?.text ?? '')?.[0] ?? '';
    const { rows } = await sql<{ kept: string }>`select mail_address::text as kept from notices.choice
      where person_id = ${somebody.personId}`.execute(house.db);
    expect(Buffer.from(rows[0]?.kept.slice(2) ?? '', 'hex').toString()).not.toContain('lake');
    const admin = house.as({
      ...{ role: 'admin', personId: somebody.personId },
      assignment: { id: somebody.personId, branch: 'lake' },
    });
    const { outgoing } = await admin(noticesRoutes.outgoing, { query: { channel: 'mail' } });
    expect(outgoing[0]).toMatchObject({ event: 'notices.mail-code', to: 'p***@lake.example', state: 'sent' });
    expect(JSON.stringify(outgoing)).not.toContain(code);
  });
  test('with a wrong, old or worn-out code is not confirmed', async () => {
    const { call } = await house.citizen();
    const type = (code: string) => call(noticesRoutes.confirmMail, { body: { code } });
    await expect(type('123456')).rejects.toMatchObject({ code: 'notices.mail-code-missing' });
    await call(noticesRoutes.claimMail, { body: { address } });
    const right = /\d{6}/.exec(house.mail.parcels[0]?.text ?? '')?.[0] ?? '';
    const wrong = right === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1)
      await expect(type(wrong)).rejects.toMatchObject({ code: 'notices.mail-code-wrong' });
    await expect(type(right)).rejects.toMatchObject({ code: 'notices.mail-code-spent' });
    await call(noticesRoutes.claimMail, { body: { address } });
    house.moveBy({ minutes: 11 });
    await expect(type(right)).rejects.toMatchObject({ code: 'notices.mail-code-expired' });
  });
  test('that is none is said at its field, and a mail server that is away is named', async () => {
    const { call } = await house.citizen();
    for (const typed of ['paddler', 'a@b', 'a b@lake.example', 'x@lake.example\nBcc: y@lake.example'])
      await expect(call(noticesRoutes.claimMail, { body: { address: typed } })).rejects.toMatchObject({
        code: 'notices.mail-address',
      });
    house.mail.told.next = { how: 'away', why: 'unreachable' };
    await expect(call(noticesRoutes.claimMail, { body: { address } })).rejects.toMatchObject({
      ...{ code: 'notices.mail-away', kind: 'unavailable' },
    });
  });
  test('is forgotten by one press, and is nobody else’s to read', async () => {
    const [mine, other] = [await house.citizen(), await house.citizen()];
    await confirm(mine);
    expect((await other.call(noticesRoutes.choice, {})).mailAddress).toBeUndefined();
    await mine.call(noticesRoutes.leaveMail, {});
    expect(await mine.call(noticesRoutes.choice, {})).toMatchObject({ mail: false });
    house.mail.parcels.length = 0;
    await tell(mine);
    expect(house.mail.parcels).toEqual([]);
  });
});

describe('a mail server that is down', () => {
  test('holds up no text message, and its letters leave once it is back', async () => {
    const somebody = await house.citizen();
    await confirm(somebody);
    house.mail.parcels.length = 0;
    house.mail.told.next = { how: 'away', why: 'unreachable' };
    await tell(somebody);
    expect(await house.deliveries(somebody.personId, 'sms')).toMatchObject([{ state: 'sent' }]);
    expect(await house.deliveries(somebody.personId, 'mail')).toMatchObject([
      { state: 'waiting', why: 'unreachable' },
    ]);
    house.mail.told.next = { how: 'taken' };
    await house.later({ minutes: 2 });
    expect(await house.deliveries(somebody.personId, 'mail')).toMatchObject([{ state: 'sent' }]);
  });
});

describe('an event the official account has no template for', () => {
  /** Somebody who follows the account of a bureau that is really there. */
  async function aFollower(more: Partial<NoticeChoice> = {}) {
    const somebody = await house.citizen();
    await somebody.call(noticesRoutes.joinWechat, { body: { code: 'c', state: await somebody.state() } });
    await somebody.call(noticesRoutes.choose, { body: { ...choice, mail: false, sms: true, ...more } });
    return somebody;
  }
  const on = (somebody: Somebody, channel: string) => house.deliveries(somebody.personId, channel);

  test('goes by text message instead to who follows it, and by mail to who has given an address', async () => {
    house.account.told.kind = 'http';
    const follower = await aFollower();
    await tell(follower, 'cases.resumed');
    expect(house.account.parcels).toEqual([]);
    expect(await on(follower, 'wechat')).toMatchObject([{ state: 'dropped', why: 'no-template' }]);
    expect(await on(follower, 'sms')).toMatchObject([{ state: 'sent' }]);
    const reader = await aFollower();
    await confirm(reader);
    await tell(reader, 'cases.resumed');
    expect(await on(reader, 'mail')).toMatchObject([{ state: 'sent' }]);
    expect(await on(reader, 'sms')).toEqual([]);
  });
  test('goes by no channel they have not chosen, and to nobody twice', async () => {
    const silent = await aFollower({ sms: false });
    await tell(silent, 'cases.resumed');
    expect([await on(silent, 'sms'), await on(silent, 'mail')]).toEqual([[], []]);
    const follower = await aFollower();
    await tell(follower);
    expect(await on(follower, 'sms')).toHaveLength(1);
    expect((await follower.list()).notices).toHaveLength(1);
  });
  test('but with one goes by the account, with the fields the bureau has named', async () => {
    const follower = await aFollower();
    await tell(follower, 'cases.forwarded');
    expect(house.account.parcels[0]?.template).toEqual({
      ...{ id: 'template-forwarded', fields: { thing1: '皮划艇下水登记' } },
    });
    expect(await on(follower, 'sms')).toEqual([]);
  });
  test('and one the account refuses to a reader who has left it go by the next channel too', async () => {
    house.account.told.next = { how: 'refused', why: 'wechat-43004' };
    const follower = await aFollower();
    await tell(follower, 'cases.forwarded');
    expect(await on(follower, 'wechat')).toMatchObject([{ state: 'failed', why: 'wechat-43004' }]);
    expect(await on(follower, 'sms')).toMatchObject([{ state: 'sent' }]);
  });
});

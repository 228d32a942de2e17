import { randomUUID } from 'node:crypto';
import { type Disclosure, type Partner, partnersRoutes, showsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { asMachine, type Identify, newId, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createPartners, partnersHttp } from './index.ts';
import { digestOf, signatureOf } from './signing.ts';

const pretended: Identify = ({ header }) =>
  Promise.resolve(JSON.parse(header('x-test-caller') ?? '{"role":"anyone"}'));
const house = await createKayakHouse(
  {},
  {
    also: (platform, { cases, licences }) =>
      partnersHttp(platform.http, createPartners({ ...platform, cases, licences }), pretended),
  },
);
afterAll(house.stop);

const security: SignedIn = { role: 'security-admin', personId: newId() };
const purposes = ['开户核对身份', '入住登记'];
const types = (await house.as(security)(partnersRoutes.list, {})).types.map(({ type }) => type);

type Unit = { partner: string; key: string };
const register = (name: string, limits: { purposes?: string[]; types?: string[] } = {}): Promise<Unit> =>
  house.as(security)(partnersRoutes.register, { body: { name, purposes, types, ...limits } });

async function aCode(disclosure: Disclosure = 'validity') {
  const holder = await house.citizen('示例甲');
  const licence = await house.giveCard(holder);
  const { code } = await house.as(holder)(showsRoutes.create, { params: { licence }, body: { disclosure } });
  const type = await typeOf(licence);
  const uses = () => house.as(holder)(showsRoutes.uses, { params: { licence } });
  return { holder, licence, code, type, uses };
}

async function typeOf(licence: string): Promise<string> {
  const { rows } = await asMachine('worker', () =>
    sql<{ type: string }>`select type from licences.licence where licence_id = ${licence}`.execute(house.db),
  );
  return rows[0]?.type ?? '';
}

type Sending = { nonce?: string; at?: Date; key?: string; sent?: object };
const path = '/api/partner/licence-checks';

/** Sends what a unit sends; `sent` is what goes out where it is not what was signed. */
async function check({ partner, key }: Unit, asked: object, wish: Sending = {}) {
  const body = JSON.stringify(asked);
  const timestamp = String(Math.floor((wish.at ?? house.clock()).getTime() / 1000));
  const nonce = wish.nonce ?? randomUUID();
  const digest = digestOf(body);
  const signed = { method: 'POST', path, timestamp, nonce, digest };
  const answer = await house.inject({
    ...{ method: 'POST', url: path, payload: wish.sent === undefined ? body : JSON.stringify(wish.sent) },
    headers: {
      ...{ 'content-type': 'application/json', 'x-key': partner, 'x-timestamp': timestamp, 'x-nonce': nonce },
      ...{ 'x-digest': digest, 'x-signature': signatureOf(wish.key ?? key, signed) },
    },
  });
  return { status: answer.statusCode, told: answer.json() };
}

describe('a registered unit', () => {
  test('checks a code for a purpose, and the holder reads who it was and why', async () => {
    const unit = await register('示例·银行');
    const { code, uses } = await aCode();
    const { status, told } = await check(unit, { code, purpose: '开户核对身份' });
    expect([status, told]).toMatchObject([200, { disclosure: 'validity', valid: true }]);
    expect(await uses()).toMatchObject([{ who: '示例·银行', cause: '开户核对身份' }]);
    expect((await check(unit, { code, purpose: '入住登记' })).told.code).toBe('licences.show-used');
  });
  test('learns of validity and of age a yes or no and nothing that names the holder', async () => {
    const unit = await register('示例·银行');
    const valid = await check(unit, { code: (await aCode()).code, purpose: '入住登记' });
    expect(Object.keys(valid.told).sort()).toEqual(['checkedAt', 'demo', 'disclosure', 'name', 'valid']);
    const { holder, code } = await aCode('face');
    const face = await check(unit, { code, purpose: '入住登记' });
    expect(face.told.facts.length).toBeGreaterThan(0);
    expect(JSON.stringify(valid.told)).not.toMatch(/示例甲/);
    expect(JSON.stringify(face.told)).not.toContain(holder.citizenNumber);
  });
  test('may ask only for what was agreed, and the code stays unread', async () => {
    const unit = await register('示例·银行');
    const { code, uses } = await aCode();
    for (const purpose of ['看看', undefined, ''])
      expect((await check(unit, { code, purpose })).status).toBeGreaterThanOrEqual(400);
    expect((await check(unit, { code, purpose: '看看他是谁' })).told.code).toBe('partners.purpose');
    expect(await uses()).toEqual([]);
    expect((await check(unit, { code, purpose: '入住登记' })).status).toBe(200);
  });
  test('may see only the types of licence that were agreed, and another unit still reads the code', async () => {
    const { code, type, uses } = await aCode();
    const others = types.filter((one) => one !== type);
    const narrow = await register('示例·旅馆', { types: others });
    expect((await check(narrow, { code, purpose: '入住登记' })).told.code).toBe('licences.show-type');
    expect(await uses()).toEqual([]);
    await house.as(security)(partnersRoutes.limit, {
      params: { partner: narrow.partner },
      body: { purposes: ['入住登记'], types: [type] },
    });
    expect((await check(narrow, { code, purpose: '入住登记' })).status).toBe(200);
    expect((await check(narrow, { code, purpose: '开户核对身份' })).told.code).toBe('partners.purpose');
  });
  test('that was switched off, or whose key is made up, is turned away', async () => {
    const unit = await register('示例·旅馆');
    const { code } = await aCode();
    expect((await check(unit, { code, purpose: '入住登记' }, { key: `tbp_${'A'.repeat(43)}` })).status).toBe(
      401,
    );
    expect((await check({ ...unit, partner: newId() }, { code, purpose: '入住登记' })).status).toBe(401);
    await house.as(security)(partnersRoutes.end, { params: { partner: unit.partner } });
    const { partners } = await house.as(security)(partnersRoutes.list, {});
    expect(partners.find((one: Partner) => one.partner === unit.partner)?.ended).toBe(true);
    expect((await check(unit, { code, purpose: '入住登记' })).status).toBe(401);
  });
});

describe('a signed request', () => {
  test('counts once: sent again it is refused, whatever it asks', async () => {
    const unit = await register('示例·银行');
    const { holder, licence } = await aCode();
    const { url } = await house.as(holder)(showsRoutes.offline, { params: { licence } });
    const asked = { code: url.split('/s/')[1] ?? '', purpose: '入住登记' };
    const nonce = randomUUID();
    expect((await check(unit, asked, { nonce })).status).toBe(200);
    expect((await check(unit, asked, { nonce })).told.code).toBe('partners.replayed');
    expect((await check(unit, asked)).status).toBe(200);
  });
  test('that is old, comes from the future, or was changed on its way is not taken', async () => {
    const unit = await register('示例·银行');
    const { code, uses } = await aCode();
    const asked = { code, purpose: '入住登记' };
    for (const minutes of [-6, 6]) {
      const at = new Date(house.clock().getTime() + minutes * 60_000);
      expect((await check(unit, asked, { at })).status).toBe(401);
    }
    const changed = await check(unit, asked, { sent: { code, purpose: '开户核对身份' } });
    expect(changed.told.code).toBe('partners.digest');
    expect((await check(unit, { ...asked, name: 'kayak' })).told.code).toBe('partners.body');
    expect(await uses()).toEqual([]);
  });
  test('is remembered no longer than it could be sent again', async () => {
    const unit = await register('示例·银行');
    await check(unit, { code: (await aCode()).code, purpose: '入住登记' });
    const count = async () =>
      Number(
        (
          await sql<{
            n: number;
          }>`select count(*) as n from partners.nonce where partner_id = ${unit.partner}`.execute(house.db)
        ).rows[0]?.n,
      );
    expect(await count()).toBe(1);
    house.moveBy({ minutes: 11 });
    await house.platform.jobs.runTimer('partners.forget-nonces');
    expect(await count()).toBe(0);
  });
});

describe('one code', () => {
  test('that fifty check at the same moment is read by exactly one', async () => {
    const unit = await register('示例·银行');
    const { code, uses } = await aCode();
    const asked = { code, purpose: '入住登记' };
    const tries = await Promise.all(Array.from({ length: 50 }, () => check(unit, asked)));
    const codes = tries.map(({ status, told }) => (status === 200 ? 'read' : told.code));
    expect(codes.filter((one) => one === 'read')).toHaveLength(1);
    expect(codes.filter((one) => one === 'licences.show-used')).toHaveLength(49);
    expect(await uses()).toHaveLength(1);
  });
});

describe('the register of units', () => {
  test('is kept by the security administrator alone', async () => {
    const citizen = await house.citizen('示例乙');
    const body = { name: '示例·自己', purposes, types };
    await expect(house.as(citizen)(partnersRoutes.register, { body })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
  test('takes only types of licence that there are', async () => {
    await expect(register('示例·银行', { types: ['no-such-card'] })).rejects.toMatchObject({
      code: 'partners.type',
    });
  });
  test('holds the key sealed, and tells it once', async () => {
    const { partner, key } = await register('示例·银行');
    const { rows } = await sql`select partner::text from partners.partner partner`.execute(house.db);
    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
    const { partners } = await house.as(security)(partnersRoutes.list, {});
    const told = partners.find((one: Partner) => one.partner === partner);
    expect(JSON.stringify(told)).not.toContain(key.slice(4));
  });
});

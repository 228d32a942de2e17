import { accessRoutes, casesRoutes, filesRoutes, intakeRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn, transaction } from '../../../platform/index.ts';
import { createKayakHouse } from '../kayak-house.fixture.ts';

const house = await createKayakHouse();
afterAll(house.stop);

const log = (citizen: SignedIn, query = {}) => house.as(citizen)(accessRoutes.log, { query });
const unmask = (caller: SignedIn, number: string, more = {}) =>
  house.as(caller)(accessRoutes.unmask, {
    params: { case: number },
    body: { fields: ['citizenNumber', 'phone'], reason: '核对身份证号码', ...more },
  });
async function aHeldCase() {
  const citizen = await house.citizen();
  const number = await house.submitted(citizen);
  const clerk = await house.staff('clerk');
  await house.claim(clerk, number);
  return { citizen, number, clerk };
}

describe('unmasking', () => {
  test('shows the numbers of a case in hand, and the applicant sees it with the reason', async () => {
    const { citizen, number, clerk } = await aHeldCase();
    const shown = await unmask(clerk, number);
    expect(shown).toEqual({ citizenNumber: citizen.citizenNumber, phone: '19900001234', left: 19 });
    const { entries } = await log(citizen);
    expect(entries[0]).toMatchObject({
      ...{ what: '看了完整的身份证号码、手机号码', why: '核对身份证号码', sensitive: true, case: number },
      who: expect.stringContaining('窗口人员'),
    });
  });
  test('a case nobody or somebody else has in hand stays masked', async () => {
    const { number } = await aHeldCase();
    const other = await house.staff('clerk');
    await expect(unmask(other, number)).rejects.toMatchObject({ code: 'access.not-held' });
    const unclaimed = await house.submitted(await house.citizen());
    await expect(unmask(other, unclaimed)).rejects.toMatchObject({ code: 'access.not-held' });
  });
  test('a case of another branch is as if it were not there', async () => {
    const { number } = await aHeldCase();
    const far = await house.staff('clerk', { branch: 'lake/west' });
    await expect(unmask(far, number)).rejects.toMatchObject({ code: 'cases.missing' });
  });
  test('a reason of blanks is none, and other roles may not at all', async () => {
    const { number, clerk } = await aHeldCase();
    await expect(unmask(clerk, number, { reason: '      ' })).rejects.toMatchObject({
      code: 'access.reason',
    });
    const supervisor = await house.staff('supervisor');
    await expect(unmask(supervisor, number)).rejects.toMatchObject({ code: 'session.role' });
  });
  test('twenty an hour, however many at once; then not before the hour is over', async () => {
    const { number, clerk } = await aHeldCase();
    const many = await Promise.allSettled(Array.from({ length: 25 }, () => unmask(clerk, number)));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    await expect(unmask(clerk, number)).rejects.toMatchObject({ code: 'access.quota' });
    house.moveBy({ minutes: 61 });
    expect((await unmask(clerk, number)).left).toBe(19);
  });
  test('after sixty in a day the account is suspended, and an alarm is told', async () => {
    const { number, clerk } = await aHeldCase();
    await transaction(house.db, async (tx) => {
      for (let at = 0; at < 60; at += 1)
        await sql`insert into cases.access
          (person_id, access_id, at, by_id, role, what, fields, reason, case_number)
          values (${newId()}, ${newId()}, ${new Date(house.clock().getTime() - 7_200_000)}, ${clerk.personId},
            'clerk', 'unmasking', ${['phone']}, ${Buffer.from('x')}, ${number})`.execute(tx);
    });
    await expect(unmask(clerk, number)).rejects.toMatchObject({ code: 'access.suspended' });
    const { rows } = await sql<{ why: string }>`select suspended_why as why from identity.account
      where person_id = ${clerk.personId}`.execute(house.db);
    expect(rows[0]?.why).toContain('60');
    const told = await sql<{ data: { times: number } }>`select data from platform.event
      where type = 'cases.unmasked-too-much' and data->>'personId' = ${clerk.personId}`.execute(house.db);
    expect(told.rows.map(({ data }) => data.times)).toEqual([60]);
  });
});

describe('the record of who looked', () => {
  test('names office and post of everyone who opened a case, once a day for the same look', async () => {
    const { citizen, number, clerk } = await aHeldCase();
    await house.seen(clerk, number);
    await house.seen(clerk, number);
    await house.seen(await house.staff('supervisor'), number);
    const { entries, next } = await log(citizen);
    expect(next).toBeUndefined();
    expect(entries.map(({ who, what, why }) => [who.split(' ').at(0), what, why])).toEqual([
      ['督办人员', '看了办件', '督办'],
      ['窗口人员', '看了办件', '收件办理'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(clerk.personId);
  });
  test('shows who looked at uploaded files, and who had the person at a window', async () => {
    const { citizen, number, clerk } = await aHeldCase();
    const { slots } = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    const file = slots[0]?.files[0]?.file ?? '';
    await house.as(citizen)(filesRoutes.read, { params: { file } });
    await house.as(clerk)(filesRoutes.read, { params: { file } });
    const { citizenNumber } = citizen;
    await house.as(clerk)(intakeRoutes.begin, { body: { name: '示例甲', citizenNumber, by: 'card' } });
    await house.settle();
    const { entries } = await log(citizen);
    const looks = entries.map(({ what }) => what);
    expect(looks).toContain('在窗口看了您的资料');
    expect(looks.filter((what) => what === '看了您上传的文件')).toHaveLength(1);
  });
  test('shows the uses of licences by others', async () => {
    const citizen = await house.citizen();
    const licence = await house.giveCard(citizen);
    const clerk = await house.staff('clerk');
    await transaction(house.db, async (tx) => {
      const use = { holderId: citizen.personId, licence, cause: '核对住址' };
      await house.licences.use(tx, { ...use, by: clerk.personId });
      await house.licences.use(tx, { ...use, by: citizen.personId });
    });
    const { entries } = await log(citizen);
    expect(entries).toMatchObject([{ what: '用了您的身份证', why: '核对住址', sensitive: false }]);
  });
  test('is one’s own: nobody sees another’s, and a case narrows it', async () => {
    const one = await aHeldCase();
    const other = await aHeldCase();
    expect((await log(other.citizen, { case: one.number })).entries).toEqual([]);
    expect((await log(one.citizen, { case: one.number })).entries.length).toBeGreaterThan(0);
    await expect(house.as(one.clerk)(accessRoutes.log, {})).rejects.toMatchObject({ code: 'session.role' });
    await expect(log({ role: 'agent', personId: newId() })).rejects.toMatchObject({
      code: 'cases.no-mandate',
    });
  });
  test('comes in pages, nothing lost and nothing twice', async () => {
    const { citizen, number, clerk } = await aHeldCase();
    await transaction(house.db, async (tx) => {
      for (let at = 1; at <= 70; at += 1)
        await sql`insert into cases.access (person_id, access_id, at, by_id, role, what, case_number)
          values (${citizen.personId}, ${newId()}, ${new Date(house.clock().getTime() - at * 86_400_000)},
            ${clerk.personId}, 'clerk', 'case', ${number})`.execute(tx);
    });
    const first = await log(citizen);
    const second = await log(citizen, { after: first.next });
    expect(second.next).toBeUndefined();
    const days = [...first.entries, ...second.entries].map(({ at }) => at);
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBe(71);
    expect([...days].sort().reverse()).toEqual(days);
    await expect(log(citizen, { after: 'kayak' })).rejects.toMatchObject({ code: 'cases.page' });
  });
  test('is never changed by the application', async () => {
    await expect(sql`update cases.access set role = 'kayak'`.execute(house.db)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`delete from cases.access`.execute(house.db)).rejects.toThrow('permission denied');
  });
});

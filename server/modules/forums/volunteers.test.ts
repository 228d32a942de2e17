import {
  forumsRoutes,
  ordersRoutes,
  type Role,
  staff,
  type VolunteerWish,
  volunteersRoutes,
} from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { wish as written } from '../hotline/hotline-house.fixture.ts';
import { createForumsHouse, type ForumsHouse } from './forums-house.fixture.ts';

let house: ForumsHouse;
let leader: SignedIn;
let operator: SignedIn;
beforeAll(async () => {
  house = await createForumsHouse();
  [leader, operator] = [house.at('supervisor'), house.at('operator')];
});
afterAll(() => house.stop());

type Citizen = Awaited<ReturnType<ForumsHouse['citizen']>>;
const wishFor = ({ citizenNumber }: Citizen, more: Partial<VolunteerWish> = {}): VolunteerWish => ({
  ...{
    name: '示例·监督甲',
    citizenNumber,
    from: '2026-03-01',
    until: '2026-12-31',
    note: '社区推荐',
    ...more,
  },
});
const volunteer = () => house.citizen('示例·监督甲');
const appoint = (by: SignedIn, citizen: Citizen, more: Partial<VolunteerWish> = {}) =>
  house.as(by)(volunteersRoutes.appoint, { body: wishFor(citizen, more) });
const list = (by: SignedIn) => house.as(by)(volunteersRoutes.list, { query: {} });
const own = async (by: SignedIn, division = '4419') =>
  (await house.as(by)(volunteersRoutes.own, { query: { division } })).forum;
const deskOf = async (by: SignedIn) => (await list(by)).forum ?? '';
const numbersIn = async (by: SignedIn) =>
  (await house.ledger(by, await deskOf(by))).items.map(({ order }) => order.order);
async function dismissLatest(by: SignedIn): Promise<void> {
  const [latest] = (await list(by)).volunteers;
  await house.as(by)(volunteersRoutes.dismiss, { params: { volunteer: latest?.volunteer ?? '' } });
}

describe('a volunteer supervisor', () => {
  test('is appointed by the supervisor of a branch and by nobody else, and is read masked by those who lead it', async () => {
    const citizen = await volunteer();
    for (const role of [...staff, 'citizen' as const].filter((one) => one !== 'supervisor'))
      await expect(appoint(house.at(role), citizen)).rejects.toMatchObject({ code: 'session.role' });
    expect(await list(leader)).toEqual({ volunteers: [], mayAppoint: true });
    const made = await appoint(leader, citizen);
    const number = `990***********${citizen.citizenNumber.slice(-4)}`;
    expect(made.volunteers).toMatchObject([{ state: 'in-force', note: '社区推荐', until: '2026-12-31' }]);
    expect(made.volunteers[0]?.citizenNumber).toBe(number);
    expect(JSON.stringify(made)).not.toContain('监督甲');
    const leaders: readonly Role[] = ['hall-manager', 'spokesperson'];
    for (const role of leaders) expect(await list(house.at(role))).toEqual({ ...made, mayAppoint: false });
    for (const role of staff.filter((one) => one !== 'supervisor' && !leaders.includes(one)))
      await expect(list(house.at(role))).rejects.toMatchObject({ code: 'session.role' });
    for (const branch of ['lake', 'lake/west', 'lake/east/pier'])
      expect((await list(house.at('supervisor', branch))).volunteers).toEqual([]);
    const { rows } = await sql<{ note: Buffer }>`select note from forums.volunteer`.execute(house.db);
    for (const { note } of rows) expect(note.toString()).not.toContain('社区');
  });
  test('is known by number and name together, for days that are still to come, and once at a time', async () => {
    const citizen = await volunteer();
    const astray = { code: 'forums.person', faults: [{ pointer: '/citizenNumber' }] };
    await expect(appoint(leader, citizen, { name: '示例·别人' })).rejects.toMatchObject(astray);
    await expect(appoint(leader, citizen, { citizenNumber: '1' })).rejects.toMatchObject(astray);
    for (const days of [{ from: '2026-03-05', until: '2026-03-04' }, { until: '2026-03-01' }])
      await expect(appoint(leader, citizen, days)).rejects.toMatchObject({
        ...{ code: 'forums.days', faults: [{ pointer: '/until' }] },
      });
    await appoint(leader, citizen);
    const again = appoint(leader, citizen, { from: '2026-12-31', until: '2027-12-31' });
    await expect(again).rejects.toMatchObject({ code: 'forums.appointed' });
    const { volunteers } = await appoint(leader, citizen, { from: '2027-01-01', until: '2027-12-31' });
    expect(volunteers[0]).toMatchObject({ state: 'coming', from: '2027-01-01' });
    const ids = volunteers.map((one) => one.volunteer);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
  test('is dismissed by the supervisor of the very branch, once', async () => {
    const citizen = await volunteer();
    const [made] = (await appoint(leader, citizen)).volunteers;
    const params = { volunteer: made?.volunteer ?? '' };
    const dismiss = (by: SignedIn) => house.as(by)(volunteersRoutes.dismiss, { params });
    await expect(dismiss(house.at('spokesperson'))).rejects.toMatchObject({ code: 'session.role' });
    for (const branch of ['lake', 'lake/west'])
      await expect(dismiss(house.at('supervisor', branch))).rejects.toMatchObject({
        code: 'forums.volunteer',
      });
    expect(await own(citizen)).toBe(await deskOf(leader));
    expect((await dismiss(leader)).volunteers[0]).toMatchObject({ state: 'dismissed' });
    expect(await own(citizen)).toBeUndefined();
    await expect(dismiss(leader)).rejects.toMatchObject({ code: 'forums.dismissed' });
    expect((await appoint(leader, citizen)).volunteers[0]).toMatchObject({ state: 'in-force' });
  });
});

describe('what a volunteer says', () => {
  test('enters the contact desk of the branch, in the same ledger as any forum; a stranger’s is registered all the same', async () => {
    const citizen = await volunteer();
    await appoint(leader, citizen);
    const forum = await deskOf(leader);
    expect(await own(citizen)).toBe(forum);
    const stranger = await house.citizen('示例·路人');
    expect(await own(stranger)).toBeUndefined();
    const said = await house.send(citizen, { forum });
    const others = [
      await house.send(stranger, { forum }),
      await house.send(citizen, { forum, identity: 'secret' }),
      await house.send(citizen, { forum, identity: 'anonymous' }),
      await house.send(citizen),
      await house.take(operator, { forum }),
    ];
    const { identity: _identity, files: _files, ...plain } = written;
    others.push(await house.anyone(ordersRoutes.registerUnnamed, { body: { ...plain, forum } }));
    await house.settle();
    expect(await numbersIn(leader)).toEqual([said.order]);
    for (const { order } of others) expect((await house.forumsOf(operator, order)).forums).toEqual([]);
    const ledger = await house.ledger(leader, forum);
    expect(ledger).toMatchObject({ kind: 'contact-desk', state: 'open', orders: 1, mayChange: false });
  });
  test('is of the days of the appointment', async () => {
    const citizen = await volunteer();
    await appoint(leader, citizen, { from: '2026-03-03', until: '2026-03-03' });
    const before = await numbersIn(leader);
    const forum = await deskOf(leader);
    const made = [];
    for (const at of ['2026-03-02T15:59:00Z', '2026-03-02T16:01:00Z', '2026-03-03T16:01:00Z']) {
      house.moveTo(new Date(at));
      made.push({ ...(await house.send(citizen, { forum })), isHere: (await own(citizen)) !== undefined });
      await house.settle();
    }
    expect(made.map(({ isHere }) => isHere)).toEqual([false, true, false]);
    expect(await numbersIn(leader)).toEqual([made[1]?.order, ...before]);
    house.moveTo(new Date('2026-03-02T02:00:00Z'));
    await dismissLatest(leader);
  });
  test('of another city, or to another branch’s desk, stays outside', async () => {
    const west = house.at('supervisor', 'lake/west');
    const citizen = await volunteer();
    await appoint(west, citizen);
    expect(await own(citizen)).toBeUndefined();
    const before = await numbersIn(leader);
    for (const forum of [await deskOf(west), await deskOf(leader)]) await house.send(citizen, { forum });
    await house.settle();
    expect([await numbersIn(west), await numbersIn(leader)]).toEqual([[], before]);
  });
  test('never marks a tip-off, and one that turns out to be one leaves', async () => {
    const citizen = await volunteer();
    await appoint(leader, citizen);
    const before = await numbersIn(leader);
    const forum = await deskOf(leader);
    await house.send(citizen, { forum, kind: 'report' });
    const { order } = await house.send(citizen, { forum });
    await house.settle();
    expect(await numbersIn(leader)).toEqual([order, ...before]);
    const matter = { kind: 'complaint', matter: 'smuggling', labels: [] } as const;
    await house.act(operator, order, { type: 'classify', ...matter, labels: [] });
    expect(await numbersIn(leader)).toEqual(before);
  });
  test('is put in by nobody else’s hand, and its desk is neither changed nor ended', async () => {
    const forum = await deskOf(leader);
    const { order } = await house.take(operator);
    expect((await house.forumsOf(operator, order)).offered.map((one) => one.forum)).not.toContain(forum);
    await expect(house.put(operator, forum, order)).rejects.toMatchObject({ code: 'forums.volunteers-only' });
    const close = house.as(leader)(forumsRoutes.close, { params: { forum }, body: { version: 0 } });
    await expect(close).rejects.toMatchObject({ code: 'forums.standing' });
  });
});

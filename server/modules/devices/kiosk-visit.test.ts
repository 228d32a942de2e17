import { accessRoutes, casesRoutes, deskRoutes, visitsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { newcomer } from '../cases/kayak-house.fixture.ts';
import { simulatedMatch } from './kiosk-cabinet.ts';
import { type Citizen, createPierHouse, type PierHouse, type Shown } from './kiosk-house.fixture.ts';

let house: PierHouse;
beforeAll(async () => {
  house = await createPierHouse();
});
afterAll(() => house.stop());

/** A result that waits at the issue desk. */
async function ready(citizen: Citizen): Promise<string> {
  const [clerk, approver] = [await house.staff('clerk'), await house.staff('approver')];
  const number = await house.submitted(citizen);
  await house.claim(clerk, number);
  await house.mark(clerk, number);
  await house.accept(clerk, number);
  await house.claim(approver, number);
  await house.mark(approver, number);
  const { call, params, version } = await house.acting(approver, number);
  await call(deskRoutes.decide, { params, body: { version, verdict: 'grant' } });
  return number;
}

describe('a visit', () => {
  test('shows a person their own cases, papers and bookings, masked, and puts it on their record', async () => {
    const citizen = await house.citizen('示例甲');
    const number = await house.submitted(citizen);
    const booking = {
      booking: newId(),
      itemName: '船艇登记',
      hall: 'pier',
      hallName: '示例·pier大厅',
      state: 'booked',
    };
    house.diary.byPerson.set(citizen.personId, [
      { ...booking, at: house.clock().toISOString(), may: { checkIn: true } } as never,
      {
        ...booking,
        booking: newId(),
        hall: 'jetty',
        at: house.clock().toISOString(),
        may: { checkIn: true },
      } as never,
    ]);
    await house.settle();
    const begun = await house.identify(citizen);
    expect(begun).toMatchObject({
      ...{
        identifiedBy: 'card',
        person: { name: '示*', citizenNumber: expect.stringMatching(/^990\*+\d{4}$/) },
      },
      cases: [{ case: number, status: { title: { zh: expect.any(String) } } }],
      bookings: [{ may: true }, { may: false }],
    });
    expect(begun.papers.map((paper) => paper.case)).toContain(number);
    expect(JSON.stringify(begun)).not.toContain(citizen.citizenNumber);
    const { entries } = await house.as(citizen)(accessRoutes.log, { query: {} });
    expect(entries[0]).toMatchObject({ who: '自助终端', why: '本人在示例·pier大厅1号自助机办事' });
  });
  test('is known by its own key beside the machine’s, for five minutes after its last use', async () => {
    const begun = await house.identify(await house.citizen());
    const { key: _, ...shown } = begun;
    expect(await house.visit(begun)).toMatchObject({ person: shown.person });
    await expect(house.visit({ ...begun, key: house.kiosk.key })).rejects.toMatchObject({
      code: 'kiosk.visit',
    });
    house.moveBy({ minutes: 4 });
    await house.visit(begun);
    house.moveBy({ minutes: 4 });
    await house.visit(begun);
    house.moveBy({ minutes: 6 });
    await expect(house.visit(begun)).rejects.toMatchObject({ code: 'kiosk.visit' });
  });
  test('ends when it is ended, and when the next person begins', async () => {
    const one = await house.identify(await house.citizen());
    const next = await house.identify(await house.citizen());
    await expect(house.visit(one)).rejects.toMatchObject({ code: 'kiosk.visit' });
    await house.anyone(visitsRoutes.end, house.by(next));
    await expect(house.visit(next)).rejects.toMatchObject({ code: 'kiosk.visit' });
  });
  test('of somebody new is checked against the register first', async () => {
    const body = { name: newcomer.name, citizenNumber: newcomer.citizenNumber };
    expect(await house.anyone(visitsRoutes.identify, { ...house.at(), body })).toMatchObject({
      cases: [],
      papers: [],
    });
    const wrong = { ...body, name: '示例·别人' };
    await expect(house.anyone(visitsRoutes.identify, { ...house.at(), body: wrong })).rejects.toMatchObject({
      code: 'identity.register-mismatch',
    });
  });
  test('gives a number as the person, with the priority of an elder, and checks in only for an own booking here', async () => {
    const citizen = await house.citizen();
    house.diary.elders.add(citizen.personId);
    const begun = await house.identify(citizen);
    expect(begun.priority).toBe('elder');
    await house.anyone(visitsRoutes.takeAs, {
      ...house.by(begun),
      body: { item: 'kayak', key: house.newKey() },
    });
    expect(house.queue.taken.at(-1)).toMatchObject({ personId: citizen.personId, priority: 'elder' });
    const other = house.anyone(visitsRoutes.takeAs, { ...house.by(begun), body: { booking: newId() } });
    await expect(other).rejects.toMatchObject({ code: 'kiosk.booking' });
  });
  test('prints the person’s own papers and nobody else’s', async () => {
    const [citizen, stranger] = [await house.citizen(), await house.citizen()];
    for (const one of [citizen, stranger]) await house.submitted(one);
    await house.settle();
    const [theirs] = (await house.identify(stranger)).papers;
    const begun = await house.identify(citizen);
    const [own] = begun.papers;
    const print = (document = '') =>
      house.anyone(visitsRoutes.print, {
        params: { ...house.by(begun).params, document },
        headers: house.by(begun).headers,
      });
    const { bytes } = await print(own?.document);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    await expect(print(theirs?.document)).rejects.toMatchObject({ code: 'cases.document' });
  });
});

describe('a hand-off', () => {
  const ask = async () => {
    const { handOff, url } = await house.anyone(visitsRoutes.handOff, house.at());
    return { handOff, secret: url.split('#')[1] ?? '' };
  };
  const begin = (handOff: string) =>
    house.anyone(visitsRoutes.handedOff, {
      params: { device: house.kiosk.device, handOff },
      headers: house.at().headers,
    });
  const agree = (citizen: Citizen, { handOff, secret }: { handOff: string; secret: string }) =>
    house.as(citizen)(visitsRoutes.agree, { params: { handOff }, body: { secret } });

  test('begins a visit once its owner agrees on the phone, and only once', async () => {
    const citizen = await house.citizen();
    const asked = await ask();
    expect(await begin(asked.handOff)).toEqual({ waiting: true });
    expect(await agree(citizen, asked)).toEqual({ kiosk: '1号自助机', hallName: '示例·pier大厅' });
    expect(await begin(asked.handOff)).toMatchObject({ waiting: false, visit: { identifiedBy: 'phone' } });
    await expect(begin(asked.handOff)).rejects.toMatchObject({ code: 'kiosk.hand-off' });
  });
  test('is not taken over by a guess, a second phone, or after three minutes', async () => {
    const [citizen, other] = [await house.citizen(), await house.citizen()];
    const asked = await ask();
    const guess = { ...asked, secret: 'x'.repeat(32) };
    await expect(agree(citizen, guess)).rejects.toMatchObject({ code: 'kiosk.hand-off' });
    await agree(citizen, asked);
    await expect(agree(other, asked)).rejects.toMatchObject({ code: 'kiosk.hand-off' });
    const late = await ask();
    house.moveBy({ minutes: 4 });
    await expect(agree(citizen, late)).rejects.toMatchObject({ code: 'kiosk.hand-off' });
  });
});

describe('pick up', () => {
  const pickUp = (who: Shown, number: string, fingerprint: string) =>
    house.anyone(visitsRoutes.pickUp, { ...house.by(who), body: { case: number, fingerprint } });

  test('the right finger opens the slot and ends the case as a hand-over; the wrong one changes nothing', async () => {
    const citizen = await house.citizen();
    const number = await ready(citizen);
    const begun = await house.identify(citizen);
    expect(begun.pickups).toMatchObject([{ case: number, here: true }]);
    expect(await pickUp(begun, number, 'another finger')).toMatchObject({ released: false });
    expect((await house.visit(begun)).pickups).toHaveLength(1);
    const released = await pickUp(begun, number, simulatedMatch);
    expect(released).toMatchObject({ released: true, slot: expect.stringMatching(/^A\d\d$/) });
    expect((await house.visit(begun)).pickups).toEqual([]);
    const view = await house.as(citizen)(casesRoutes.get, { params: { case: number } });
    expect(view.status.headline).toBe('done');
    const clerk = await house.staff('clerk');
    const handed = (await house.seen(clerk, number)).actions.find(({ what }) => what === '交付结果');
    expect(handed?.detail).toBe('示*（本人，示例·pier大厅1号自助机比对指纹）');
    await expect(pickUp(begun, number, simulatedMatch)).rejects.toMatchObject({ code: 'cases.taken' });
  });
  test('a card of somebody else is not there', async () => {
    const number = await ready(await house.citizen());
    const begun = await house.identify(await house.citizen());
    await expect(pickUp(begun, number, simulatedMatch)).rejects.toMatchObject({ code: 'cases.taken' });
  });
});

describe('visits', () => {
  test('are gone a day later', async () => {
    await house.identify(await house.citizen());
    house.moveBy({ hours: 25 });
    await house.identify(await house.citizen());
    const { rows } = await sql<{ count: string }>`select count(*) from devices.visit`.execute(house.db);
    expect(Number(rows[0]?.count)).toBe(1);
  });
});

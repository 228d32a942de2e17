import { bookingsRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { newId, type SignedIn, transaction } from '../../platform/index.ts';
import { at, createPierHouse, freeAt } from './pier-house.fixture.ts';

const house = await createPierHouse();
afterAll(house.stop);

type Wished = { from: string; to: string; part?: 'any' | 'morning' | 'afternoon'; hall?: string };
const wish = (who: SignedIn, { hall = 'dock', part = 'any', ...days }: Wished) =>
  house.as(who)(bookingsRoutes.wish, { body: { hall, item: 'kayak', part, ...days } });
const wishesOf = async (who: SignedIn) => (await house.as(who)(bookingsRoutes.list, { query: {} })).wishes;
const bookingsOf = async (who: SignedIn) =>
  (await house.as(who)(bookingsRoutes.list, { query: {} })).bookings;

/** Books the dock out for one half day. */
async function fill(day: string, [from, to]: [number, number]) {
  const starts = Array.from({ length: (to - from) * 3 }, (_, nth) => from * 60 + nth * 20);
  const made = [];
  for (const start of starts) {
    const time = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
    const who = await house.citizen();
    made.push({ who, ...(await house.book(who, { hall: 'dock', at: at(day, time) })) });
  }
  return made;
}

describe('the waiting list', () => {
  const day = '2026-03-03';
  test('a freed time is held for who waits longest, who is told, and nobody else gets it', async () => {
    const booked = await fill(day, [9, 12]);
    const [first, second] = [await house.citizen(), await house.citizen()];
    expect(await wish(first, { from: day, to: day, part: 'morning' })).toMatchObject({ state: 'waiting' });
    await wish(second, { from: day, to: day, part: 'morning' });
    const given = booked[4];
    if (given === undefined) throw new Error('nothing booked');
    await house.cancel(given.who, given.booking);
    expect((await wishesOf(first))[0]?.state).toBe('offered');
    expect((await wishesOf(second))[0]?.state).toBe('waiting');
    const [offered] = await bookingsOf(first);
    expect(offered).toMatchObject({ state: 'held', offered: true, at: given.at });
    expect(freeAt(await house.slots(day, { hall: 'dock' }), given.at)).toBe(0);
    await house.settle();
    expect(house.sent.at(-1)?.text).toContain('您候补的“皮划艇下水登记”有空了：3 月 3 日 10:20');

    // Unanswered for a quarter of an hour, it goes to the next one.
    house.moveBy({ minutes: 16 });
    await house.platform.jobs.runTimer('bookings.expire-holds');
    expect(await wishesOf(first)).toEqual([]);
    const [next] = await bookingsOf(second);
    expect(next).toMatchObject({ at: given.at, state: 'held' });
    expect(await house.confirm(second, next?.booking ?? '')).toMatchObject({ state: 'booked' });
    expect(await wishesOf(second)).toEqual([]);
  });

  test('what is free already is offered at once', async () => {
    const ann = await house.citizen();
    const made = await wish(ann, { hall: 'pier', from: day, to: day, part: 'afternoon' });
    expect(made).toMatchObject({ state: 'offered', booking: expect.any(String) });
    expect((await bookingsOf(ann))[0]?.at).toBe(at(day, '14:00'));
  });

  test('an earlier time takes the place of the one booked, which is then free', async () => {
    const [early, late] = ['2026-03-04', '2026-03-06'];
    const ann = await house.citizen();
    const old = await house.book(ann, { hall: 'dock', at: at(late, '09:00') });
    const booked = await fill(early, [9, 12]);
    await wish(ann, { from: early, to: early, part: 'morning' });
    const [given] = booked;
    if (given === undefined) throw new Error('nothing booked');
    await house.cancel(given.who, given.booking);
    const offered = (await bookingsOf(ann)).find(({ state }) => state === 'held');
    expect(offered?.at).toBe(given.at);
    expect(offered?.instead).toEqual({ at: old.at, hallName: '示例·dock' });
    expect(freeAt(await house.slots(late, { hall: 'dock' }), old.at)).toBe(0);
    await house.confirm(ann, offered?.booking ?? '');
    expect((await bookingsOf(ann)).map(({ at: when, state }) => [when, state])).toEqual([
      [given.at, 'booked'],
    ]);
    expect(freeAt(await house.slots(late, { hall: 'dock' }), old.at)).toBe(1);
  });

  test('somebody may stop waiting, but nobody may do it for them', async () => {
    const [ann, bob] = [await house.citizen(), await house.citizen()];
    const made = await wish(ann, { from: day, to: day, part: 'morning' });
    const end = (who: SignedIn) => house.as(who)(bookingsRoutes.endWish, { params: { wish: made.wish } });
    await expect(end(bob)).rejects.toMatchObject({ code: 'bookings.wish-missing' });
    await end(ann);
    expect(await wishesOf(ann)).toEqual([]);
  });

  test('one waits once for an item, and only for days that can be booked', async () => {
    const ann = await house.citizen();
    await wish(ann, { from: day, to: day, part: 'morning' });
    await expect(wish(ann, { from: day, to: day })).rejects.toMatchObject({ code: 'bookings.wish' });
    const past = wish(await house.citizen(), { from: '2026-02-01', to: '2026-02-10' });
    await expect(past).rejects.toMatchObject({ code: 'bookings.wish-days' });
  });
});

describe('family and mandates', () => {
  test('a mother books for her child, whose priority goes with it, and sees it among hers', async () => {
    const [mother, child] = [await house.citizen(), await house.citizen({ bornOn: '19500307' })];
    const row = {
      person_id: mother.personId,
      relative_id: child.personId,
      items: undefined,
      until: undefined,
    };
    await house.bookings.linkDemo({
      citizens: [
        demoPerson('mother', mother.citizenNumber, { children: ['child'] }),
        demoPerson('child', child.citizenNumber),
      ],
      mandates: [],
    });
    expect(row.person_id).toBe(mother.personId);
    const bookable = await house.as(mother)(bookingsRoutes.people, { query: { item: 'kayak' } });
    expect(bookable).toEqual([
      { person: mother.personId, name: '示例甲', self: true },
      { person: child.personId, name: '示例甲', self: false, priority: 'elder' },
    ]);
    const wished = { at: at('2026-03-10', '09:00'), person: child.personId };
    const booking = await house.book(mother, wished);
    expect(booking).toMatchObject({ person: { self: false }, priority: 'elder' });
    expect((await bookingsOf(mother)).map((one) => one.booking)).toEqual([booking.booking]);
    expect((await bookingsOf(child)).map((one) => one.booking)).toEqual([booking.booking]);
    await expect(house.book(child, { ...wished, person: mother.personId })).rejects.toMatchObject({
      code: 'bookings.person',
    });
  });

  test('a mandate reaches its items and its last day, no further', async () => {
    const [agent, principal] = [await house.citizen(), await house.citizen()];
    await house.bookings.linkDemo({
      citizens: [demoPerson('a', agent.citizenNumber), demoPerson('p', principal.citizenNumber)],
      mandates: [{ id: 'm', principal: 'p', agent: 'a', items: ['raft'], until: '2026-03-05' }],
    });
    const person = principal.personId;
    const kayak = house.book(agent, { at: at('2026-03-10', '10:00'), person });
    await expect(kayak).rejects.toMatchObject({ code: 'bookings.person' });
    await house.book(agent, { item: 'raft', at: at('2026-03-10', '10:00'), person });
  });
});

function demoPerson(id: string, citizenNumber: string, more: { children?: string[] } = {}) {
  return {
    ...{ id, name: '示例甲', name_en: id, citizen_number: citizenNumber, phone: '19900001234' },
    ...{ sex: 'female' as const, born_on: '1990-03-07', note: '', division: '4419', licences: [], ...more },
  };
}

describe('reminders, not coming, arriving', () => {
  test('somebody is reminded the evening before and two hours before, with everything they need', async () => {
    const ann = await house.citizen();
    const { code } = await house.book(ann, { at: at('2026-03-06', '15:00') });
    const before = house.sent.length;
    house.moveTo(new Date(at('2026-03-05', '18:00')));
    await house.platform.jobs.runTimer('bookings.remind');
    await house.settle();
    const told = house.sent.slice(before).filter(({ text }) => text.includes(code));
    expect(told.map(({ text }) => text)).toEqual([
      `【通办】您约了 3 月 6 日 15:00 到示例·pier办“皮划艇下水登记”。地址：示例路 pier 号。签到码 ${code}。带上：身份证。来不了请提前取消。`,
    ]);
    house.moveTo(new Date(at('2026-03-06', '13:00')));
    await house.platform.jobs.runTimer('bookings.remind');
    await house.platform.jobs.runTimer('bookings.remind');
    await house.settle();
    expect(house.sent.filter(({ text }) => text.includes(code))).toHaveLength(2);
  });

  test('a reminder that comes too late is dropped', async () => {
    const ann = await house.citizen();
    const { code } = await house.book(ann, { at: at('2026-03-09', '15:00') });
    house.moveTo(new Date(at('2026-03-09', '16:00')));
    await house.platform.jobs.runTimer('bookings.remind');
    await house.settle();
    expect(house.sent.filter(({ text }) => text.includes(code))).toHaveLength(0);
  });

  test('three times not coming stops booking online for ninety days', async () => {
    const ann = await house.citizen();
    for (const day of ['2026-03-10', '2026-03-11', '2026-03-12']) {
      await house.book(ann, { at: at(day, '16:00') });
      house.moveTo(new Date(at(day, '17:00')));
      await house.platform.jobs.runTimer('bookings.note-missed');
    }
    const again = house.book(ann, { at: at('2026-03-13', '09:00') });
    await expect(again).rejects.toMatchObject({ code: 'bookings.no-shows' });
    const past = await house.as(ann)(bookingsRoutes.list, { query: { past: true } });
    expect(past.bookings.map(({ state }) => state)).toEqual(['missed', 'missed', 'missed']);
    const [self] = await house.as(ann)(bookingsRoutes.people, { query: { item: 'kayak' } });
    expect(self?.why).toContain('不能网上预约');
  });

  test('who arrives is found by the code of the hall and day alone, and shows the ticket from then on', async () => {
    const day = '2026-03-13';
    await house.bookings.layAhead();
    const ann = await house.citizen();
    const { booking, code } = await house.book(ann, { at: at(day, '10:00') });
    const within = <T>(work: (tx: Parameters<Parameters<typeof transaction>[1]>[0]) => Promise<T>) =>
      transaction(house.db, work);
    expect(await within((tx) => house.bookings.find(tx, { code, hall: 'dock', day }))).toEqual([]);
    const [found] = await within((tx) => house.bookings.find(tx, { code, hall: 'pier', day }));
    expect(found).toMatchObject({ booking, personId: ann.personId, state: 'booked' });
    expect((await house.bookings.expected('pier', day)).map((one) => one.booking)).toEqual([booking]);
    const ticketKey = newId();
    await within((tx) => house.bookings.arrive(tx, booking, { ticketKey, at: house.clock() }));
    const shown = await house.as(ann)(bookingsRoutes.get, { params: { booking } });
    expect(shown).toMatchObject({ state: 'arrived', ticket: ticketKey });
    expect(await house.bookings.expected('pier', day)).toEqual([]);
    await within((tx) => house.bookings.finish(tx, booking, 'done'));
    await expect(house.cancel(ann, booking)).rejects.toMatchObject({ code: 'bookings.over' });
  });
});

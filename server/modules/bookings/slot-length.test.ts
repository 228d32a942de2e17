import { bookableRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { aHall, aWindow } from './pier-content.fixture.ts';
import { at, createPierHouse, freeAt } from './pier-house.fixture.ts';

const house = await createPierHouse({
  halls: [aHall('pier', [aWindow('p1')])],
  slots: [
    { item: 'kayak', when: { 水域: ['江河', '海上'], 要贴标: ['是'] }, minutes: 60, house_default: true },
    { item: 'kayak', when: { 水域: ['江河'] }, minutes: 40, house_default: true },
  ],
});
afterAll(house.stop);

const day = '2026-03-03';
const river: [string, string][] = [['水域', '江河']];
const withSign: [string, string][] = [...river, ['要贴标', '是']];
const slotsFor = (answers?: [string, string][], on = day) =>
  house.anyone(bookableRoutes.slots, {
    params: { hall: 'pier', day: on },
    query: {
      item: 'kayak',
      ...(answers === undefined ? {} : { answers: new URLSearchParams(answers).toString() }),
    },
  });

describe('how long a situation takes', () => {
  test.each([
    ['as the item says without answers', undefined, '09:20'],
    ['by the first rule whose answers are all given', withSign, '10:00'],
    ['by the next where one is missing', river, '09:40'],
    ['as the item says where no rule fits', [['水域', '湖泊']], '09:20'],
    [
      'as the item says for an answer the guide cannot take',
      [
        ['水域', '池塘'],
        ['水源', '江河'],
      ],
      '09:20',
    ],
  ] as [string, [string, string][] | undefined, string][])('is offered %s', async (_, answers, until) => {
    const [first] = await slotsFor(answers);
    expect(first).toMatchObject({ at: at(day, '09:00'), until: at(day, until), free: 1 });
  });

  test('leaves out starts too late before lunch, and counts days alike', async () => {
    expect(freeAt(await slotsFor(river), at(day, '11:20'))).toBe(1);
    expect(freeAt(await slotsFor(river), at(day, '11:30'))).toBeUndefined();
    expect(freeAt(await slotsFor(), at(day, '11:40'))).toBe(1);
    const daysFor = async (query: { answers?: string }) => {
      const params = { hall: 'pier' };
      const { days } = await house.anyone(bookableRoutes.days, {
        params,
        query: { item: 'kayak', ...query },
      });
      return days.find((one) => one.day === day)?.free;
    };
    const [short, long] = [
      await daysFor({}),
      await daysFor({ answers: new URLSearchParams(river).toString() }),
    ];
    expect(long).toBe((short ?? 0) - 4);
  });

  test('is what a booking takes, whatever the caller was shown, also when it is moved', async () => {
    const ann = await house.citizen();
    const { booking, until } = await house.book(ann, { at: at(day, '09:00'), answers: river });
    expect(until).toBe(at(day, '09:40'));
    expect(freeAt(await slotsFor(), at(day, '09:20'))).toBe(0);
    expect(freeAt(await slotsFor(), at(day, '09:40'))).toBe(1);
    const moved = await house.move(ann, booking, { at: at(day, '10:00') });
    expect(moved.until).toBe(at(day, '10:40'));
  });

  test('refuses a time that is long enough for the item, but not for the situation', async () => {
    const on = '2026-03-04';
    await house.book(await house.citizen(), { at: at(on, '09:20') });
    const refused = house.book(await house.citizen(), { at: at(on, '09:00'), answers: river });
    await expect(refused).rejects.toMatchObject({ code: 'bookings.full' });
    expect(await house.book(await house.citizen(), { at: at(on, '09:00') })).toMatchObject({
      until: at(on, '09:20'),
    });
  });
});

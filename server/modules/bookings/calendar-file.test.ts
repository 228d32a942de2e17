import { bookingsRoutes } from '@tongban/contract';
import ICAL from 'ical.js';
import { afterAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { at, createPierHouse } from './pier-house.fixture.ts';

const house = await createPierHouse();
afterAll(house.stop);

/** Reads a calendar file by a library of its own, not the one that wrote it. */
async function read(who: SignedIn, booking: string) {
  const { contentType, bytes } = await house.as(who)(bookingsRoutes.calendar, { params: { booking } });
  expect(contentType).toContain('text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(bytes).toString()));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(
      new ICAL.Timezone({ component: zone, tzid: String(zone.getFirstPropertyValue('tzid')) }),
    );
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    stamp: String(component.getFirstPropertyValue('dtstamp')),
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    zone: event.startDate.zone?.tzid,
    local: event.startDate.toString(),
    from: event.startDate.toJSDate().toISOString(),
    to: event.endDate.toJSDate().toISOString(),
    location: event.location,
    description: event.description,
  };
}

test('another library reads time, zone and place, and sees a move and a cancellation as the same event', async () => {
  const ann = await house.citizen();
  const day = '2026-03-04';
  const { booking, code } = await house.book(ann, { at: at(day, '09:00') });
  const first = await read(ann, booking);
  expect(first).toMatchObject({
    ...{
      method: 'PUBLISH',
      status: 'CONFIRMED',
      sequence: 0,
      zone: 'Asia/Shanghai',
      local: `${day}T09:00:00`,
    },
    ...{ from: at(day, '09:00'), to: at(day, '09:20'), location: '示例·pier，示例路 pier 号' },
    description: `签到码 ${code}\n带上：身份证\n怎么去：地铁示例站`,
  });
  expect(first.uid).toContain(booking);
  await house.move(ann, booking, { at: at(day, '10:00') });
  const moved = await read(ann, booking);
  expect(moved).toMatchObject({ uid: first.uid, from: at(day, '10:00'), status: 'CONFIRMED' });
  expect(moved.sequence).toBeGreaterThan(first.sequence);
  await house.cancel(ann, booking);
  const cancelled = await read(ann, booking);
  expect(cancelled).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: first.uid });
  expect(cancelled.sequence).toBeGreaterThan(moved.sequence);
});

test('nobody else gets the file', async () => {
  const { booking } = await house.book(await house.citizen(), { at: at('2026-03-04', '11:00') });
  const other = house.as(await house.citizen())(bookingsRoutes.calendar, { params: { booking } });
  await expect(other).rejects.toMatchObject({ code: 'bookings.missing' });
});

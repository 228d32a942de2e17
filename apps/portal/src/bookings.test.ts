import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aBooking, aTicket, at, aWish, bookingId, ticketKey, wishId } from './booking.fixture.ts';
import { aVisitor, ids, type Keepers } from './portal.fixture.ts';

const here = `/bookings/${bookingId}`;
const one = (changes: Parameters<typeof aBooking>[0] = {}): Keepers => ({
  'GET /api/bookings/:booking': () => aBooking(changes),
});
const held = { state: 'held', heldUntil: new Date(Date.now() + 250_000).toISOString() } as const;

describe('a held time', () => {
  test('says how long it is kept, who comes masked, and what to bring', async () => {
    const { html, headers } = await aVisitor({ signedIn: true, keepers: one(held) }).get(here);
    for (const words of ['给您留到', '5 分钟', '12月4日（星期五）', '*三', '下水点位置图'])
      expect(html).toContain(words);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('another time can be chosen with the answers kept; an offered one can only be taken or let go', async () => {
    const { html } = await aVisitor({ signedIn: true, keepers: one(held) }).get(here);
    expect(html).toContain('/items/kayak/book/h?a.');
    const offered = await aVisitor({ signedIn: true, keepers: one({ ...held, offered: true }) }).get(here);
    expect(offered.html).toContain('空出一个时间，给您留着');
    expect(offered.html).not.toContain('/items/kayak/book/h?a.');
  });

  test('offered instead of a booking says which one goes, and that it stays otherwise', async () => {
    const instead = { at: at('14:20'), hallName: '示例西区大厅' };
    const keepers = one({ ...held, offered: true, instead });
    const { html } = await aVisitor({ signedIn: true, keepers }).get(here);
    for (const words of ['就取消您现在的预约', '14:20', '示例西区大厅', '不约就保留现在的预约'])
      expect(html).toContain(words);
    const alone = await aVisitor({ signedIn: true, keepers: one(held) }).get(here);
    expect(alone.html).not.toContain('取消您现在的预约');
  });

  test('in English says what to bring in English, and marks what is only in Chinese', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: one(held), cookies: { lang: 'en' } });
    const { html } = await visitor.get(here);
    expect(html).toContain('Identity card');
    expect(html).toMatch(/lang="zh-CN">下水点位置图/);
  });

  test('is booked by one press', async () => {
    const keepers: Keepers = { ...one(held), 'PUT /api/bookings/:booking/confirmation': () => aBooking() };
    const visitor = aVisitor({ signedIn: true, keepers });
    expect((await visitor.post(here, [])).location).toBe(here);
    expect(visitor.asked.at(-1)?.route).toBe('PUT /api/bookings/:booking/confirmation');
  });

  test('that lapsed meanwhile says so and leads to another with the answers kept', async () => {
    const keepers: Keepers = {
      ...one({ state: 'expired' }),
      'PUT /api/bookings/:booking/confirmation': () => {
        throw new Problem('bookings.lapsed', 'conflict', '留的时间过了');
      },
    };
    const { html } = await aVisitor({ signedIn: true, keepers }).post(here, []);
    expect(html).toContain('留的时间过了，没有约成');
    expect(html).toContain('/items/kayak/book?a.');
  });
});

describe('a booking', () => {
  test('shows its code in two groups, date and time in words, and the ways to change it', async () => {
    const { html } = await aVisitor({ signedIn: true, keepers: one() }).get(here);
    for (const words of ['约好了', '1234 5678', '09:40', '示例路 1 号', `${here}/move`, `${here}/cancel`])
      expect(html).toContain(words);
    expect(html).toContain(`/api/bookings/${bookingId}/calendar`);
    expect(html).not.toContain('check-in');
  });

  test('a stranger’s is not there', async () => {
    const keepers: Keepers = {
      'GET /api/bookings/:booking': () => {
        throw new Problem('bookings.missing', 'missing', '没有这个预约');
      },
    };
    expect((await aVisitor({ signedIn: true, keepers }).get(here)).status).toBe(404);
    expect((await aVisitor().get(here)).location).toContain('/sign-in');
  });

  test('is cancelled after being asked once more', async () => {
    const keepers: Keepers = {
      ...one(),
      'DELETE /api/bookings/:booking': () => aBooking({ state: 'cancelled' }),
    };
    const visitor = aVisitor({ signedIn: true, keepers });
    expect((await visitor.get(`${here}/cancel`)).html).toContain('取消这个预约？');
    expect((await visitor.post(`${here}/cancel`, [])).location).toBe('/bookings');
    expect(visitor.asked.at(-1)?.route).toBe('DELETE /api/bookings/:booking');
  });
});

describe('changing the time', () => {
  const chosen = `${here}/move?hall=h&at=${at('14:00')}`;

  test('begins with the days of the same hall and shows old and new before it is done', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: one() });
    expect((await visitor.get(`${here}/move`)).location).toContain(
      `/items/kayak/book/h?a.水域=江河&move=${bookingId}`,
    );
    const { html } = await visitor.get(chosen);
    expect(html).toMatch(/原来.*09:40.*改到.*14:00/s);
  });

  test('a time pressed while moving leads there and holds nothing', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: one() });
    const { location } = await visitor.post(`/items/kayak/book/h/2026-12-04?move=${bookingId}`, [
      ['slot', `${at('14:00')} ${ids.draft}`],
    ]);
    expect(location).toBe(chosen);
    expect(visitor.asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
  });

  test('a time that is gone leaves the old booking and says so', async () => {
    const keepers: Keepers = {
      ...one(),
      'PUT /api/bookings/:booking/time': () => {
        throw new Problem('bookings.full', 'conflict', '这个时间刚约满');
      },
    };
    const { html, status } = await aVisitor({ signedIn: true, keepers }).post(chosen, []);
    expect(status).toBe(409);
    expect(html).toContain('没有改成，原来的预约还在');
    expect(html).toContain('这个时间刚约满');
  });
});

describe('checking in', () => {
  const may = { ...aBooking().may, checkIn: true };

  test('with the four figures of the hall leads to the number in the queue', async () => {
    const keepers: Keepers = {
      ...one({ may }),
      'POST /api/bookings/:booking/check-in': () => aBooking({ state: 'arrived', ticket: ticketKey }),
    };
    const visitor = aVisitor({ signedIn: true, keepers });
    expect((await visitor.get(here)).html).toContain(`${here}/check-in`);
    const { location } = await visitor.post(`${here}/check-in`, [['hallCode', '１２ 34']]);
    expect(location).toBe(`/t/${ticketKey}`);
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ hallCode: '1234' });
  });

  test('anything but four figures is told beside the box and never sent', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: one({ may }) });
    const { html, status } = await visitor.post(`${here}/check-in`, [['hallCode', '12a']]);
    expect(status).toBe(400);
    expect(html).toContain('大厅屏幕上是四位数字');
    expect(visitor.asked.some(({ route }) => route.endsWith('check-in'))).toBe(false);
  });

  test('is not offered outside its time', async () => {
    const { location } = await aVisitor({ signedIn: true, keepers: one() }).get(`${here}/check-in`);
    expect(location).toBe(here);
  });
});

describe('my bookings', () => {
  const list = (bookings: unknown[], wishes: unknown[] = []): Keepers => ({
    'GET /api/bookings': () => ({ bookings, wishes }),
  });

  test('show what is kept, what is booked and what one waits for', async () => {
    const keepers = list(
      [aBooking(held), aBooking({ person: { ...aBooking().person, self: false } })],
      [aWish()],
    );
    const { html } = await aVisitor({ signedIn: true, keepers }).get('/bookings');
    for (const words of ['留着，等您约好', '约好的', '来的是', '在候补', '上午'])
      expect(html).toContain(words);
  });

  test('a wish is ended by one press', async () => {
    const keepers: Keepers = { 'DELETE /api/booking-wishes/:wish': () => undefined };
    const visitor = aVisitor({ signedIn: true, keepers });
    expect((await visitor.post(`/wishes/${wishId}/end`, [])).location).toBe('/bookings');
    expect(visitor.asked.at(-1)?.asking).toMatchObject({ params: { wish: wishId } });
  });

  test('the home page shows the number and who is before one after checking in', async () => {
    const today = aBooking({ state: 'arrived', at: new Date().toISOString(), ticket: ticketKey });
    const keepers: Keepers = { ...list([today]), 'GET /api/tickets/:key': () => aTicket() };
    const { html } = await aVisitor({ signedIn: true, keepers }).get('/');
    for (const words of ['今天', 'A036', '前面 5 人', `/t/${ticketKey}`]) expect(html).toContain(words);
  });
});

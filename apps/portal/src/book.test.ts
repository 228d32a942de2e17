import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aBooking, aHall, aSlot, at, bookingId, day, wishId } from './booking.fixture.ts';
import { aVisitor, ids, type Keepers } from './portal.fixture.ts';

const times = `/items/kayak/book/h/${day}`;
const answers = 'a.%E6%B0%B4%E5%9F%9F=%E6%B1%9F%E6%B2%B3';
const pressed = (time: string): [string, string][] => [['slot', `${at(time)} ${ids.draft}`]];
const holding: Keepers = { 'POST /api/bookings': () => aBooking({ state: 'held' }) };

describe('halls nearby', () => {
  test('say open or not, people, minutes as a range, how fresh that is, and which machines never close', async () => {
    const { html } = await aVisitor().get('/halls');
    for (const words of ['正在开放', '12 人', '约 10–20 分钟', '09:26 更新', '24 小时', '无障碍通道'])
      expect(html).toContain(words);
    expect(html).toContain('/book?hall=h');
  });

  test('are asked by distance when the browser told where one is', async () => {
    const keepers: Keepers = { 'GET /api/bookable-halls': () => [aHall({ metres: 1240 })] };
    const visitor = aVisitor({ keepers });
    const { html } = await visitor.get('/halls?near=23.021,113.751');
    expect(html).toContain('约 1.2 公里');
    const asked = visitor.asked.find(({ route }) => route === 'GET /api/bookable-halls');
    expect(asked?.asking.query).toMatchObject({ near: '23.021,113.751' });
  });

  test('what is no place is not asked', async () => {
    const visitor = aVisitor();
    await visitor.get('/halls?near=<script>');
    const asked = visitor.asked.find(({ route }) => route === 'GET /api/bookable-halls');
    expect(asked?.asking.query).toEqual({ division: '4419' });
  });

  test('a closed hall shows no figures but when it opens', async () => {
    const { live } = aHall();
    const closed = aHall({ live: { ...live, open: false, says: '明天 9:00 开' } });
    const { html } = await aVisitor({ keepers: { 'GET /api/bookable-halls': () => [closed] } }).get('/halls');
    expect(html).toContain('明天 9:00 开');
    expect(html).not.toContain('在等的人');
  });
});

describe('choosing a time', () => {
  test('a finished checklist leads to the earliest time with its answers', async () => {
    const { html } = await aVisitor().get(
      '/items/kayak/checklist?水域=江河&艇长=300&同行人=0&要贴标=否&授权电子证照=否',
    );
    expect(html).toContain('带上这些，这个时间来');
    expect(html).toContain('最早 12月4日（星期五）09:40');
    expect(html).toContain(`${times}?${answers}`);
  });

  test('days say how many are free, why they are closed, and when more come', async () => {
    const { html } = await aVisitor().get(`/items/kayak/book/h?${answers}`);
    for (const words of ['余 5', '约满', '周末休息', '12月1日（星期二）09:00 再放一批'])
      expect(html).toContain(words);
    expect(html).toContain(`href="${times}?${answers}"`);
    expect(html).not.toContain('book/h/2026-12-06');
  });

  test('the earliest free time stands on top, full ones are shown and cannot be pressed', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(times);
    expect(html).toContain('最早 09:40，就约这个');
    expect(html).toMatch(/<span class="time time--full"><b>09:00/);
    expect(html.match(/<button[^>]*class="time"/g)).toHaveLength(3);
  });

  test('several windows free at one time are one choice', async () => {
    const slots = [
      { ...aSlot('09:40', 1), window: 'w1' },
      { ...aSlot('09:40', 2), window: 'w2' },
    ];
    const keepers: Keepers = { 'GET /api/halls/:hall/days/:day/slots': () => slots };
    const { html } = await aVisitor({ signedIn: true, keepers }).get(times);
    expect(html.match(/<button[^>]*class="time"/g)).toHaveLength(1);
    expect(html).toContain('余 3');
  });

  test('a pressed time is held with the answers, by the key of its own button', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: holding });
    const { location } = await visitor.post(`${times}?${answers}`, [
      ...pressed('09:40'),
      ['person', ids.file],
    ]);
    expect(location).toBe(`/bookings/${bookingId}`);
    expect(visitor.asked.at(-1)).toMatchObject({
      key: ids.draft,
      asking: {
        body: {
          hall: 'h',
          at: at('09:40'),
          item: 'kayak',
          hold: true,
          answers: [['水域', '江河']],
          person: ids.file,
        },
      },
    });
  });

  test('who has not signed in does so first and finds the time again', async () => {
    const visitor = aVisitor({ keepers: holding });
    const { location = '' } = await visitor.post(times, pressed('10:00'));
    expect(location).toContain('/sign-in?next=');
    const { html } = await aVisitor({ signedIn: true }).get(`${times}?at=${at('10:00')}`);
    expect(html).toContain('约 10:00');
  });

  test('a time that was taken meanwhile says which one is free', async () => {
    const full: Keepers = {
      'POST /api/bookings': () => {
        throw new Problem('bookings.full', 'conflict', '这个时间约满了，最近有空的是 14:00', [
          { pointer: '/at', code: 'bookings.next-at', message: at('14:00') },
          { pointer: '/hall', code: 'bookings.next-hall', message: 'h2' },
        ]);
      },
    };
    const { status, html } = await aVisitor({ signedIn: true, keepers: full }).post(times, pressed('09:40'));
    expect(status).toBe(409);
    expect(html).toContain('最近有空的是 14:00');
    expect(html).toContain(`book/h2/${day}?at=`);
    expect(html).not.toContain(`>${at('14:00')}<`);
  });

  test('family can be booked for; who cannot be booked is told why', async () => {
    const people = [
      { person: ids.file, name: '*三', self: true },
      { person: ids.draft, name: '*奶奶', self: false, priority: 'elder' },
    ];
    const keepers: Keepers = { 'GET /api/bookable-people': () => people };
    const { html } = await aVisitor({ signedIn: true, keepers }).get(times);
    expect(html).toContain('满 60 周岁，优先叫号');
    const barred: Keepers = {
      'GET /api/bookable-people': () => [{ ...people[0], why: '您已经约了这件事' }],
    };
    const told = await aVisitor({ signedIn: true, keepers: barred }).get(times);
    expect(told.html).toContain('您已经约了这件事');
    expect(told.html).not.toContain('name="slot"');
  });

  test('a draft brings its answers along', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: holding });
    await visitor.post(`${times}?draft=${ids.draft}`, pressed('09:40'));
    expect(visitor.asked.at(-1)?.asking.body).toMatchObject({
      draft: ids.draft,
      answers: expect.arrayContaining([['水域', '江河']]),
    });
  });
});

describe('the waiting list', () => {
  const wait = `/items/kayak/book/h/wait?day=${day}`;

  test('asks which days and which part suit, and keeps the wish by the key of the form', async () => {
    const keepers: Keepers = { 'POST /api/booking-wishes': () => ({ wish: wishId }) };
    const visitor = aVisitor({ signedIn: true, keepers });
    expect((await visitor.get(wait)).html).toContain('就 12月4日（星期五）这一天');
    const { location } = await visitor.post(wait, [
      ['span', 'week'],
      ['part', 'morning'],
      ['key', 'k-1'],
    ]);
    expect(location).toBe('/bookings#wishes');
    expect(visitor.asked.at(-1)).toMatchObject({
      key: 'k-1',
      asking: { body: { hall: 'h', from: day, to: '2026-12-05', part: 'morning' } },
    });
  });

  test('is for who has signed in', async () => {
    expect((await aVisitor().get(wait)).location).toContain('/sign-in');
  });
});

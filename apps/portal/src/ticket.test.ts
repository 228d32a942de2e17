import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aTicket, at, ticketKey } from './booking.fixture.ts';
import { aVisitor, type Keepers } from './portal.fixture.ts';

const page = `/t/${ticketKey}`;
const one = (changes: Parameters<typeof aTicket>[0] = {}): Keepers => ({
  'GET /api/tickets/:key': () => aTicket(changes),
});

describe('the ticket page', () => {
  test('needs no signing in and says number, people, minutes and how fresh that is', async () => {
    const { html, status } = await aVisitor({ keepers: one() }).get(page);
    expect(status).toBe(200);
    for (const words of ['A036', '排队中 · 前面 5 人', '约 10–20 分钟', '09:31 更新'])
      expect(html).toContain(words);
    expect(html).toContain('name="robots" content="noindex"');
  });

  test('asks again by itself where there is no script, until it is over', async () => {
    const { html } = await aVisitor({ keepers: one() }).get(page);
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="30"');
    const over = await aVisitor({
      keepers: one({ state: 'done', may: { leave: false, rejoin: false } }),
    }).get(page);
    expect(over.html).not.toContain('http-equiv="refresh"');
    expect(over.html).not.toContain('data-does="ticket"');
  });

  test.each([
    [{ ahead: 3 }, '快到您了 · 前面 3 人'],
    [{ ahead: 0 }, '下一个就是您'],
    [{ state: 'called', window: '3', where: '进门右手边' }, '请到 3 号窗口'],
    [{ state: 'serving' }, '办理中'],
    [{ state: 'parked' }, '先放一放，号给您留着'],
    [{ state: 'parked', comeBackAt: at('15:30') }, '15:30 前回来就行'],
    [{ state: 'missed', may: { leave: true, rejoin: true } }, '过号了，可以重新排'],
    [{ state: 'missed' }, '过号了'],
    [{ state: 'left' }, '已退号'],
  ] as const)('%o reads %s', async (changes, words) => {
    const { html } = await aVisitor({ keepers: one(changes) }).get(page);
    expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]).toBe(words);
  });

  test('called fills the screen with its colour and says where', async () => {
    const { html } = await aVisitor({
      keepers: one({ state: 'called', window: '3', where: '进门右手边' }),
    }).get(page);
    expect(html).toContain('ticket--called');
    expect(html).toContain('进门右手边');
  });

  test('after a miss one rejoins by one press', async () => {
    const missed = { state: 'missed', rejoinUntil: at('10:00'), may: { leave: true, rejoin: true } } as const;
    const visitor = aVisitor({
      keepers: { ...one(missed), 'POST /api/tickets/:key/rejoin': () => aTicket() },
    });
    expect((await visitor.get(page)).html).toContain('10:00 前可以重新排');
    expect((await visitor.post(`${page}/rejoin`, [])).location).toBe(page);
  });

  test('leaving is asked once more', async () => {
    const visitor = aVisitor({
      keepers: { ...one(), 'POST /api/tickets/:key/leave': () => aTicket({ state: 'left' }) },
    });
    expect((await visitor.get(`${page}/leave`)).html).toContain('退掉 A036 号？');
    expect((await visitor.post(`${page}/leave`, [])).location).toBe(page);
  });

  test('a key nobody gave out is not there', async () => {
    const keepers: Keepers = {
      'GET /api/tickets/:key': () => {
        throw new Problem('hall.no-ticket', 'missing', '没有这个号');
      },
    };
    expect((await aVisitor({ keepers }).get(page)).status).toBe(404);
  });
});

describe('agreeing on the phone to a kiosk', () => {
  const handOff = '/hand-off/01920000-0000-7000-8000-00000000000c';
  const secret = 's3cret-s3cret-s3cret-s3cret';

  test('asks who has not signed in to do so and come back', async () => {
    const { html, status } = await aVisitor().get(handOff);
    expect(status).toBe(200);
    expect(html).toContain(`/sign-in?next=${encodeURIComponent(handOff)}`);
  });

  test('hands the secret on and says which machine opened', async () => {
    const keepers: Keepers = {
      'PUT /api/hand-offs/:handOff': () => ({ kiosk: '2 号自助机', hallName: '示例大厅' }),
    };
    const visitor = aVisitor({ signedIn: true, keepers });
    const { html } = await visitor.post(handOff, [['secret', secret]]);
    expect(html).toContain('2 号自助机');
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ secret });
  });

  test('a code that is used up says to scan a new one', async () => {
    const keepers: Keepers = {
      'PUT /api/hand-offs/:handOff': () => {
        throw new Problem('devices.hand-off', 'missing', '没有这个二维码');
      },
    };
    const { html, status } = await aVisitor({ signedIn: true, keepers }).post(handOff, [['secret', secret]]);
    expect(status).toBe(400);
    expect(html).toContain('这个二维码过期了');
  });
});

import type { OwnRating, RatingOffer } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aTicket, ticketKey } from './booking.fixture.ts';
import { aCase, aVisitor, type Keepers } from './portal.fixture.ts';

const names = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
const levels: RatingOffer['levels'] = names.map((zh, at) => ({
  ...{ level: at + 1, name: { zh, en: `Level ${at + 1}` }, favourable: at < 3 },
  reasons: [
    at < 3
      ? { id: 'quick', name: { zh: '下水快', en: 'Quick' } }
      : { id: 'slow', name: { zh: '下水慢', en: 'Slow' } },
  ],
}));
const rated: OwnRating = {
  ...{ level: 4, name: { zh: '不满意', en: 'Dissatisfied' }, reasons: [], ratedAt: '2026-01-08T02:00:00Z' },
  repair: { state: 'answered', dueOn: '2026-01-29', reply: '感谢您的评价。\n已经改好。' },
};
const offer = (changes: Partial<RatingOffer> = {}): RatingOffer => ({
  ...{ name: { zh: '皮划艇下水登记', en: 'Register a kayak' }, number: '990100000001', may: true, levels },
  ...changes,
});
const done = aCase({
  status: { headline: 'done', title: { zh: '办好了' }, line: { zh: '1月8日 办结' }, needsYou: false },
});
const finished = (given: RatingOffer): Keepers => ({
  'GET /api/cases/:case': () => done,
  'GET /api/ratings/cases/:case': () => given,
});
const here = '/cases/990100000001';
const citizen = (keepers: Keepers) => aVisitor({ signedIn: true, keepers });

describe('a finished case', () => {
  test('asks how it went: one tap leads to the reasons of that level, the second sends them', async () => {
    const visitor = citizen({ ...finished(offer()), 'POST /api/ratings/cases/:case': () => rated });
    const { html } = await visitor.get(here);
    expect(html).toContain('这次办得怎么样？');
    expect(html).toContain(`href="${here}/rate?level=4"`);
    const page = await visitor.get(`${here}/rate?level=4`);
    expect(page.html).toMatch(/level=4"[^>]*aria-current="true"/);
    expect(page.html).toContain('下水慢');
    expect(page.html).not.toContain('下水快');
    const sent = await visitor.post(`${here}/rate`, [
      ['level', '4'],
      ['reason', 'slow'],
      ['say', ' 等久了 '],
    ]);
    expect(sent.location).toBe(`${here}#rating`);
    const asked = visitor.asked.find(({ route }) => route === 'POST /api/ratings/cases/:case');
    expect(asked?.asking.body).toEqual({ level: 4, reasons: ['slow'], say: '等久了', channel: 'web' });
  });
  test('shows what was said and how far it is put right, and asks no more', async () => {
    const { html } = await citizen(finished(offer({ may: false, why: 'rated', rated }))).get(here);
    for (const words of ['谢谢您的评价', '不满意', '已经整改', '已经改好。']) expect(html).toContain(words);
    expect(html).not.toContain('/rate?level=');
  });
  test('whose days are over asks nothing, and its page of rating says until when it could be rated', async () => {
    const visitor = citizen(finished(offer({ may: false, why: 'too-late', until: '2026-02-07' })));
    expect((await visitor.get(here)).html).not.toContain('/rate?level=');
    expect((await visitor.get(`${here}/rate`)).html).toContain('2月7日');
  });
  test('that is still open is not asked about', async () => {
    const { html } = await citizen({ 'GET /api/cases/:case': () => aCase() }).get(here);
    expect(html).not.toContain('这次办得怎么样？');
  });
  test('keeps what was written when the server refuses, and says why', async () => {
    const visitor = citizen({
      ...finished(offer()),
      'POST /api/ratings/cases/:case': () => {
        throw new Problem('ratings.reason', 'invalid', '有的原因不在可选的里面，重新点一下');
      },
    });
    const { html, status } = await visitor.post(`${here}/rate`, [
      ['level', '4'],
      ['say', '我写的话'],
    ]);
    expect(status).toBe(400);
    for (const words of ['我写的话', '有的原因不在可选的里面']) expect(html).toContain(words);
  });
  test('is asked about in English and in large print', async () => {
    const { html } = await citizen(finished(offer())).get(`${here}/rate?level=5&lang=en&mode=elder`);
    for (const words of ['How did it go?', 'Level 5', 'Slow', 'data-mode="elder"'])
      expect(html).toContain(words);
  });
});

describe('a visit that ended', () => {
  const page = `/t/${ticketKey}`;
  const over: Keepers = {
    'GET /api/tickets/:key': () => aTicket({ state: 'done', may: { leave: false, rejoin: false } }),
  };
  test('is rated from the page of its ticket without signing in', async () => {
    const visitor = aVisitor({
      keepers: {
        ...over,
        'GET /api/ratings/visits/:key': () => offer({ number: 'A036' }),
        'POST /api/ratings/visits/:key': () => rated,
      },
    });
    expect((await visitor.get(page)).html).toContain(`href="${page}/rate?level=1"`);
    const sent = await visitor.post(`${page}/rate`, [['level', '1']]);
    expect(sent.location).toBe(`${page}#rating`);
    const asked = visitor.asked.find(({ route }) => route === 'POST /api/ratings/visits/:key');
    expect(asked?.asking.body).toEqual({ level: 1, reasons: [] });
  });
  test('and was bad asks for a phone to call back on, and says so when it is none', async () => {
    const visitor = aVisitor({
      keepers: {
        ...over,
        'GET /api/ratings/visits/:key': () => offer({ number: 'A036' }),
        'POST /api/ratings/visits/:key': () => rated,
      },
    });
    expect((await visitor.get(`${page}/rate?level=1`)).html).not.toContain('name="phone"');
    expect((await visitor.get(`${page}/rate?level=5`)).html).toContain('name="phone"');
    const wrong = await visitor.post(`${page}/rate`, [
      ['level', '5'],
      ['phone', '110'],
    ]);
    expect([wrong.status, wrong.html.includes('写 11 位手机号，或者空着')]).toEqual([400, true]);
    await visitor.post(`${page}/rate`, [
      ['level', '5'],
      ['phone', '199 0000 0088'],
    ]);
    const asked = visitor.asked.find(({ route }) => route === 'POST /api/ratings/visits/:key');
    expect(asked?.asking.body).toEqual({ level: 5, reasons: [], phone: '19900000088' });
  });
  test('that was never served is shown without asking', async () => {
    const visitor = aVisitor({
      keepers: {
        ...over,
        'GET /api/ratings/visits/:key': () => {
          throw new Problem('ratings.not-ended', 'conflict', '还没有办完');
        },
      },
    });
    const { html, status } = await visitor.get(page);
    expect([status, html.includes('/rate?level=')]).toEqual([200, false]);
  });
});

describe('a survey', () => {
  const survey = (answered: boolean) => ({
    ...{ survey: 'lake', title: { zh: '湖上问卷', en: 'The lake' }, answered },
    questions: [
      { question: 'water', ask: { zh: '水清吗？', en: 'Clear?' } },
      { question: 'pier', ask: { zh: '码头好走吗？', en: 'Easy?' } },
    ],
    levels: levels.map(({ level, name }) => ({ level, name })),
  });
  test('is found from the foot of a page; a single one is opened at once, several are listed', async () => {
    const [lake, pier] = ['lake', 'pier'].map((id) => ({
      survey: id,
      title: { zh: `问卷 ${id}` },
      questions: 2,
    }));
    const home = await citizen({ 'GET /api/surveys': () => [lake] }).get('/surveys');
    expect(home.location).toBe('/surveys/lake');
    expect(home.html).not.toContain('问卷 lake');
    const { html } = await citizen({ 'GET /api/surveys': () => [lake, pier] }).get('/surveys');
    for (const words of ['href="/surveys"', 'href="/surveys/pier"', '问卷 lake'])
      expect(html).toContain(words);
  });
  test('asks every question on one page and names the one left open', async () => {
    const visitor = citizen({ 'GET /api/surveys/:survey': () => survey(false) });
    expect((await visitor.get('/surveys/lake')).html).toContain('水清吗？');
    const { html, status } = await visitor.post('/surveys/lake', [['water', '1']]);
    expect(status).toBe(400);
    expect(html).toContain('href="#pier"');
  });
  test('that was answered thanks', async () => {
    const { html } = await citizen({ 'GET /api/surveys/:survey': () => survey(true) }).get('/surveys/lake');
    expect(html).toContain('谢谢，您的回答已经收到');
  });
});

import { describe, expect, test } from 'vitest';
import { aVisitor, type Keepers } from '../portal.fixture.ts';

const gate = {
  ...{ title: { zh: '码头闸门卡住', en: 'A stuck gate' }, doing: { zh: '正在换 <b>三扇</b> 闸门。' } },
  ...{ words: ['闸门', '码头'], scopeName: { zh: '示例市' }, stage: 'led', since: '2026-03-02' },
  figures: { month: '2026-02', people: 14, hotWeek: 9, week: 2, on: '2026-03-20' },
};
const solved = { ...gate, title: { zh: '断桨' }, stage: 'removed', removedOn: '2026-03-20', words: [] };
const asked: unknown[] = [];
const board = (topics: readonly object[]): Keepers => ({
  'GET /api/hot-topics': ({ query }) => {
    asked.push(query);
    return { topics };
  },
});
const { figures: _figures, ...bare } = gate;

describe('the public board', () => {
  test('says what many raised in the city, how far it is, and the figures that were approved', async () => {
    const { status, html } = await aVisitor({ keepers: board([gate, solved]) }).get('/hot-topics');
    expect(status).toBe(200);
    expect(asked.at(-1)).toEqual({ division: '4419' });
    for (const told of [
      '码头闸门卡住',
      '由领导包办',
      '2026年2月 14 人',
      '2 件，当时每周 9 件',
      '闸门、码头',
      '已经解决',
    ])
      expect(html).toContain(told);
  });
  test('shows what was written as text, and no figures where none were approved', async () => {
    const { html } = await aVisitor({ keepers: board([bare]) }).get('/hot-topics');
    expect(html).not.toContain('<b>三扇</b>');
    expect(html).not.toContain('近七天');
  });
  test('marks what has no English as Chinese', async () => {
    const { html } = await aVisitor({ keepers: board([gate]) }).get('/hot-topics?lang=en');
    expect(html).toContain('A stuck gate');
    expect(html).toMatch(/lang="zh-CN"[^>]*>正在换/);
  });
  test('says so when nothing is listed, and leads to where one can raise something', async () => {
    const { html } = await aVisitor({ keepers: board([]) }).get('/hot-topics');
    expect(html).toContain('现在没有公示的事');
    expect(html).toContain('href="/orders/new"');
  });
});

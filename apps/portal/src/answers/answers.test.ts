import { describe, expect, test } from 'vitest';
import { aVisitor, type Keepers } from '../portal.fixture.ts';

const entry = '01920000-0000-7000-8000-0000000000aa';
const row = {
  ...{ entry, kind: 'reply', title: { zh: '桨断了怎么补', en: 'My paddle broke' } },
  pieces: [{ text: '桨断了', hit: true }, { text: '怎么补' }],
  excerpt: [{ text: '<script>alert(1)</script>带断桨到码头' }],
};
const answer = {
  ...{ entry, kind: 'reply', title: row.title, text: { zh: '带断桨到码头。\n当天换新桨。' } },
  ...{
    scopeName: { zh: '全省', en: 'The whole province' },
    since: '2026-03-02',
    item: 'kayak',
    itemName: { zh: '皮划艇下水登记' },
  },
};
const asked: unknown[] = [];
const keepers: Keepers = {
  'GET /api/answers': (asking) => {
    asked.push(asking.query);
    const q = String(asking.query?.q ?? '');
    return { rows: q === '灯塔' ? [] : [row], near: q === '断浆' };
  },
  'GET /api/answers/:entry': () => answer,
};

describe('public answers', () => {
  test('are listed for the city, searched, and lead to one answer', async () => {
    const { status, html } = await aVisitor({ keepers }).get('/answers?q=桨断了');
    expect(status).toBe(200);
    expect(asked.at(-1)).toEqual({ division: '4419', q: '桨断了' });
    expect(html).toContain('<b>桨断了</b>怎么补');
    expect(html).toContain(`href="/answers/${entry}"`);
  });
  test('show script in a text as text', async () => {
    const { html } = await aVisitor({ keepers }).get('/answers');
    expect(html).not.toContain('<script>alert(1)');
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
  });
  test('say so when they only come close, and what to do when there is none', async () => {
    expect((await aVisitor({ keepers }).get('/answers?q=断浆')).html).toContain('下面是相近的');
    const { html } = await aVisitor({ keepers }).get('/answers?q=灯塔');
    expect(html).toContain('没有找到“灯塔”');
    expect(html).toContain('href="/items"');
  });
  test('take no more words than the box does', async () => {
    await aVisitor({ keepers }).get(`/answers?q=${'桨'.repeat(500)}`);
    expect(asked.at(-1)).toMatchObject({ q: '桨'.repeat(60) });
  });
  test('say since when and where they hold, and lead to the guide', async () => {
    const { html } = await aVisitor({ keepers }).get(`/answers/${entry}`);
    expect(html).toContain('当天换新桨。');
    expect(html).toContain('全省');
    expect(html).toContain('href="/items/kayak"');
  });
  test('are marked as Chinese where there is no English', async () => {
    const { html } = await aVisitor({ keepers }).get(`/answers/${entry}?lang=en`);
    expect(html).toContain('My paddle broke');
    expect(html).toMatch(/lang="zh-CN"[^>]*><p>带断桨到码头/);
  });
});

import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aVisitor } from './portal.fixture.ts';

const pages = [
  '/',
  '/items',
  '/items?line=public-order',
  '/search?q=皮划艇',
  '/city',
  '/halls',
  '/book',
  '/items/kayak/book',
  '/items/kayak/book/h',
  '/items/kayak/book/h/2026-12-04',
  '/items/kayak',
  '/items/kayak/map',
  '/items/kayak/guide',
  '/items/kayak/checklist',
  '/sign-in',
  '/verify',
];

describe('every public page', () => {
  test.each(pages)('%s comes whole, with one heading, a title and a way to skip to it', async (url) => {
    const { status, html } = await aVisitor().get(url);
    expect(status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]{3,}<\/title>/);
    expect(html).toContain('href="#main"');
  });

  test.each(pages)('%s speaks English when asked, and remembers it', async (url) => {
    const { html, headers } = await aVisitor().get(url.includes('?') ? `${url}&lang=en` : `${url}?lang=en`);
    expect(html).toContain('<html lang="en"');
    expect(headers['set-cookie']).toEqual([expect.stringContaining('lang=en')]);
  });

  test('an unknown address is a 404 with a search box', async () => {
    const { status, html } = await aVisitor().get('/nowhere');
    expect(status).toBe(404);
    expect(html).toContain('action="/search"');
  });

  test('an unknown item is a 404', async () => {
    expect((await aVisitor().get('/items/canoe')).status).toBe(404);
  });

  test('a private page leads to signing in and back', async () => {
    const { status, location } = await aVisitor().get('/cases');
    expect(status).toBe(303);
    expect(location).toBe('/sign-in?next=/cases');
  });

  test('a fault of ours is told as ours and handed on for the log', async () => {
    const broken = new TypeError('boom <secret>');
    const keepers = {
      'GET /api/items/:item': () => {
        throw broken;
      },
    };
    const { status, html, cause } = await aVisitor({ keepers }).get('/items/kayak');
    expect(status).toBe(500);
    expect(html).toContain('不是您填错了');
    expect(html).not.toContain('secret');
    expect(cause).toBe(broken);
  });

  test.each([
    ['forbidden', 403],
    ['too-many', 429],
    ['unavailable', 503],
  ] as const)('a refusal that is %s is told with what to do', async (kind, status) => {
    const keepers = {
      'GET /api/items/:item': () => {
        throw new Problem('x.y', kind, '不行');
      },
    };
    const answer = await aVisitor({ keepers }).get('/items/kayak');
    expect(answer.status).toBe(status);
    expect(answer.html).toContain('href="/halls"');
  });

  test('even with nothing answering there is a page', async () => {
    const keepers = {
      'GET /api/divisions': () => {
        throw new Problem('server.away', 'unavailable', '连不上');
      },
    };
    expect((await aVisitor({ keepers }).get('/')).status).toBe(503);
  });
});

describe('large print', () => {
  test('is a plain link, is remembered, shows at most six tasks and a phone number', async () => {
    const { html, headers } = await aVisitor().get('/?mode=elder');
    expect(html).toContain('data-mode="elder"');
    expect(headers['set-cookie']).toEqual([expect.stringContaining('mode=elder')]);
    expect(html).toContain('tel:0769-00000100');
    expect((await aVisitor({ cookies: { mode: 'elder' } }).get('/halls')).html).toContain(
      'data-mode="elder"',
    );
  });
});

describe('search', () => {
  test('shows the words that matched', async () => {
    const { html } = await aVisitor().get('/search?q=皮划艇');
    expect(html).toContain('href="/items/kayak"');
    expect(html).toContain('独木舟');
  });

  test('without a hit suggests and says where else to ask', async () => {
    const { html } = await aVisitor().get('/search?q=zzz');
    expect(html).toContain('没有找到“zzz”');
    expect(html).toContain('href="/items/kayak"');
    expect(html).toContain('href="/halls"');
  });

  test('what was typed never becomes markup', async () => {
    const { html } = await aVisitor().get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script');
  });
});

describe('the city', () => {
  test('is chosen by a form and kept in a cookie', async () => {
    const { status, location, headers } = await aVisitor().post('/city', [
      ['city', '4401'],
      ['next', '/items/kayak'],
    ]);
    expect(status).toBe(303);
    expect(location).toBe('/items/kayak');
    expect(headers['set-cookie']).toEqual([expect.stringContaining('city=4401')]);
  });

  test('one that is not served is refused in place', async () => {
    const { status, html } = await aVisitor().post('/city', [['city', '4420']]);
    expect(status).toBe(400);
    expect(html).toContain('选择一个城市');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb'])(
    'never leads away to %j',
    async (next) => {
      const { location } = await aVisitor().post('/city', [
        ['city', '4401'],
        ['next', next],
      ]);
      expect(location).toBe('/');
    },
  );
});

describe('the item page', () => {
  test('tells who, cost, time, result, basis and edition', async () => {
    const { html } = await aVisitor().get('/items/kayak');
    for (const words of [
      '带皮划艇下水的人都可以办',
      '15 元',
      '3 个工作日',
      '下水登记证',
      '皮划艇管理办法',
      '第 3 版',
      '行政复议',
    ]) {
      expect(html).toContain(words);
    }
  });

  test('marks what has no English yet', async () => {
    const { html } = await aVisitor({ cookies: { lang: 'en' } }).get('/items/kayak');
    expect(html).toContain('Register a kayak');
    expect(html).toMatch(/<span class="untranslated" lang="zh-CN">年满16周岁/);
  });

  test('an immutable edition is asked for once', async () => {
    const visitor = aVisitor();
    await visitor.get('/items/kayak');
    await visitor.get('/items/kayak');
    expect(visitor.asked.filter(({ route }) => route === 'GET /api/editions/:edition')).toHaveLength(1);
  });
});

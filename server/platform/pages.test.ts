import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { route } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { type PageRequest, serveApp, servePages } from './pages.ts';
import { serve } from './serve.ts';
import { createTestHouse } from './testing.ts';

const greet = route({
  method: 'GET',
  path: '/greeting',
  access: 'public',
  summary: 'Greet',
  reply: Type.Object({ text: Type.String() }),
});
const client = mkdtempSync(join(tmpdir(), 'pages-'));
mkdirSync(join(client, 'assets'));
writeFileSync(join(client, 'assets', 'portal-abc123.js'), 'let kayak');
writeFileSync(join(client, 'index.html'), '<!doctype html>desk');
writeFileSync(join(client, '..', 'outside.js'), 'secret');
const asked: PageRequest[] = [];
const house = await createTestHouse(({ http }) => {
  serve(http, greet, (_asked, _caller, { setCookie, cookies }) => {
    setCookie('visit', 'two');
    return { text: `艇 ${cookies.visit ?? 'none'}` };
  });
  serveApp(http, { mount: '/desk', folder: client });
  serveApp(http, { mount: '/pier', folder: client, connect: ['http://127.0.0.1:17600'] });
  servePages(http, {
    mount: '/',
    client,
    handle: async (request, call) => {
      asked.push(request);
      if (request.path === '/lost') throw new Problem('kayaks.lost', 'missing', '没有这条艇 <b>');
      const first = await call(greet, {});
      const second = await call(greet, {});
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: `${first.text} ${second.text}`,
      };
    },
  });
});
afterAll(house.stop);

describe('an app', () => {
  test('speaks to the house alone, and to the devices it was given', async () => {
    const policyOf = async (url: string) =>
      String((await house.inject({ url })).headers['content-security-policy']);
    expect(await policyOf('/desk/')).not.toContain('connect-src');
    expect(await policyOf('/pier/')).toContain("connect-src 'self' http://127.0.0.1:17600");
  });
});

describe('pages', () => {
  test('are rendered with calls made as the same visitor, whose cookies are handed on', async () => {
    const page = await house.inject({ url: '/items?word=%E8%89%87', headers: { cookie: 'visit=one' } });
    expect(page.payload).toBe('艇 one 艇 two');
    expect(page.cookies).toContainEqual(expect.objectContaining({ name: 'visit', value: 'two' }));
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(asked.at(-1)).toMatchObject({ method: 'GET', path: '/items', query: [['word', '艇']] });
  });
  test('receive a form sent without script', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await house.inject({ method: 'POST', url: '/items', headers, payload: 'name=%E8%89%87&part=a&part=b' });
    expect(asked.at(-1)?.form).toEqual([
      ['name', '艇'],
      ['part', 'a'],
      ['part', 'b'],
    ]);
  });
  test('receive files sent without script', async () => {
    const form = new FormData();
    form.set('note', '照片');
    form.set('photo', new File([new Uint8Array([1, 2, 3])], '艇.png', { type: 'image/png' }));
    const encoded = new Response(form);
    const payload = Buffer.from(await encoded.arrayBuffer());
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    expect((await house.inject({ method: 'POST', url: '/photos', headers, payload })).statusCode).toBe(200);
    expect(asked.at(-1)?.files).toMatchObject([{ field: 'photo', name: '艇.png', contentType: 'image/png' }]);
  });
  test('refuse a form sent from another site', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://elsewhere.example',
    };
    expect((await house.inject({ method: 'POST', url: '/items', headers, payload: 'a=b' })).statusCode).toBe(
      403,
    );
  });
  test('that cannot be made say so in a page of last resort', async () => {
    const page = await house.inject('/lost');
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.payload).toContain('没有这条艇 &lt;b>');
  });
  test('leave unknown interface addresses to the interface', async () => {
    expect((await house.inject('/api/none')).json().code).toBe('request.no-path');
  });
});

describe('files of a client', () => {
  test('with a digest in their name are kept for ever, and never sent twice', async () => {
    const file = await house.inject('/assets/portal-abc123.js');
    expect([file.payload, file.headers['cache-control']]).toEqual([
      'let kayak',
      'public, max-age=31536000, immutable',
    ]);
    const again = await house.inject({
      url: '/assets/portal-abc123.js',
      headers: { 'if-none-match': String(file.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });
  test('outside its folder stay there', async () => {
    expect((await house.inject('/desk/..%2Foutside.js')).payload).not.toContain('secret');
    expect((await house.inject('/..%2Foutside.js')).payload).not.toContain('secret');
  });
  test('of a single-page app answer every address below it', async () => {
    expect((await house.inject('/desk/cases/1')).payload).toBe('<!doctype html>desk');
    expect((await house.inject('/desk')).headers.location).toBe('/desk/');
  });
});

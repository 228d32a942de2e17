import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSourcesHttp, createSourcesSimulator, type SourceQuestion } from './data-sources.ts';

const secret = 'the secret of both';
const sign = (timestamp: string, body: string) =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

/** How the pretend register answers a question. */
type Manner = (question: SourceQuestion) => { body: string; signed?: boolean; waitMs?: number };
let manner: Manner;
let heard: { key: string; signature: string; own: string };
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const {
        'x-timestamp': timestamp = '',
        'x-signature': signature = '',
        'x-key': key = '',
      } = request.headers;
      heard = { key: String(key), signature: String(signature), own: sign(String(timestamp), body) };
      const answer = manner(JSON.parse(body) as SourceQuestion);
      const signature2 = answer.signed === false ? 'f'.repeat(64) : sign('1', answer.body);
      setTimeout(
        () => response.writeHead(200, { 'x-timestamp': '1', 'x-signature': signature2 }).end(answer.body),
        answer.waitMs ?? 0,
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const question: SourceQuestion = {
  ...{ check: 'check-1', source: 'lake-register', licence: 'kayak-permit', item: 'kayak' },
  subject: { name: '示例甲', citizenNumber: '990101199003070019' },
};
const ask = (waitMs = 1000) => createSourcesHttp({ url, key: 'tongban', secret }).ask(question, waitMs);
const says = (answer: object) => () => ({ body: JSON.stringify({ check: question.check, ...answer }) });

describe('a register over HTTP', () => {
  test('is asked by signed JSON and says what it knows', async () => {
    const facts = [{ label: '编号', label_en: 'Number', value: 'K-1' }];
    manner = says({ state: 'match', facts });
    expect(await ask()).toEqual({
      state: 'match',
      facts: [{ label: { zh: '编号', en: 'Number' }, value: 'K-1' }],
    });
    expect(heard.key).toBe('tongban');
    expect(heard.signature).toBe(heard.own);
  });
  test('may know otherwise, with its reason, or nothing', async () => {
    manner = says({ state: 'mismatch', say: ' 已经注销 ' });
    expect(await ask()).toEqual({ state: 'mismatch', facts: [], say: '已经注销' });
    manner = says({ state: 'unknown' });
    expect(await ask()).toEqual({ state: 'unknown', facts: [] });
  });
  test('that takes too long is away', async () => {
    manner = (asked) => ({ ...says({ state: 'match' })(), waitMs: asked === undefined ? 0 : 400 });
    await expect(ask(100)).rejects.toThrow();
  });
  test.each([
    ['garbage', () => ({ body: '<html>' })],
    ['a verdict nobody knows', says({ state: 'perhaps' })],
    ['facts that are not facts', says({ state: 'match', facts: [{ label: 1 }] })],
    ['an answer to another question', () => ({ body: JSON.stringify({ check: 'old', state: 'match' }) })],
    ['a signature of somebody else', () => ({ ...says({ state: 'match' })(), signed: false })],
  ])('that answers with %s is never taken for a match', async (_, bad: Manner) => {
    manner = bad;
    await expect(ask()).rejects.toThrow();
  });
});

describe('the simulated registers', () => {
  const person = {
    ...{ name: '示例甲', citizenNumber: '990101199003070019' },
    licences: [{ type: 'kayak-permit', number: 'K-1', issuedOn: '2025-01-01', validUntil: '2026-01-01' }],
  };
  const on = (today: string) => createSourcesSimulator([person], () => today);
  const asking = (change: Partial<SourceQuestion>) => on('2025-06-01').ask({ ...question, ...change }, 0);
  test('know the licences of the invented people', async () => {
    expect(await asking({})).toMatchObject({
      state: 'match',
      facts: [{ value: 'K-1' }, { value: '2025-01-01' }],
    });
    expect(await asking({ licence: 'sea-permit' })).toMatchObject({ state: 'unknown' });
    const stranger = { name: '示例乙', citizenNumber: '990101199003070027' };
    expect(await asking({ subject: stranger })).toMatchObject({ state: 'unknown' });
  });
  test('do not agree with another name, nor with what has run out', async () => {
    const renamed = { ...question.subject, name: '示例丙' };
    expect(await asking({ subject: renamed })).toMatchObject({
      state: 'mismatch',
      say: '姓名和登记的不一样',
    });
    expect(await on('2026-01-02').ask(question, 0)).toMatchObject({ state: 'mismatch' });
  });
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createSmsGateway, isSignedBy, signatureOf } from './sms-http.ts';
import { createWechatAccount } from './wechat.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Heard = { url: string; headers: IncomingMessage['headers']; body: string };
type Answer = (heard: Heard, response: ServerResponse) => void;

/** A server that speaks the other side of a protocol, at an address of this machine. */
async function aPeer(answer: Answer) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = { url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() };
      heard.push(one);
      answer(one, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const json =
  (value: unknown, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const parcel = { reference: '01920000-0000-7000-8000-000000000001', to: '19900000001', text: '示例' };

describe('the gateway of text messages', () => {
  const known = { provider: 'sms', key: 'k', secret: 'kayak' };
  test('is asked by JSON signed over time, nonce and body', async () => {
    const { url, heard } = await aPeer(json({ id: 'g-1' }));
    const peer = { ...known, url };
    expect(await createSmsGateway(peer).hand(parcel)).toEqual({ how: 'taken', ref: 'g-1' });
    const { body = '', headers = {} as IncomingMessage['headers'] } = heard[0] ?? {};
    const signed = { timestamp: String(headers['x-timestamp']), nonce: String(headers['x-nonce']), body };
    expect(JSON.parse(body)).toEqual({ phone: '19900000001', text: '示例', reference: parcel.reference });
    expect(headers['x-signature']).toBe(signatureOf(peer, signed));
    expect(headers['x-key']).toBe('k');
    await createSmsGateway(peer).hand(parcel);
    expect(heard[1]?.headers['x-nonce']).not.toBe(headers['x-nonce']);
  });
  test.each([
    [400, 'refused'],
    [429, 'away'],
    [503, 'away'],
    [500, 'unknown'],
    [504, 'unknown'],
  ])('that answers %i has %s the message', async (status, how) => {
    const { url } = await aPeer(json({}, status));
    expect(await createSmsGateway({ ...known, url }).hand(parcel)).toEqual({ how, why: `status-${status}` });
  });
  test('that cannot be reached took nothing; of one that hangs up nobody knows', async () => {
    const { url } = await aPeer((_, response) => void response.destroy());
    expect(await createSmsGateway({ ...known, url }).hand(parcel)).toMatchObject({ how: 'unknown' });
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
    expect(await createSmsGateway({ ...known, url }).hand(parcel)).toMatchObject({ how: 'away' });
  });
  test('signs its receipts: another secret, body or moment is not its own', () => {
    const peer = { ...known, url: '' };
    const now = new Date('2026-03-02T01:30:00Z');
    const signed = { timestamp: String(now.getTime() / 1000), nonce: 'n', body: '{}' };
    const signature = signatureOf(peer, signed);
    const by = (changes: Partial<typeof signed & { signature: string }>, at = now) =>
      isSignedBy(peer, { ...signed, signature, ...changes }, at);
    expect(by({})).toBe(true);
    expect([by({ body: '{ }' }), by({ nonce: 'm' }), by({ signature: 'x' }), by({ timestamp: 'x' })]).toEqual(
      [false, false, false, false],
    );
    expect(by({}, new Date(now.getTime() + 301_000))).toBe(false);
  });
});

describe('the official account', () => {
  const now = new Date('2026-03-02T01:30:00Z');
  const template = { id: 'template-1', fields: { thing1: '皮划艇下水登记' } };
  /** The platform of official accounts: gives out tokens in turn, and answers sends as told. */
  async function aPlatform(sends: readonly unknown[]) {
    let tokens = 0;
    const left = [...sends];
    const { url, heard } = await aPeer((one, response) => {
      if (one.url.startsWith('/cgi-bin/token')) {
        tokens += 1;
        return json({ access_token: `token-${tokens}`, expires_in: 7200 })(one, response);
      }
      if (one.url.startsWith('/sns/')) return json({ openid: 'o-1' })(one, response);
      return json(left.shift())(one, response);
    });
    const clock = { now };
    const account = createWechatAccount({ url, key: 'appid', secret: 's' }, () => clock.now);
    return { account, heard, clock, tokens: () => tokens };
  }
  const letter = { ...parcel, to: 'o-1', template };

  test('is written to with a token that is kept until shortly before its end', async () => {
    const { account, heard, clock, tokens } = await aPlatform(Array(3).fill({ errcode: 0, msgid: 7 }));
    expect(await account.hand(letter)).toEqual({ how: 'taken', ref: '7' });
    await account.hand(letter);
    expect(tokens()).toBe(1);
    clock.now = new Date(now.getTime() + 7_000_000);
    await account.hand(letter);
    expect(tokens()).toBe(2);
    expect(JSON.parse(heard[1]?.body ?? '')).toMatchObject({
      ...{ touser: 'o-1', template_id: 'template-1', data: { thing1: { value: '皮划艇下水登记' } } },
    });
    expect(heard[1]?.url).toContain('access_token=token-1');
  });
  test.each([40001, 42001])('that answers %i is asked once more with a new token', async (errcode) => {
    const { account, tokens } = await aPlatform([{ errcode }, { errcode: 0, msgid: 8 }]);
    expect(await account.hand(letter)).toEqual({ how: 'taken', ref: '8' });
    expect(tokens()).toBe(2);
    const never = await aPlatform([{ errcode }, { errcode }, { errcode: 0 }]);
    expect(await never.account.hand(letter)).toEqual({ how: 'away', why: `wechat-${errcode}` });
  });
  test('that does not know the reader, or has no template, is not asked again', async () => {
    const { account } = await aPlatform([{ errcode: 43004 }, { errcode: -1 }, 'odd']);
    expect(await account.hand(letter)).toEqual({ how: 'refused', why: 'wechat-43004' });
    expect(await account.hand(letter)).toEqual({ how: 'away', why: 'wechat--1' });
    expect(await account.hand(letter)).toMatchObject({ how: 'unknown' });
    expect(await account.hand(parcel)).toEqual({ how: 'refused', why: 'no-template' });
  });
  test('tells whose account a code stands for', async () => {
    const { account, heard } = await aPlatform([]);
    expect(await account.findAccount('c')).toBe('o-1');
    expect(heard[0]?.url).toContain('code=c');
  });
});

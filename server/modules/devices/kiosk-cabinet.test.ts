import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createCabinetHttp, createCabinetSimulator, simulatedMatch } from './kiosk-cabinet.ts';

const secret = 'a secret between a kiosk and its cabinet';
let server: Server | undefined;
afterEach(() => void server?.close());

type Asked = Record<string, unknown>;
const sign = (timestamp: string, body: string, by = secret) =>
  createHmac('sha256', by).update(`${timestamp}.${body}`).digest('hex');

/** A cabinet on this machine that checks who asks and signs what it answers. */
async function aCabinet(answer: (asked: Asked) => unknown, by = secret) {
  const heard: { asked: Asked; genuine: boolean }[] = [];
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const timestamp = String(request.headers['x-timestamp']);
      const asked = JSON.parse(body) as Asked;
      heard.push({ asked, genuine: request.headers['x-signature'] === sign(timestamp, body) });
      const told = JSON.stringify(answer(asked));
      response
        .setHeader('x-timestamp', timestamp)
        .setHeader('x-signature', sign(timestamp, told, by))
        .end(told);
    });
  });
  server = service;
  await new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  return { heard, cabinet: createCabinetHttp({ url: `http://127.0.0.1:${port}`, key: 'kiosk', secret }) };
}

const finger = { device: 'd1', case: 'K1', citizenNumber: '990101199003070013', fingerprint: 'Zm9v' };

describe('the cabinet’s service', () => {
  test('tells by signed answers what it holds, whose finger it is, and which slot it opened', async () => {
    const { cabinet, heard } = await aCabinet(({ ask, case: number }) => {
      if (ask === 'held') return { held: ['K1'] };
      return ask === 'match' ? { matched: number === 'K1', permit: 'p1' } : { slot: 'A07' };
    });
    expect(await cabinet.held({ device: 'd1', cases: ['K1', 'K2'] })).toEqual(['K1']);
    expect(await cabinet.match(finger)).toBe('p1');
    expect(await cabinet.open({ device: 'd1', case: 'K1', permit: 'p1' })).toBe('A07');
    expect(heard.map(({ asked }) => asked)).toEqual([
      { ask: 'held', device: 'd1', cases: ['K1', 'K2'] },
      { ask: 'match', ...finger },
      { ask: 'open', device: 'd1', case: 'K1', permit: 'p1' },
    ]);
    expect(heard.every(({ genuine }) => genuine)).toBe(true);
  });
  test('gives no permit when the finger is not the owner’s', async () => {
    const { cabinet } = await aCabinet(() => ({ matched: false }));
    expect(await cabinet.match(finger)).toBeUndefined();
  });
  test('is not believed when somebody else has signed, or when it answers something else', async () => {
    const { cabinet } = await aCabinet(() => ({ matched: true, permit: 'p' }), 'another secret');
    await expect(cabinet.match(finger)).rejects.toThrow('peer did not sign');
    server?.close();
    const other = await aCabinet(() => ({ open: 'yes' }));
    await expect(other.cabinet.match(finger)).rejects.toThrow('another shape');
  });
});

describe('the simulator', () => {
  test('holds every card, tells the right finger by its word, and has the same slot for the same case', async () => {
    const cabinet = createCabinetSimulator();
    expect(await cabinet.held({ device: 'd', cases: ['K1'] })).toEqual(['K1']);
    expect(await cabinet.match(finger)).toBeUndefined();
    const permit = (await cabinet.match({ ...finger, fingerprint: simulatedMatch })) ?? '';
    const opened = await cabinet.open({ device: 'd', case: 'K1', permit });
    expect(opened).toMatch(/^A\d\d$/);
    expect(await cabinet.open({ device: 'd', case: 'K1', permit })).toBe(opened);
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IdentityCard } from '@tongban/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { watchCards } from './agent.ts';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;
const open: { close: () => void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** An agent on the loopback address that gives one answer after another, then keeps the caller waiting. */
async function anAgent(...replies: Reply[]): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    replies.shift()?.(response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { port: (server.address() as AddressInfo).port, asked };
}
const card = { name: '示例·划艇', citizenNumber: '990101199405210025', address: '示例码头 1 号' };
const says =
  (told: unknown, status = 200): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 204 ? undefined : JSON.stringify(told));
  };

/** Listens until so many things were told. */
async function listen(port: number, count: number): Promise<(IdentityCard | string)[]> {
  const told: (IdentityCard | string)[] = [];
  const end = new AbortController();
  const tell = (one: IdentityCard | string) => {
    told.push(one);
    if (told.length === count) end.abort();
  };
  await watchCards(port, { card: tell, state: tell }, end.signal);
  return told;
}

describe('the card reader of this machine', () => {
  test('tells a card as soon as it is laid on', async () => {
    const { port, asked } = await anAgent(says(card));
    expect(await listen(port, 2)).toEqual(['ready', card]);
    expect(asked[0]).toBe('/v1/card');
  });
  test('goes on waiting when no card came', async () => {
    const { port } = await anAgent(says(undefined, 204), says(card));
    expect(await listen(port, 3)).toEqual(['ready', 'ready', card]);
  });
  test('passes on nothing but the facts of a card', async () => {
    const { port } = await anAgent(says({ ...card, photo: '', serial: 7 }));
    expect(await listen(port, 2)).toEqual(['ready', card]);
  });
  test('is away when it tells half a card or an error', async () => {
    const half = await anAgent(says({ name: '示例·划艇' }));
    expect(await listen(half.port, 1)).toEqual(['away']);
    const broken = await anAgent(says({}, 500));
    expect(await listen(broken.port, 1)).toEqual(['away']);
  });
  test('is away when nobody listens on its port', async () => {
    expect(await listen(1, 1)).toEqual(['away']);
  });
});

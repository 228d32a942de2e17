import { route, streamReply } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { transaction } from './database.ts';
import { newId } from './ids.ts';
import { announce, endStreams, topic } from './live.ts';
import { serve } from './serve.ts';
import { createTestHouse } from './testing.ts';

const Called = Type.Object({ number: Type.String() });
const calls = topic('kayaks.calls', Called);
const watch = route({
  method: 'GET',
  path: '/piers/:pier/calls',
  access: 'public',
  summary: 'Calls of a pier',
  params: Type.Object({ pier: Type.String() }),
  reply: streamReply(Called),
});
const house = await createTestHouse(({ http, live }) => {
  serve(http, watch, ({ params }, _caller, { gone }) =>
    live.listen({ topic: calls, key: params.pier }, gone),
  );
});
const origin = await house.listen();
afterAll(house.stop);

const call = (pier: string, number: string) =>
  transaction(house.db, (tx) => announce(tx, { topic: calls, key: pier, data: { number } }));

async function open(pier: string, signal: AbortSignal, caller?: Caller) {
  const headers = caller === undefined ? {} : house.headersOf(caller);
  const answer = await fetch(origin + addressOf(watch, { params: { pier } }), { signal, headers });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  return { answer, next: async () => (await reader.read()).value };
}

describe('a live stream', () => {
  test('tells each screen what is announced on its key, and only that', async () => {
    const over = new AbortController();
    const east = await open('east', over.signal);
    expect(east.answer.headers.get('content-type')).toContain('text/event-stream');
    await call('west', 'B001');
    await call('east', 'A001');
    expect(await east.next()).toBe('data: {"number":"A001"}\n\n');
    over.abort();
  });
  test('tells nothing of a transaction that was rolled back', async () => {
    const over = new AbortController();
    const east = await open('east', over.signal);
    const failed = transaction(house.db, async (tx) => {
      await announce(tx, { topic: calls, key: 'east', data: { number: 'A002' } });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    await call('east', 'A003');
    expect(await east.next()).toContain('A003');
    over.abort();
  });
  test('ends with the session it was opened in, and leaves those of other sessions alone', async () => {
    const over = new AbortController();
    const sat = (sessionId: string): Caller => ({ role: 'clerk', personId: newId(), sessionId });
    const [mine, other] = [newId(), newId()];
    const [east, west] = await Promise.all([
      open('east', over.signal, sat(mine)),
      open('east', over.signal, sat(other)),
    ]);
    await transaction(house.db, (tx) => endStreams(tx, [mine]));
    expect(await east.next()).toBeUndefined();
    await call('east', 'A004');
    expect(await west.next()).toContain('A004');
    over.abort();
  });
  test('ends when the house closes, so that every screen comes back', async () => {
    const east = await open('east', new AbortController().signal);
    await house.platform.http.fastify.close();
    expect(await east.next()).toBeUndefined();
  });
});

test('what is too long to tell is refused', async () => {
  await expect(call('east', 'x'.repeat(8000))).rejects.toThrow('too long');
});

import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import type { Call } from './client.ts';
import { createTransfer, type Sending } from './transfer.ts';

const content = new Uint8Array(1_200_000).map((_, at) => at % 251);
const sending: Sending = {
  name: '红艇.jpg',
  contentType: 'image/jpeg',
  bytes: content.length,
  part: (from, to) => Promise.resolve(content.slice(from, to)),
};

type Asked = { body?: Uint8Array; headers?: { 'upload-offset': number } };

/** A server that keeps what arrives; `fails` says which call goes wrong and how. */
function aServer(fails: Readonly<Record<number, Problem>> = {}) {
  const kept: number[] = [];
  let calls = 0;
  const answer = async (route: { method: string }, asked: Asked) => {
    calls += 1;
    if (route.method === 'PUT') {
      const offset = asked.headers?.['upload-offset'] ?? -1;
      if (offset !== kept.length) throw new Problem('files.offset', 'conflict', '接着传');
      for (const byte of asked.body ?? []) kept.push(byte);
    }
    const failure = fails[calls];
    if (failure !== undefined) throw failure;
    return { file: 'f', offset: kept.length };
  };
  return { kept, call: answer as unknown as Call };
}
const wait = () => Promise.resolve();
const lost = new Problem('network.away', 'unavailable', '网络断了');

describe('a transfer', () => {
  test('sends every byte in order and tells how far it is', async () => {
    const { kept, call } = aServer();
    const told: number[] = [];
    const file = await createTransfer({ call, wait }, sending).run(({ sent }) => told.push(sent));
    expect(file).toBe('f');
    expect(Uint8Array.from(kept)).toEqual(content);
    expect(told).toEqual([0, 524_288, 1_048_576, 1_200_000]);
  });
  test('sends nothing twice when only the answer was lost', async () => {
    const { kept, call } = aServer({ 3: lost, 4: lost });
    await createTransfer({ call, wait }, sending).run(() => undefined);
    expect(Uint8Array.from(kept)).toEqual(content);
  });
  test('stops between two parts and goes on from there', async () => {
    const { kept, call } = aServer();
    const transfer = createTransfer({ call, wait }, sending);
    expect(await transfer.run(({ sent }) => sent > 0 && transfer.pause())).toBe('paused');
    expect(kept.length).toBeLessThan(content.length);
    expect(await transfer.run(() => undefined)).toBe('f');
    expect(Uint8Array.from(kept)).toEqual(content);
  });
  test('a part that never gets through ends it after some tries', async () => {
    const { call } = aServer();
    const stuck = (async (route, asked, options) => {
      if (route.method !== 'PUT') return call(route, asked, options);
      throw lost;
    }) as Call;
    await expect(createTransfer({ call: stuck, wait }, sending).run(() => undefined)).rejects.toBe(lost);
  });
  test('a refusal ends it', async () => {
    const refusal = new Problem('files.kind', 'invalid', '只收照片和 PDF');
    const { call } = aServer({ 2: refusal });
    await expect(createTransfer({ call, wait }, sending).run(() => undefined)).rejects.toBe(refusal);
  });
});

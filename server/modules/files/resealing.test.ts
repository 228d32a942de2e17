import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  newId,
  openDatabase,
  openKeys,
  rotateKeys,
  type SignedIn,
  secretNamed,
} from '../../platform/index.ts';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { keyIdOf } from '../../platform/vault.ts';
import { createBlobs } from './blobs.ts';
import { createFiles, createFilesResealing, filesHttp } from './index.ts';

let house: TestHouse;
let folder: string;
let owner: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  house = await createTestHouse((platform) => filesHttp(platform.http, createFiles(platform)));
  folder = join(house.platform.config.dataFolder, 'files');
  owner = openDatabase(house.ownerConnection, {
    ...{ max: 2, onError: () => undefined },
    whoActs: () => ({ role: 'worker' }),
  });
  await house.platform.start();
});
afterAll(async () => {
  await owner.close();
  await house.stop();
});

/** Changes the keys of the house as the command does; stopped once so many files were sealed anew. */
async function rotate({ stopAt = Number.POSITIVE_INFINITY } = {}): Promise<number[]> {
  const { config, db } = house.platform;
  const keys = await openKeys({ db, suite: 'intl', secret: secretNamed(config, 'TONGBAN_VAULT_SECRET') });
  const stopping = new AbortController();
  const told: number[] = [];
  const tell = ({ rows }: { rows: number }) => {
    told.push(rows);
    if (rows >= stopAt) stopping.abort();
  };
  const stores = [createFilesResealing(folder, owner.db)];
  const { signal } = stopping;
  await rotateKeys({ owner: owner.db, keys, columns: [], stores, tell, graceMs: 500, signal });
  return told;
}

/** The numbers of the keys under which things lie on the disk, each with how often. */
async function keysOnDisk(part: 'blobs' | 'arriving'): Promise<Record<number, number>> {
  const found: Record<number, number> = {};
  for (const shelf of await readdir(join(folder, part))) {
    for (const name of await readdir(join(folder, part, shelf))) {
      const id = keyIdOf(await readFile(join(folder, part, shelf, name)));
      found[id] = (found[id] ?? 0) + 1;
    }
  }
  return found;
}

async function keyStates(): Promise<string[]> {
  const keys = await openKeys({
    ...{ db: house.platform.db, suite: 'intl' },
    secret: secretNamed(house.platform.config, 'TONGBAN_VAULT_SECRET'),
  });
  return keys
    .rows()
    .filter(({ purpose }) => purpose === 'seal')
    .map(({ id, state }) => `${id} ${state}`);
}

const jpeg = (bytes: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes - 4)]);

describe('files under a change of keys', () => {
  test('are sealed anew, readable at every moment, and a change that was killed half-way goes on', async () => {
    const blobs = createBlobs(folder, house.platform.vault);
    const kept = new Map<string, Buffer>();
    for (let at = 0; at < 120; at += 1) {
      const bytes = randomBytes(200 + at);
      kept.set(await blobs.put(bytes), bytes);
    }
    const readAll = async () => {
      for (const [blob, bytes] of kept) expect((await blobs.get(blob)).equals(bytes)).toBe(true);
    };
    const citizen: SignedIn = { role: 'citizen', personId: newId() };
    const call = house.as(citizen);
    const picture = jpeg(900);
    const body = { name: '红艇.jpg', contentType: 'image/jpeg', bytes: picture.length };
    const { file } = await call(filesRoutes.begin, { body });
    const send = (from: number, until: number) =>
      call(filesRoutes.append, {
        ...{ params: { file }, headers: { 'upload-offset': from } },
        body: picture.subarray(from, until),
      });
    await send(0, 400);
    expect(await keysOnDisk('blobs')).toEqual({ 1: 120 });

    await expect(rotate({ stopAt: 50 })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await keysOnDisk('blobs')).toEqual({ 1: 70, 2: 50 });
    expect(await keyStates()).toEqual(['1 retiring', '2 active']);
    await readAll();

    const reading = { over: false, rounds: 0 };
    const reader = (async () => {
      for (; !reading.over; reading.rounds += 1) {
        await readAll();
        await sleep(50);
      }
    })();
    const told = await rotate();
    reading.over = true;
    await reader;
    expect(reading.rounds).toBeGreaterThan(0);
    expect(told).toEqual([50, 71]);
    expect(await keysOnDisk('blobs')).toEqual({ 2: 120 });
    expect(await keysOnDisk('arriving')).toEqual({ 2: 1 });
    expect(await keyStates()).toEqual(['1 retired', '2 active']);
    await readAll();

    expect(await send(400, 900)).toMatchObject({ complete: true });
    const read = await call(filesRoutes.read, { params: { file } });
    expect(Buffer.from(read.bytes).equals(picture)).toBe(true);
  });

  test('leave no old key retired while one of them cannot be opened', async () => {
    const blob = '0'.repeat(32);
    const place = join(folder, 'blobs', '00', blob);
    await mkdir(join(place, '..'), { recursive: true });
    await writeFile(place, Buffer.concat([Buffer.of(2, 1, 0, 2), randomBytes(60)]));
    await expect(rotate()).rejects.toThrow(`files.blob|${blob} 打不开`);
    expect(await keyStates()).toEqual(['1 retired', '2 retiring', '3 active']);
    await writeFile(place, house.platform.vault.sealBytes(`files.blob|${blob}`, Buffer.from('艇')));
    await rotate();
    expect(await keyStates()).toEqual(['1 retired', '2 retired', '3 active']);
  });

  test('and what a fall left half-written is cleared away, but nothing that is being written', async () => {
    const shelf = join(folder, 'blobs', 'ff');
    await mkdir(shelf, { recursive: true });
    const [old, fresh] = ['a', 'b'].map((tail) => `${'f'.repeat(32)}.${tail.repeat(12)}`);
    for (const name of [old, fresh]) await writeFile(join(shelf, name ?? ''), 'half');
    const long = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(shelf, old ?? ''), long, long);
    await rotate();
    const names = await readdir(shelf);
    expect([names.includes(old ?? ''), names.includes(fresh ?? '')]).toEqual([false, true]);
  });
});

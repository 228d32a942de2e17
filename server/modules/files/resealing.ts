import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Db, type Resealing, type SealedStore, transaction } from '../../platform/index.ts';
import { boundTo, placesIn, writeWhole } from './blobs.ts';
import { createStore } from './store.ts';

/** The bytes of one thing on the disk, and what binds them to it. */
type Place = { readonly path: string; readonly bound: string };
type Arriving = { readonly fileId: string; readonly parts: readonly Place[] };

const headBytes = 4;
/** How often it is told how far it has come. */
const tellEvery = 50;
/** Something written aside and never renamed is left over from a fall once it is so old. */
const asideMs = 3_600_000;
const isBlob = (name: string) => /^[0-9a-f]{32}$/.test(name);
const isAside = (name: string) => /^[0-9a-f]{32}\.[0-9a-f]{12}$/.test(name);
const isPart = (name: string) => /^\d{12}$/.test(name);

/**
 * 文件换钥: seals what lies on the disk anew. A blob keeps its name, which is only a name, and is replaced whole, so that
 * whoever reads it has the old bytes or the new ones; stopped at any point, the next change of keys goes on.
 */
export function createFilesResealing(folder: string, db: Db): SealedStore {
  return {
    name: 'files',
    async reseal(work) {
      const count = counting(work);
      for await (const place of blobsIn(folder)) {
        work.signal?.throwIfAborted();
        count.add(await renew(work, place));
      }
      for await (const { fileId, parts } of arrivingIn(folder)) {
        work.signal?.throwIfAborted();
        count.add(await renewParts(work, db, { fileId, parts }));
      }
      return count.end();
    },
    async others(isNew) {
      let left = 0;
      for await (const { path } of allIn(folder)) if (!(await standsUnder(isNew, path))) left += 1;
      return left;
    },
  };
}

/** Everything that is kept sealed on the disk. */
async function* allIn(folder: string): AsyncIterable<Place> {
  yield* blobsIn(folder);
  for await (const { parts } of arrivingIn(folder)) yield* parts;
}

/** Counts what was sealed anew and tells it now and then. */
function counting({ tell }: Resealing) {
  let total = 0;
  let told = 0;
  return {
    add(more: number) {
      total += more;
      if (total - told < tellEvery) return;
      told = total;
      tell(total);
    },
    end(): number {
      if (total > told) tell(total);
      return total;
    },
  };
}

/** Every blob; what was left over from a fall is cleared away. */
async function* blobsIn(folder: string): AsyncIterable<Place> {
  const { blobs, placeOf } = placesIn(folder);
  for (const shelf of await namesIn(blobs)) {
    for (const name of await namesIn(join(blobs, shelf))) {
      if (isBlob(name)) yield { path: placeOf(name), bound: boundTo.blob(name) };
      else if (isAside(name)) await clear(join(blobs, shelf, name));
    }
  }
}

/** The parts of every file that is still arriving. */
async function* arrivingIn(folder: string): AsyncIterable<Arriving> {
  const { arriving, arrivingOf } = placesIn(folder);
  for (const fileId of await namesIn(arriving)) {
    const names = (await namesIn(arrivingOf(fileId))).filter(isPart);
    const parts = names.map((name) => ({
      path: join(arrivingOf(fileId), name),
      bound: boundTo.part(fileId, Number(name)),
    }));
    yield { fileId, parts };
  }
}

/** With the file locked, as whoever sends it does, so that no part changes or goes while it is sealed anew. */
function renewParts(work: Resealing, db: Db, { fileId, parts }: Arriving): Promise<number> {
  return transaction(db, async (tx) => {
    await createStore(db).lockFile(tx, fileId);
    let renewed = 0;
    for (const part of parts) renewed += await renew(work, part);
    return renewed;
  });
}

/** Seals one thing anew unless it stands under the new key already, or has gone meanwhile. */
async function renew({ vault, isNew }: Resealing, { path, bound }: Place): Promise<number> {
  if (await standsUnder(isNew, path)) return 0;
  const sealed = await unlessGone(() => readFile(path));
  if (sealed === undefined) return 0;
  await writeWhole(path, vault.sealBytes(bound, opened(vault, bound, sealed)));
  return 1;
}

/** Bytes that cannot be opened stop the change of keys: they must not be lost with their key. */
function opened(vault: Resealing['vault'], bound: string, sealed: Buffer): Buffer {
  try {
    return vault.openBytes(bound, sealed);
  } catch (error) {
    throw new Error(`${bound} 打不开`, { cause: error });
  }
}

/** Whether something stands under the new key; what has gone needs none. */
async function standsUnder(isNew: Resealing['isNew'], path: string): Promise<boolean> {
  const head = await unlessGone(() => headOf(path));
  return head === undefined || isNew(head);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer;
  } finally {
    await file.close();
  }
}

async function clear(path: string): Promise<void> {
  const found = await unlessGone(() => stat(path));
  // By the clock of the disk, which wrote the time.
  if (found !== undefined && Date.now() - found.mtimeMs > asideMs) await rm(path, { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  return (await unlessGone(() => readdir(folder)))?.toSorted() ?? [];
}

async function unlessGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

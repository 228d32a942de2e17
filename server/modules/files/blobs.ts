import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../../platform/index.ts';

/** 文件库: bytes kept by their content, sealed on the disk; a name tells nothing of what it holds. */
export type Blobs = ReturnType<typeof createBlobs>;

/** Opens the store in a folder. A blob is there whole or not at all: written aside, flushed, then renamed. */
export function createBlobs(folder: string, vault: Vault) {
  const { placeOf, arrivingOf } = placesIn(folder);
  const put = async (bytes: Uint8Array): Promise<string> => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const blob = vault.index('files.blob', digest).toString('hex');
    await writeWhole(placeOf(blob), vault.sealBytes(boundTo.blob(blob), bytes));
    return blob;
  };
  return {
    put,
    get: async (blob: string): Promise<Buffer> =>
      vault.openBytes(boundTo.blob(blob), await readFile(placeOf(blob))),
    /** Keeps one part of a file that is still arriving. The same part sent again replaces itself. */
    async keepPart(fileId: string, offset: number, bytes: Uint8Array): Promise<void> {
      const name = String(offset).padStart(12, '0');
      await writeWhole(join(arrivingOf(fileId), name), vault.sealBytes(boundTo.part(fileId, offset), bytes));
    },
    /** Reads the parts of a file in order, up to `until` bytes. */
    async parts(fileId: string, until: number): Promise<Buffer> {
      const names = (await readdir(arrivingOf(fileId))).filter((name) => /^\d+$/.test(name)).toSorted();
      const found: Buffer[] = [];
      let at = 0;
      for (const name of names) {
        if (Number(name) !== at || at >= until) continue;
        const sealed = await readFile(join(arrivingOf(fileId), name));
        const bytes = vault.openBytes(boundTo.part(fileId, at), sealed);
        found.push(bytes);
        at += bytes.length;
      }
      return Buffer.concat(found);
    },
    dropParts: (fileId: string) => rm(arrivingOf(fileId), { recursive: true, force: true }),
  };
}

/** Where things lie in the folder of the store. */
export function placesIn(folder: string) {
  return {
    blobs: join(folder, 'blobs'),
    arriving: join(folder, 'arriving'),
    placeOf: (blob: string) => join(folder, 'blobs', blob.slice(0, 2), blob),
    arrivingOf: (fileId: string) => join(folder, 'arriving', fileId),
  };
}

/** What binds sealed bytes to where they lie. */
export const boundTo = {
  blob: (blob: string) => `files.blob|${blob}`,
  part: (fileId: string, offset: number) => `files.part|${fileId}|${offset}`,
} as const;

/** Writes aside, flushes and renames: whoever reads meanwhile has the old bytes or the new ones, whole. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  await flushFolder(folder);
}

/** A rename is only lasting once the folder that holds it is flushed too. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

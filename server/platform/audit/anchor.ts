import { appendFile, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readState, type State } from './note.ts';

/**
 * 锚: a file outside the database to which checkpoints are only ever added, one after another with an empty line between.
 * Put it on another machine or on a medium that cannot be written twice.
 */
export type Anchor = ReturnType<typeof createAnchor>;

const tailBytes = 4096;

/** Opens the anchor; at most one checkpoint in so many seconds goes into it, and the newest one when the house closes. */
export function createAnchor(file: string, everySeconds: number) {
  let newest: string | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;

  const write = async (): Promise<void> => {
    if (newest === undefined) return;
    const text = newest;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, `${text}\n`, { mode: 0o600, flush: true });
    if (newest === text) newest = undefined;
    writtenAt = performance.now();
  };
  return {
    async keep(checkpoint: string): Promise<void> {
      newest = checkpoint;
      if (performance.now() - writtenAt >= everySeconds * 1000) await write();
    },
    close: write,
    /** The last checkpoint in the file. */
    async last(): Promise<State | undefined> {
      return notesIn(await tailOf(file))
        .map(readState)
        .findLast((state) => state !== undefined);
    },
  };
}

/** The signed notes in a text that holds one after another. */
export function notesIn(text: string): string[] {
  const parts = text.split(/\n\n(?!—)/).map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part) => `${part}\n`);
}

async function tailOf(file: string): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const from = Math.max(0, size - tailBytes);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
      return buffer.subarray(0, bytesRead).toString();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

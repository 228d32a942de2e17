import { Problem } from '@tongban/kernel';
import type { Call } from './client.ts';
import { filesRoutes } from './files.ts';

const partBytes = 512 * 1024;
const waitsMs = [1000, 3000, 8000];

/** How one file is doing on its way. */
export type Progress = { readonly sent: number; readonly of: number };

/** 续传: one file sent in parts; a pause or a lost network loses nothing that has arrived. */
export type Transfer = {
  readonly run: (onProgress: (progress: Progress) => void) => Promise<string | 'paused'>;
  readonly pause: () => void;
};

/** What is sent: its name and type, and its bytes as they are asked for. */
export type Sending = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly part: (from: number, to: number) => Promise<Uint8Array>;
};

type Means = { readonly call: Call; readonly wait: (ms: number) => Promise<void> };

export function createTransfer({ call, wait }: Means, sending: Sending): Transfer {
  const { name, contentType, bytes, part } = sending;
  let id: string | undefined;
  let paused = false;
  let failures = 0;

  async function begin(): Promise<{ file: string; offset: number }> {
    if (id !== undefined) return call(filesRoutes.upload, { params: { file: id } });
    const begun = await call(filesRoutes.begin, { body: { name, contentType, bytes } });
    id = begun.file;
    return begun;
  }

  async function sendPart(file: string, offset: number): Promise<number> {
    const body = await part(offset, Math.min(offset + partBytes, bytes));
    const asked = { params: { file }, headers: { 'upload-offset': offset }, body };
    return (await call(filesRoutes.append, asked)).offset;
  }

  /** Sends the next part; after a loss it asks how far the file has come, a few times in a row at most. */
  async function advance(at: { file: string; offset: number }): Promise<{ file: string; offset: number }> {
    try {
      const offset = await sendPart(at.file, at.offset);
      failures = 0;
      return { file: at.file, offset };
    } catch (error) {
      failures += 1;
      if (isFinal(error) || failures > waitsMs.length) throw error;
      // The part may have arrived though its answer was lost: the server knows how far it is.
      return patiently(begin, wait);
    }
  }

  return {
    async run(onProgress) {
      paused = false;
      failures = 0;
      let at = await patiently(begin, wait);
      while (at.offset < bytes) {
        if (paused) return 'paused';
        onProgress({ sent: at.offset, of: bytes });
        at = await advance(at);
      }
      onProgress({ sent: bytes, of: bytes });
      return at.file;
    },
    pause: () => {
      paused = true;
    },
  };
}

/** Tries again a few times while the network is away. */
async function patiently<T>(act: () => Promise<T>, wait: Means['wait']): Promise<T> {
  for (const ms of waitsMs) {
    try {
      return await act();
    } catch (error) {
      if (isFinal(error)) throw error;
      await wait(ms);
    }
  }
  return act();
}

/** A refusal is final; a lost network, a busy server and an offset out of step are not. */
function isFinal(error: unknown): boolean {
  return error instanceof Problem && !['unavailable', 'conflict', 'too-many'].includes(error.kind);
}

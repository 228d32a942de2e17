import { filesRoutes } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { call } from './send-call.ts';

const partBytes = 512 * 1024;
const waitsMs = [1000, 3000, 8000];

/** How one file is doing on its way. */
export type Progress = { readonly sent: number; readonly of: number };

/** 续传: one file sent in parts; a pause or a lost network loses nothing that has arrived. */
export type Transfer = {
  readonly run: (onProgress: (progress: Progress) => void) => Promise<string | 'paused'>;
  readonly pause: () => void;
};

export function createTransfer(file: File): Transfer {
  let id: string | undefined;
  let paused = false;

  async function begin(): Promise<{ file: string; offset: number }> {
    if (id !== undefined) return call(filesRoutes.upload, { params: { file: id } });
    const body = { name: file.name, contentType: file.type, bytes: file.size };
    const begun = await call(filesRoutes.begin, { body });
    id = begun.file;
    return begun;
  }

  async function sendPart(to: string, offset: number): Promise<number> {
    const bytes = new Uint8Array(await file.slice(offset, offset + partBytes).arrayBuffer());
    const asked = { params: { file: to }, headers: { 'upload-offset': offset }, body: bytes };
    return (await call(filesRoutes.append, asked)).offset;
  }

  return {
    async run(onProgress) {
      paused = false;
      let { file: to, offset } = await patiently(begin);
      while (offset < file.size) {
        if (paused) return 'paused';
        onProgress({ sent: offset, of: file.size });
        try {
          offset = await sendPart(to, offset);
        } catch (error) {
          if (isFinal(error)) throw error;
          // The part may have arrived though its answer was lost: the server knows how far it is.
          ({ file: to, offset } = await patiently(begin));
        }
      }
      onProgress({ sent: file.size, of: file.size });
      return to;
    },
    pause: () => {
      paused = true;
    },
  };
}

/** Tries again a few times while the network is away. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const wait of waitsMs) {
    try {
      return await act();
    } catch (error) {
      if (isFinal(error)) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  return act();
}

/** A refusal is final; a lost network, a busy server and an offset out of step are not. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof Problem &&
    error.kind !== 'unavailable' &&
    error.kind !== 'conflict' &&
    error.kind !== 'too-many'
  );
}

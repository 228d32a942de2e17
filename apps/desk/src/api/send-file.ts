import { createTransfer, type Progress } from '@tongban/contract/transfer';
import { Problem } from '@tongban/kernel';
import { words } from '../words.ts';
import { call } from './call.ts';

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Sends one page in parts; a lost network is waited for a while, and nothing is sent twice. */
export async function sendFile(
  { blob, name }: { blob: Blob; name: string },
  onProgress: (progress: Progress) => void,
): Promise<string> {
  const transfer = createTransfer(
    { call, wait },
    {
      name,
      contentType: blob.type,
      bytes: blob.size,
      part: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
    },
  );
  const sent = await transfer.run(onProgress);
  if (sent === 'paused') throw new Problem('network.away', 'unavailable', words.problem.network);
  return sent;
}

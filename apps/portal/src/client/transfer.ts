import { createTransfer as createSending, type Transfer } from '@tongban/contract/transfer';
import { call } from './send-call.ts';

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** 续传: one chosen file on its way to the server. */
export function createTransfer(file: File): Transfer {
  return createSending(
    { call, wait },
    {
      name: file.name,
      contentType: file.type,
      bytes: file.size,
      part: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    },
  );
}

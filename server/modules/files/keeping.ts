import { asMachine, type Tx } from '../../platform/index.ts';
import type { Blobs } from './blobs.ts';
import { checkBytes, checkWish } from './rules.ts';
import type { Store } from './store.ts';

type Deps = { store: Store; blobs: Blobs; clock: () => Date };
type Received = { ownerId: string; name: string; contentType: string; bytes: Buffer };

/** 留存: files the house itself received for somebody, and files that change hands. */
export function createKeeping({ store, blobs, clock }: Deps) {
  return {
    /** Keeps bytes that arrived whole, e.g. a signature, as a file of their owner. */
    async keep(tx: Tx, { ownerId, name, contentType, bytes }: Received): Promise<string> {
      checkWish({ name, contentType, bytes: bytes.length });
      checkBytes(name, contentType, bytes);
      const at = clock();
      const row = { owner_id: ownerId, name, content_type: contentType, bytes: bytes.length, began_at: at };
      const { file_id: file } = await store.insertFile(tx, row);
      await store.completed(tx, file, { received: bytes.length, blob: await blobs.put(bytes), at });
      return file;
    },
    /** The bytes of a file the house keeps, for a module that has seen to it that whoever asks may have them. */
    async kept(fileId: string): Promise<{ contentType: string; bytes: Buffer } | undefined> {
      const row = await asMachine('worker', () => store.file(fileId));
      if (row?.blob === undefined) return undefined;
      return { contentType: row.content_type, bytes: await blobs.get(row.blob) };
    },
    /** What a clerk captured for somebody becomes theirs. Files of anybody else stay where they are. */
    async handOver(tx: Tx, { files, from, to }: { files: readonly string[]; from: string; to: string }) {
      if (files.length > 0 && from !== to) await store.setOwner(tx, files, { from, to });
    },
  };
}

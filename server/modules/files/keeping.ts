import type { LaidFile } from '@tongban/contract';
import { asMachine, type Tx } from '../../platform/index.ts';
import type { Blobs } from './blobs.ts';
import { checkBytes, checkWish } from './rules.ts';
import type { FileRow, Store } from './store.ts';

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
    /** Files of whoever acts become nobody’s: from now on they are read by who sees what they were laid under. */
    async letGo(tx: Tx, files: readonly string[]): Promise<void> {
      if (files.length > 0) await store.letGo(tx, files);
    },
    /** What files are called, for a module that has seen to it that whoever asks may read them; in the order asked for. */
    async labels(fileIds: readonly string[]): Promise<LaidFile[]> {
      if (fileIds.length === 0) return [];
      const rows = await asMachine('worker', () => store.files(undefined, fileIds));
      const byId = new Map(rows.map((row) => [row.file_id, labelOf(row)]));
      return fileIds.flatMap((id) => byId.get(id) ?? []);
    },
    /** What a clerk captured for somebody becomes theirs. Files of anybody else stay where they are. */
    async handOver(tx: Tx, { files, from, to }: { files: readonly string[]; from: string; to: string }) {
      if (files.length > 0 && from !== to) await store.setOwner(tx, files, { from, to });
    },
  };
}

function labelOf({ file_id: file, name, content_type, bytes }: FileRow): LaidFile {
  // Only these types are ever written.
  return { file, name, contentType: content_type as LaidFile['contentType'], bytes };
}

import { maxChunkBytes, type Upload } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type Caller, can, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Blobs } from './blobs.ts';
import { fileShown } from './events.ts';
import { checkBytes, checkWish } from './rules.ts';
import type { FileRow, Store } from './store.ts';

/** Whether somebody may read a file because they see what it was laid under. */
export type Opens = (caller: SignedIn, fileId: string) => Promise<boolean>;
type Deps = { store: Store; blobs: Blobs; clock: () => Date };
type Wish = { name: string; contentType: string; bytes: number };
type Part = { file: string; offset: number; bytes: AsyncIterable<Uint8Array> };

/** A file that is whole and may be laid under a material. */
export type WholeFile = { file: string; name: string; contentType: string; bytes: number; complete: boolean };

/** 上传: files arrive in parts, can be taken up again after a break, and are checked when whole. */
export function createUploads(deps: Deps) {
  const { store, blobs, clock } = deps;
  const opening: Opens[] = [];
  return {
    async begin(tx: Tx, owner: SignedIn, wish: Wish): Promise<Upload> {
      const contentType = checkWish(wish);
      const row = { owner_id: owner.personId, name: wish.name, content_type: contentType, bytes: wish.bytes };
      return uploadOf(await store.insertFile(tx, { ...row, began_at: clock() }));
    },
    async append(tx: Tx, owner: SignedIn, part: Part): Promise<Upload> {
      const row = ownedBy(owner, await store.lockFile(tx, part.file));
      if (row.completed_at !== undefined) return uploadOf(row);
      if (part.offset !== row.received) throw outOfStep(row.received);
      const bytes = await whole(part.bytes);
      const received = row.received + bytes.length;
      if (received > row.bytes)
        throw new Problem('files.longer', 'invalid', '收到的比说好的多，重新选这个文件上传');
      await blobs.keepPart(row.file_id, part.offset, bytes);
      if (received < row.bytes) {
        await store.received(tx, row.file_id, received);
        return uploadOf({ ...row, received });
      }
      return finish(deps, tx, row);
    },
    async upload(owner: SignedIn, fileId: string): Promise<Upload> {
      return uploadOf(ownedBy(owner, await store.file(fileId)));
    },
    /** My files by id, for laying under a material. Another's file is as if it were not there. */
    async mine(tx: Tx | undefined, ownerId: string, fileIds: readonly string[]): Promise<WholeFile[]> {
      if (fileIds.length === 0) return [];
      const rows = await store.files(tx, fileIds);
      const byId = new Map(rows.filter((row) => row.owner_id === ownerId).map((row) => [row.file_id, row]));
      return fileIds.map((id) => viewOf(byId.get(id)));
    },
    /** A module that lays files under something of its own says who sees it; nobody else reads them. */
    openTo: (opens: Opens): void => void opening.push(opens),
    /** The bytes, for the owner, for staff of a branch that holds a case with this file, and for whoever sees what it was laid
     * under; theirs is a look put on record. */
    async read(caller: SignedIn, fileId: string, write: Writing) {
      const row = await readable({ store, opening }, caller, fileId);
      if (row?.blob === undefined) throw missing();
      if (row.owner_id !== caller.personId) await write((tx) => publish(tx, shownTo(caller, row), clock()));
      return { name: row.name, contentType: row.content_type, bytes: await blobs.get(row.blob) };
    },
    letRead: (tx: Tx, fileIds: readonly string[], branch: string) => store.letRead(tx, fileIds, branch),
  };
}

async function finish({ store, blobs, clock }: Deps, tx: Tx, row: FileRow): Promise<Upload> {
  const bytes = await blobs.parts(row.file_id, row.bytes);
  if (bytes.length !== row.bytes) throw outOfStep(0);
  checkBytes(row.name, row.content_type, bytes);
  const blob = await blobs.put(bytes);
  const at = clock();
  await store.completed(tx, row.file_id, { received: row.bytes, blob, at });
  await blobs.dropParts(row.file_id);
  return uploadOf({ ...row, received: row.bytes, blob, completed_at: at });
}

type Writing = (work: (tx: Tx) => Promise<void>) => Promise<void>;

function shownTo({ personId: byId, role, assignment }: SignedIn, row: FileRow) {
  const post = assignment === undefined ? {} : { assignmentId: assignment.id };
  return fileShown({ fileId: row.file_id, ownerId: row.owner_id, byId, role, ...post });
}

/** Who may not read it learns no more than of a file that is not there. */
async function readable(
  { store, opening }: { store: Store; opening: readonly Opens[] },
  caller: SignedIn,
  fileId: string,
): Promise<FileRow | undefined> {
  const row = await store.file(fileId);
  if (row !== undefined && (await mayRead(store, caller, row))) return row;
  for (const opens of opening)
    if (await opens(caller, fileId)) return asMachine('worker', () => store.file(fileId));
  return undefined;
}

async function mayRead(store: Store, caller: Caller, row: FileRow): Promise<boolean> {
  if (caller.personId === row.owner_id) return true;
  const places = { kind: 'file', ownerId: row.owner_id } as const;
  const branches = await store.branchesOf(row.file_id);
  return branches.some((branch) => can(caller, 'read', { ...places, branch }).allow);
}

function ownedBy(owner: SignedIn, row: FileRow | undefined): FileRow {
  if (row === undefined || row.owner_id !== owner.personId) throw missing();
  return row;
}

function missing(): Problem {
  return new Problem('files.missing', 'missing', '没有这个文件，或您不能看它');
}

function outOfStep(offset: number): Problem {
  const say = '上传断过，从断的地方接着传';
  return new Problem('files.offset', 'conflict', say, [
    { pointer: '/offset', code: String(offset), message: say },
  ]);
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  let total = 0;
  for await (const part of parts) {
    total += part.length;
    if (total > maxChunkBytes) throw new Problem('files.part', 'too-large', '一次最多传 4 MB，分几次传');
    found.push(part);
  }
  return Buffer.concat(found);
}

function uploadOf(row: FileRow): Upload {
  return {
    file: row.file_id,
    name: row.name,
    // Only these types are ever written.
    contentType: row.content_type as Upload['contentType'],
    bytes: row.bytes,
    offset: row.received,
    complete: row.completed_at !== undefined,
  };
}

function viewOf(row: FileRow | undefined): WholeFile {
  if (row === undefined) throw missing();
  const { file_id: file, name, content_type: contentType, bytes } = row;
  return { file, name, contentType, bytes, complete: row.completed_at !== undefined };
}

import type { Words } from '@tongban/contract';
import { sql } from 'kysely';
import {
  type Db,
  type Filled,
  type Maybe,
  type Moment,
  newId,
  type Paper,
  type Tx,
} from '../../platform/index.ts';

type FileTable = {
  file_id: string;
  owner_id: string;
  name: string;
  content_type: string;
  bytes: number;
  received: Filled<number>;
  blob: Maybe<string>;
  began_at: Moment;
  completed_at: Maybe<Date>;
};
type PaperTable = {
  paper_id: string;
  owner_id: string;
  code: string;
  kind: string;
  title: string;
  number: string;
  issuer: string;
  issued_on: string;
  valid_until: Maybe<string>;
  state: 'valid' | 'revoked' | 'replaced';
  facts: string;
  page: string;
  demo: boolean;
  made_at: Moment;
  blob: Maybe<string>;
  sha256: Maybe<string>;
  /** The transaction that sealed it; filled by the database. */
  xid: Filled<string | undefined>;
};
type Tables = {
  'files.file': FileTable;
  'files.reader': { file_id: string; branch: string };
  'files.paper': PaperTable;
};

export type FileRow = {
  file_id: string;
  owner_id: string;
  name: string;
  content_type: string;
  bytes: number;
  received: number;
  blob?: string | undefined;
  completed_at?: Date | undefined;
};
export type PaperFact = { label: Words; value: string };
/** A paper without the parts that are known only when it is printed. */
export type PaperPage = Omit<Paper, 'code' | 'verifyUrl' | 'demo' | 'evidence' | 'signature'> & {
  /** The file of a drawn signature, and what its bytes come to. */
  signature?: DrawnSignature & { sha256: string };
};
/** A signature somebody drew, kept as a file of theirs. */
export type DrawnSignature = { label: string; file: string };
export type NewPaper = {
  ownerId: string;
  code: string;
  kind: string;
  title: Words;
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil?: string;
  facts: readonly PaperFact[];
  page: PaperPage;
  demo: boolean;
  madeAt: Date;
};

/** All SQL of files: uploads, their readers, and papers. */
export function createStore(db: Db) {
  const tables = db.withTables<Tables>();
  const within = (tx: Tx) => tx.withTables<Tables>();
  return {
    insertFile: (
      tx: Tx,
      row: { owner_id: string; name: string; content_type: string; bytes: number; began_at: Date },
    ) =>
      within(tx)
        .insertInto('files.file')
        .values({ file_id: newId(), ...row })
        .returningAll()
        .executeTakeFirstOrThrow(),
    file: (fileId: string) =>
      tables.selectFrom('files.file').selectAll().where('file_id', '=', fileId).executeTakeFirst(),
    files: (tx: Tx | undefined, fileIds: readonly string[]): Promise<FileRow[]> =>
      (tx ?? db)
        .withTables<Tables>()
        .selectFrom('files.file')
        .selectAll()
        .where('file_id', 'in', fileIds)
        .execute(),
    lockFile: (tx: Tx, fileId: string) =>
      within(tx)
        .selectFrom('files.file')
        .selectAll()
        .where('file_id', '=', fileId)
        .forUpdate()
        .executeTakeFirst(),
    received: (tx: Tx, fileId: string, received: number) =>
      within(tx).updateTable('files.file').set({ received }).where('file_id', '=', fileId).execute(),
    completed: (tx: Tx, fileId: string, done: { received: number; blob: string; at: Date }) =>
      within(tx)
        .updateTable('files.file')
        .set({ received: done.received, blob: done.blob, completed_at: done.at })
        .where('file_id', '=', fileId)
        .execute(),
    setOwner: (tx: Tx, fileIds: readonly string[], { from, to }: { from: string; to: string }) =>
      within(tx)
        .updateTable('files.file')
        .set({ owner_id: to })
        .where('file_id', 'in', fileIds)
        .where('owner_id', '=', from)
        .execute(),
    letGo: (tx: Tx, fileIds: readonly string[]) => sql`select files.let_go(${fileIds}::uuid[])`.execute(tx),
    letRead: async (tx: Tx, fileIds: readonly string[], branch: string) => {
      if (fileIds.length === 0) return;
      await within(tx)
        .insertInto('files.reader')
        .values(fileIds.map((file_id) => ({ file_id, branch })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    branchesOf: async (fileId: string): Promise<string[]> => {
      const query = tables
        .selectFrom('files.reader')
        .select('branch')
        .where('file_id', '=', fileId)
        .limit(50);
      return (await query.execute()).map((row) => row.branch);
    },
    insertPaper: async (tx: Tx, paper: NewPaper): Promise<string> => {
      const id = newId();
      await within(tx)
        .insertInto('files.paper')
        .values({
          paper_id: id,
          owner_id: paper.ownerId,
          code: paper.code,
          kind: paper.kind,
          title: JSON.stringify(paper.title),
          number: paper.number,
          issuer: paper.issuer,
          issued_on: paper.issuedOn,
          valid_until: paper.validUntil ?? null,
          state: 'valid',
          facts: JSON.stringify(paper.facts),
          page: JSON.stringify(paper.page),
          demo: paper.demo,
          made_at: paper.madeAt,
        })
        .execute();
      return id;
    },
    paper: (paperId: string) =>
      tables.selectFrom('files.paper').selectAll().where('paper_id', '=', paperId).executeTakeFirst(),
    lockPaper: (tx: Tx, paperId: string) =>
      within(tx)
        .selectFrom('files.paper')
        .selectAll()
        .where('paper_id', '=', paperId)
        .forUpdate()
        .executeTakeFirst(),
    papers: (paperIds: readonly string[]) =>
      tables
        .selectFrom('files.paper')
        .selectAll()
        .where('paper_id', 'in', paperIds)
        .orderBy('made_at')
        .execute(),
    paperByCode: (code: string) =>
      tables.selectFrom('files.paper').selectAll().where('code', '=', code).executeTakeFirst(),
    printed: (tx: Tx, paperId: string, print: { blob: string; sha256: string }) =>
      within(tx).updateTable('files.paper').set(print).where('paper_id', '=', paperId).execute(),
    setPaperState: (tx: Tx, paperId: string, state: PaperTable['state']) =>
      within(tx).updateTable('files.paper').set({ state }).where('paper_id', '=', paperId).execute(),
  };
}
export type Store = ReturnType<typeof createStore>;

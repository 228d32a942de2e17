import { createHash, randomBytes } from 'node:crypto';
import type { Verification, Words } from '@tongban/contract';
import { checkPublicNumber, groupedNumber, Problem, randomPublicNumber, shanghaiDay } from '@tongban/kernel';
import {
  type Db,
  type Printer,
  publish,
  type SignerPem,
  type Tx,
  transaction,
} from '../../platform/index.ts';
import type { Blobs } from './blobs.ts';
import { paperSealed } from './events.ts';
import type { PaperFact, PaperPage, Store } from './store.ts';

type Deps = {
  db: Db;
  store: Store;
  blobs: Blobs;
  clock: () => Date;
  signer: () => Promise<SignerPem>;
  printer: Printer;
  origin: string;
  demo: boolean;
};

/** What a module hands over to have a paper made. */
export type PaperWish = {
  ownerId: string;
  kind: string;
  title: Words;
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil?: string;
  facts: readonly PaperFact[];
  page: PaperPage;
};
export type PaperRow = {
  document: string;
  kind: string;
  title: Words;
  number: string;
  madeAt: string;
  code: string;
};

const codeDigits = 16;

/** 文书: signed papers with a verify code. Sealed inside the act's transaction, printed once and kept. */
export function createPapers(deps: Deps) {
  const { db, store, blobs, clock, demo } = deps;
  const print = createPrint(deps);
  return {
    print,
    async seal(tx: Tx, wish: PaperWish): Promise<{ document: string; code: string }> {
      const code = randomPublicNumber(codeDigits, randomBytes);
      const document = await store.insertPaper(tx, { ...wish, code, demo, madeAt: clock() });
      await publish(tx, paperSealed({ paperId: document }));
      return { document, code };
    },
    /** The bytes of a paper; printed now if nobody has asked before. */
    async paper(paperId: string): Promise<{ name: string; bytes: Buffer }> {
      const row = await store.paper(paperId);
      if (row === undefined) throw missing();
      const blob = row.blob ?? (await transaction(db, (tx) => print(tx, paperId)));
      // jsonb arrives parsed.
      const title = row.title as unknown as Words;
      return { name: `${title.zh}-${row.number}.pdf`, bytes: await blobs.get(blob) };
    },
    async papers(paperIds: readonly string[]): Promise<PaperRow[]> {
      if (paperIds.length === 0) return [];
      return (await store.papers(paperIds)).map((row) => ({
        document: row.paper_id,
        kind: row.kind,
        title: row.title as unknown as Words,
        number: row.number,
        madeAt: row.made_at.toISOString(),
        code: row.code,
      }));
    },
    revoke: (tx: Tx, paperId: string) => store.setPaperState(tx, paperId, 'revoked'),
    replace: (tx: Tx, paperId: string) => store.setPaperState(tx, paperId, 'replaced'),
    async verify(typed: string): Promise<Verification> {
      const checked = checkPublicNumber(typed);
      if (!checked.ok) {
        throw new Problem('files.code', 'invalid', checked.message, [
          { pointer: '/code', code: checked.why, message: checked.message },
        ]);
      }
      const row = await store.paperByCode(checked.number);
      if (row === undefined)
        throw new Problem('files.code-unknown', 'missing', '没有这个核验码，请照证件上的数字再核对一遍');
      if (row.blob === undefined) await transaction(db, (tx) => print(tx, row.paper_id));
      const printed = await store.paper(row.paper_id);
      return viewOf(printed ?? row, shanghaiDay(clock()));
    },
  };
}

/** Prints and signs a paper if it has not been yet; whoever comes second finds it done. */
function createPrint({ store, blobs, clock, signer, printer, origin }: Omit<Deps, 'db' | 'demo'>) {
  return async (tx: Tx, paperId: string): Promise<string> => {
    const row = await store.lockPaper(tx, paperId);
    if (row === undefined) throw missing();
    if (row.blob !== undefined) return row.blob;
    // jsonb arrives parsed.
    const page = row.page as unknown as PaperPage;
    const told = { code: groupedNumber(row.code), verifyUrl: `${origin}/verify/${row.code}`, demo: row.demo };
    const signed = await printer.print({ ...page, ...told }, await signer(), clock());
    const blob = await blobs.put(signed);
    await store.printed(tx, paperId, { blob, sha256: createHash('sha256').update(signed).digest('hex') });
    return blob;
  };
}

type Row = NonNullable<Awaited<ReturnType<Store['paper']>>>;

function viewOf(row: Row, today: string): Verification {
  const expired = row.valid_until !== undefined && row.valid_until < today;
  return {
    code: row.code,
    title: row.title as unknown as Words,
    state: row.state === 'valid' && expired ? 'expired' : row.state,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    facts: row.facts as unknown as PaperFact[],
    sha256: row.sha256 ?? '',
    demo: row.demo,
    ...(row.valid_until === undefined ? {} : { validUntil: row.valid_until }),
  };
}

function missing(): Problem {
  return new Problem('files.paper', 'missing', '没有这份文书');
}

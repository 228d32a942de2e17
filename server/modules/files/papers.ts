import { createHash, randomBytes } from 'node:crypto';
import type { Verification, Words } from '@tongban/contract';
import { checkPublicNumber, groupedNumber, Problem, randomPublicNumber, shanghaiDay } from '@tongban/kernel';
import {
  type AuditLog,
  type Db,
  type Paper,
  type Printer,
  type SignerPem,
  type Tx,
  transaction,
} from '../../platform/index.ts';
import type { Blobs } from './blobs.ts';
import { createEvidence, evidencePending, type PaperEvidence } from './evidence.ts';
import { createSignatures, type PageWish, type Signatures } from './signatures.ts';
import type { PaperFact, PaperPage, Store } from './store.ts';

type Deps = {
  db: Db;
  store: Store;
  blobs: Blobs;
  clock: () => Date;
  signer: () => Promise<SignerPem>;
  printer: Printer;
  auditLog: AuditLog;
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
  page: PageWish;
};
type PaperRow = {
  document: string;
  kind: string;
  title: Words;
  number: string;
  madeAt: string;
  code: string;
};

const codeDigits = 16;

/** 文书: signed papers with a verify code. Sealed inside the act's transaction, printed when first opened and kept. */
export function createPapers(deps: Deps) {
  const { store, blobs, clock, demo } = deps;
  const evidence = createEvidence(deps.auditLog);
  const signatures = createSignatures(deps);
  const { printNow, early } = createPrinting({ ...deps, evidence, signatures });
  return {
    async seal(tx: Tx, wish: PaperWish): Promise<{ document: string; code: string }> {
      const code = randomPublicNumber(codeDigits, randomBytes);
      const page = await signatures.attested(tx, wish);
      const document = await store.insertPaper(tx, { ...wish, page, code, demo, madeAt: clock() });
      await evidence.record(tx, document, { ...wish, page, code });
      return { document, code };
    },
    /** The bytes of a paper; printed now if nobody has asked before. An early print is not kept. */
    async paper(paperId: string): Promise<{ name: string; bytes: Buffer }> {
      const row = await store.paper(paperId);
      if (row === undefined) throw missing();
      const blob = row.blob ?? (await printNow(row));
      const bytes = blob === undefined ? await early(row) : await blobs.get(blob);
      return { name: `${toldOf(row).title.zh}-${row.number}.pdf`, bytes };
    },
    ...createReading({ ...deps, signatures }),
    revoke: (tx: Tx, paperId: string) => store.setPaperState(tx, paperId, 'revoked'),
    replace: (tx: Tx, paperId: string) => store.setPaperState(tx, paperId, 'replaced'),
    verify: createVerifying(deps, printNow),
  };
}

/** What is told of papers that are there already. */
function createReading(deps: Deps & { signatures: Signatures }) {
  const { store, printer } = deps;
  return {
    /** Copies of papers in one document, in the order asked for; they carry the verify codes, not the signatures. */
    async copies(paperIds: readonly string[]): Promise<Buffer> {
      const rows = new Map((await store.papers(paperIds)).map((row) => [row.paper_id, row]));
      const found = paperIds.flatMap((id) => rows.get(id) ?? []);
      return printer.printCopies(await Promise.all(found.map((row) => pageOf(deps, row))));
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
  };
}

/** 核验: what anybody may know of a paper by its code. */
function createVerifying(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  printNow: (row: Row) => Promise<unknown>,
) {
  return async (typed: string): Promise<Verification> => {
    const checked = checkPublicNumber(typed);
    if (!checked.ok) {
      throw new Problem('files.code', 'invalid', checked.message, [
        { pointer: '/code', code: checked.why, message: checked.message },
      ]);
    }
    const row = await store.paperByCode(checked.number);
    if (row === undefined)
      throw new Problem('files.code-unknown', 'missing', '没有这个核验码，请照证件上的数字再核对一遍');
    if (row.blob === undefined) await printNow(row);
    const printed = await store.paper(row.paper_id);
    return viewOf(printed ?? row, shanghaiDay(clock()));
  };
}

type Printing = Omit<Deps, 'demo'> & {
  evidence: ReturnType<typeof createEvidence>;
  signatures: Signatures;
};

function createPrinting({ db, store, blobs, evidence, ...deps }: Printing) {
  /** Prints, signs and keeps a paper if it has not been yet; whoever comes second finds it done. */
  const keep = async (tx: Tx, paperId: string, found?: PaperEvidence): Promise<string> => {
    const row = await store.lockPaper(tx, paperId);
    if (row === undefined) throw missing();
    if (row.blob !== undefined) return row.blob;
    const signed = await printRow(deps, row, found);
    const blob = await blobs.put(signed);
    await store.printed(tx, paperId, { blob, sha256: createHash('sha256').update(signed).digest('hex') });
    return blob;
  };
  /** Papers from before the log was sealed have no line in it. */
  const find = async (row: Row): Promise<{ found: PaperEvidence | undefined } | undefined> => {
    if (row.xid === undefined) return { found: undefined };
    const found = await evidence.find(row.xid, row.paper_id, toldOf(row));
    return found === undefined ? undefined : { found };
  };
  return {
    /** Prints a paper outside any transaction; undefined while its proof cannot be made. */
    async printNow(row: Row): Promise<string | undefined> {
      const ready = await find(row);
      return ready === undefined ? undefined : transaction(db, (tx) => keep(tx, row.paper_id, ready.found));
    },
    early: (row: Row): Promise<Buffer> => printRow(deps, row, evidencePending),
  };
}

type PrintDeps = Pick<Deps, 'clock' | 'signer' | 'printer' | 'origin'> & { signatures: Signatures };

async function printRow(
  { clock, signer, printer, ...deps }: PrintDeps,
  row: Row,
  evidence: PaperEvidence | undefined,
): Promise<Buffer> {
  const page = { ...(await pageOf(deps, row)), ...(evidence === undefined ? {} : { evidence }) };
  return printer.print(page, await signer(), clock());
}

/** A paper ready for the printer. */
async function pageOf(
  { origin, signatures }: Pick<PrintDeps, 'origin' | 'signatures'>,
  row: Row,
): Promise<Paper> {
  const { code, demo } = row;
  const page = await signatures.drawn(toldOf(row).page);
  return { ...page, code: groupedNumber(code), verifyUrl: `${origin}/verify/${code}`, demo };
}

/** What a paper tells, read from its row; jsonb arrives parsed. */
function toldOf(row: Row) {
  const { code, kind, number, issuer, issued_on: issuedOn, valid_until: validUntil } = row;
  const title = row.title as unknown as Words;
  const facts = row.facts as unknown as PaperFact[];
  const page = row.page as unknown as PaperPage;
  return { code, kind, title, number, issuer, issuedOn, validUntil, facts, page };
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

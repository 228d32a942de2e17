import { createHash } from 'node:crypto';
import { canonicalText, type KeptLine } from './entry.ts';
import { climb, leafHash } from './merkle.ts';
import { isSignedBy, type NoteVerifier, readState, readVerifier } from './note.ts';
import { readJson } from './read-json.ts';

/** 存证证明: that one audit line stands in the signed tree; everything needed to check it without us. */
export type Proof = {
  readonly format: typeof proofFormat;
  /** The line itself, in its canonical form. */
  readonly entry: Record<string, string>;
  readonly index: number;
  readonly path: readonly string[];
  /** The signed state of the tree the path leads to. */
  readonly checkpoint: string;
  /** The public key the state is signed with, as the bureau publishes it. */
  readonly key: string;
};

const proofFormat = 'tongban-proof-1';

/** Writes a proof down. */
export function proofOf(found: {
  line: KeptLine;
  index: number;
  path: readonly Buffer[];
  checkpoint: string;
  key: string;
}): Proof {
  const { line, index, path, checkpoint, key } = found;
  return {
    format: proofFormat,
    entry: JSON.parse(canonicalText(line)) as Record<string, string>,
    index,
    path: path.map((hash) => hash.toString('base64')),
    checkpoint,
    key,
  };
}

/** What a proof shows, or why it shows nothing. */
export type ProofVerdict =
  | { readonly ok: true; readonly size: number; readonly root: string; readonly key: NoteVerifier }
  | { readonly ok: false; readonly why: string };

/** Checks a proof with the bureau's public key; without one, with the key the proof itself names. */
export function checkProof(given: unknown, trusted?: NoteVerifier): ProofVerdict {
  if (!isProof(given)) return { ok: false, why: '不是存证证明' };
  const key = trusted ?? readVerifier(given.key);
  if (key === undefined) return { ok: false, why: '公钥写法不对' };
  const state = readState(given.checkpoint);
  if (state === undefined || !isSignedBy(given.checkpoint, key))
    return { ok: false, why: '检查点的签名与公钥对不上' };
  const root = rootBy(given, state.size);
  if (root === undefined || !root.equals(state.root)) return { ok: false, why: '这一行不在检查点的树里' };
  return { ok: true, size: state.size, root: state.root.toString('base64'), key };
}

/** What the proof on a paper shows: the content that was put on record, or why nothing. */
export type PaperVerdict =
  | (Extract<ProofVerdict, { ok: true }> & { readonly content: string })
  | Extract<ProofVerdict, { ok: false }>;

/** Checks the proof attached to a paper: the line must name the digest of the content that comes with it. */
export function checkPaperProof(text: string, trusted?: NoteVerifier): PaperVerdict {
  const given = readJson(text) as (Proof & { content?: unknown }) | undefined;
  const verdict = checkProof(given, trusted);
  if (!verdict.ok) return verdict;
  const content = given?.content;
  if (typeof content !== 'string') return { ok: false, why: '证明里没有文书内容' };
  const digest = createHash('sha256').update(content).digest('hex');
  if (given?.entry.object?.endsWith(`:${digest}`) !== true)
    return { ok: false, why: '文书内容与日志里的摘要对不上' };
  return { ...verdict, content };
}

function rootBy({ entry, path, index }: Proof, size: number): Buffer | undefined {
  if (index < 0 || index >= size) return undefined;
  const neighbours = path.map((hash) => Buffer.from(hash, 'base64'));
  try {
    return climb(leafHash(JSON.stringify(entry)), neighbours, { index, size });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isProof(given: unknown): given is Proof {
  if (typeof given !== 'object' || given === null) return false;
  const { format, entry, index, path, checkpoint, key } = given as Record<string, unknown>;
  const texts = [checkpoint, key].every((text) => typeof text === 'string');
  const hashes = Array.isArray(path) && path.every((hash) => typeof hash === 'string');
  return (
    format === proofFormat &&
    texts &&
    hashes &&
    Number.isInteger(index) &&
    typeof entry === 'object' &&
    entry !== null
  );
}

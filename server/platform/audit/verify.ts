import { notesIn } from './anchor.ts';
import { type ExportHead, exportFormat } from './export.ts';
import { append, leafHash, type Range, rootOf } from './merkle.ts';
import { isSignedBy, type NoteVerifier, readState, readVerifier, type State } from './note.ts';
import { readJson } from './read-json.ts';

/** 核验结论: whole, or the first line that is not vouched for (`last`: the end of the stretch it lies in). */
export type Verdict =
  | {
      readonly ok: true;
      readonly first: number;
      readonly size: number;
      readonly checkpoints: number;
      readonly key: NoteVerifier;
    }
  | { readonly ok: false; readonly index: number; readonly last: number; readonly why: string };

/** What the checker was given from elsewhere, not from the export. */
export type Trusted = {
  /** The bureau's public key; without it the key named in the export is used, which proves less. */
  readonly key?: NoteVerifier | undefined;
  /** Checkpoints kept outside the database: the anchor. */
  readonly anchor?: string | undefined;
  /** Whether only some days were asked for, so that the anchor may know of later lines. */
  readonly part?: boolean | undefined;
};

type Found = { readonly index: number; readonly why: string; readonly last?: number };
type Walk = {
  readonly head: ExportHead;
  readonly key: NoteVerifier;
  readonly anchored: ReadonlyMap<number, State>;
  readonly range: Range;
  /** The last signed state that was found true. */
  sure: { size: number; at: number };
  checkpoints: number;
};

/** A database may have been a little slow with a line, and clocks are set by a little. */
const [lateMs, stepMs] = [10 * 60_000, 2000];

/**
 * 核验: checks an export line by line against the tree and the signatures, without a database. Stops at the first line
 * that is not what was sealed.
 */
export async function verifyExport(lines: AsyncIterable<string>, trusted: Trusted = {}): Promise<Verdict> {
  let walk: Walk | undefined;
  for await (const line of lines) {
    if (line === '') continue;
    const begun: Walk | Found = walk ?? begin(line, trusted);
    if ('why' in begun) return refused(begun);
    const found = walk === undefined ? undefined : take(begun, line);
    walk = begun;
    if (found !== undefined) return refused(found);
  }
  if (walk === undefined) return refused({ index: 0, why: '文件是空的' });
  const missing = end(walk, trusted.part === true);
  if (missing !== undefined) return refused(missing);
  const { head, key, checkpoints } = walk;
  return { ok: true, first: head.first, size: head.size, checkpoints, key };
}

function refused({ index, why, last = index }: Found): Verdict {
  return { ok: false, index, last: Math.max(index, last), why };
}

function begin(line: string, trusted: Trusted): Walk | Found {
  const head = readHead(line);
  if (head === undefined) return { index: 0, why: '第一行不是导出说明' };
  const key = trusted.key ?? readVerifier(head.key);
  if (key === undefined) return { index: head.first, why: '公钥写法不对' };
  if (key.name !== head.origin) return { index: head.first, why: '源与公钥的名称不一致' };
  const anchored = readAnchor(trusted.anchor, key);
  if ('why' in anchored) return { ...anchored, index: Math.max(anchored.index, head.first) };
  const peaks = head.peaks.map((peak) => Buffer.from(peak, 'base64'));
  const sure = { size: head.first, at: Number.NEGATIVE_INFINITY };
  return { head, key, anchored: anchored.states, range: { size: head.first, peaks }, sure, checkpoints: 0 };
}

function readHead(line: string): ExportHead | undefined {
  const head = readJson(line) as Partial<ExportHead> | undefined;
  const { format, origin, key, first, peaks, size } = head ?? {};
  const texts = typeof origin === 'string' && typeof key === 'string' && Array.isArray(peaks);
  if (format !== exportFormat || !texts || !Number.isInteger(first) || !Number.isInteger(size))
    return undefined;
  return head as ExportHead;
}

/** The anchored states by their sizes; two different ones of the same size are two histories. */
function readAnchor(text: string | undefined, key: NoteVerifier): { states: Map<number, State> } | Found {
  const states = new Map<number, State>();
  for (const note of notesIn(text ?? '')) {
    const state = readState(note);
    if (state === undefined || !isSignedBy(note, key) || state.origin !== key.name)
      return { index: states.size === 0 ? 0 : Math.max(...states.keys()), why: '锚文件里的检查点签名不对' };
    const other = states.get(state.size);
    if (other !== undefined && !other.root.equals(state.root))
      return { index: 0, last: state.size - 1, why: '锚文件里有两份不同的历史' };
    states.set(state.size, state);
  }
  return { states };
}

/** A line as the export writes it; what is hashed is taken as it stands, so that no second reading can hide in it. */
const written = /^\{"index":(\d+),"leaf":"([A-Za-z0-9+/]{43}=)","entry":(.+)\}$/;
const dated = /"at":"([^"]+)"/;

function take(walk: Walk, text: string): Found | undefined {
  const [, index, leaf = '', entry = ''] = written.exec(text) ?? [];
  if (index !== undefined) return takeEntry(walk, { index: Number(index), leaf, entry });
  const { checkpoint } = (readJson(text) ?? {}) as { checkpoint?: unknown };
  if (typeof checkpoint !== 'string') return { index: walk.range.size, why: '这一行的写法不对' };
  return takeCheckpoint(walk, checkpoint);
}

type Line = { readonly index: number; readonly leaf: string; readonly entry: string };

function takeEntry(walk: Walk, { index, leaf, entry }: Line): Found | undefined {
  const at = walk.range.size;
  if (index !== at) return { index: at, why: `应为第 ${at} 行，文件里是第 ${index} 行` };
  if (entry === 'null') return { index: at, why: '这一行已被删去' };
  const hash = leafHash(entry);
  if (hash.toString('base64') !== leaf) return { index: at, why: '内容与封存时不同' };
  const moment = Date.parse(dated.exec(entry)?.[1] ?? '');
  if (Number.isNaN(moment)) return { index: at, why: '没有时间' };
  if (moment < walk.sure.at - lateMs) return { index: at, why: '时间倒退：早于前面已封存的检查点' };
  append(walk.range, hash);
  const anchored = walk.anchored.get(at + 1);
  return anchored === undefined ? undefined : takeState(walk, anchored);
}

function takeCheckpoint(walk: Walk, note: string): Found | undefined {
  const { size } = walk.range;
  const from = { index: walk.sure.size, last: size - 1 };
  const state = readState(note);
  if (state === undefined || state.size !== size) return { ...from, why: '检查点与它前面的行数对不上' };
  if (state.origin !== walk.head.origin) return { ...from, why: `检查点属于另一个源：${state.origin}` };
  if (!isSignedBy(note, walk.key)) return { ...from, why: '检查点的签名与公钥对不上' };
  walk.checkpoints += 1;
  return takeState(walk, state);
}

/** Compares a signed state with the tree at this place; from here on it is the ground to stand on. */
function takeState(walk: Walk, state: State): Found | undefined {
  const { range, sure } = walk;
  const from = { index: Math.min(sure.size, range.size - 1), last: range.size - 1 };
  if (!rootOf(range).equals(state.root)) return { ...from, why: '这一段的内容与签过名的树根对不上' };
  const at = Date.parse(state.at);
  if (at < sure.at - stepMs) return { ...from, why: '时间倒退：检查点早于前一个检查点' };
  walk.sure = { size: range.size, at };
  return undefined;
}

function end({ head, range, sure, anchored }: Walk, part: boolean): Found | undefined {
  if (range.size < head.size)
    return { index: range.size, last: head.size - 1, why: '文件在这里断了，后面的行不见了' };
  const known = Math.max(...anchored.keys(), 0);
  if (!part && known > range.size)
    return { index: range.size, last: known - 1, why: '锚文件里还有后面的行，这里没有' };
  if (sure.size < range.size)
    return { index: sure.size, last: range.size - 1, why: '这一段没有签过名的检查点' };
  return undefined;
}

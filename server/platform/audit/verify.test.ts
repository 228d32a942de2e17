import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalText, type KeptLine } from './entry.ts';
import { checkpointText, type ExportHead, lineText } from './export.ts';
import { append, leafHash, type Range, rootOf } from './merkle.ts';
import { type NoteSigner, type NoteVerifier, readVerifier, signState, verifierText } from './note.ts';
import { type Trusted, verifyExport } from './verify.ts';

const signer: NoteSigner = { origin: 'kayak.example/audit', key: generateKeyPairSync('ed25519').privateKey };
const trusted = keyOf(signer);
const start = Date.parse('2026-03-02T01:00:00Z');
const momentOf = (at: number) => new Date(start + at * 1000).toISOString();

function keyOf(one: NoteSigner): NoteVerifier {
  return readVerifier(verifierText(one)) as NoteVerifier;
}

function lineAt(at: number): KeptLine {
  return {
    ...{ id: `id-${at}`, at: momentOf(at), xid: String(700 + at), actor: 'p1', role: 'clerk' },
    ...{ action: 'kayaks.paddle', object: `kayak:${at}`, result: 'done', requestId: `r${at}` },
  };
}

type Made = { lines: string[]; anchor: string };
type Making = {
  /** The lines as they are when they are sealed. */
  line?: (at: number) => KeptLine;
  signer?: NoteSigner;
  /** The clock at each checkpoint. */
  clock?: (size: number) => string;
  origin?: (size: number) => string;
};

/** Seals twenty lines, four at a time, and exports them: head, then after each four lines a checkpoint. */
function make({
  line = lineAt,
  signer: by = signer,
  clock = momentOf,
  origin = () => by.origin,
}: Making = {}): Made {
  const range: Range = { size: 0, peaks: [] };
  const head: ExportHead = {
    ...{ format: 'tongban-audit-1', origin: by.origin, key: verifierText(by), first: 0, peaks: [], size: 20 },
  };
  const lines = [`${JSON.stringify(head)}\n`];
  let anchor = '';
  for (let at = 0; at < 20; at += 1) {
    const hash = leafHash(canonicalText(line(at)));
    append(range, hash);
    lines.push(lineText(at, hash, line(at)));
    if (range.size % 4 !== 0) continue;
    const state = {
      origin: origin(range.size),
      size: range.size,
      root: rootOf(range),
      at: clock(range.size),
    };
    const note = signState(state, { ...by, origin: state.origin });
    lines.push(checkpointText(note));
    anchor += `${note}\n`;
  }
  return { lines, anchor };
}

async function* read(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield line.trimEnd();
}

const verify = (lines: readonly string[], given: Trusted = { key: trusted }) =>
  verifyExport(read(lines), given);
/** Where line `at` stands among the lines of the file. */
const placeOf = (at: number) => 1 + at + Math.floor(at / 4);
const whole = make();

describe('an export', () => {
  test('that nobody has touched is whole, with and without key and anchor', async () => {
    const found = { ok: true, first: 0, size: 20, checkpoints: 5 };
    expect(await verify(whole.lines)).toMatchObject(found);
    expect(await verify(whole.lines, {})).toMatchObject(found);
    expect(await verify(whole.lines, { key: trusted, anchor: whole.anchor })).toMatchObject(found);
  });

  test('with a changed line names it', async () => {
    const lines = whole.lines.with(
      placeOf(9),
      (whole.lines[placeOf(9)] ?? '').replace('"role":"clerk"', '"role":"admin"'),
    );
    expect(await verify(lines)).toMatchObject({ ok: false, index: 9, last: 9, why: '内容与封存时不同' });
  });

  test('with a line changed together with its leaf names the stretch that was signed otherwise', async () => {
    const line = { ...lineAt(9), role: 'admin' };
    const lines = whole.lines.with(placeOf(9), lineText(9, leafHash(canonicalText(line)), line));
    expect(await verify(lines)).toMatchObject({ ok: false, index: 8, last: 11 });
  });

  test('with a second reading slipped into a line names it', async () => {
    const lines = whole.lines.with(
      placeOf(5),
      (whole.lines[placeOf(5)] ?? '').replace('"entry":{', '"entry":{"role":"admin",'),
    );
    expect(await verify(lines)).toMatchObject({ ok: false, index: 5 });
  });

  test('with a deleted line names it, whether it was cut out or is gone from the database', async () => {
    const cut = whole.lines.toSpliced(placeOf(6), 1);
    expect(await verify(cut)).toMatchObject({ ok: false, index: 6 });
    const gone = whole.lines.with(placeOf(6), lineText(6, leafHash(canonicalText(lineAt(6))), undefined));
    expect(await verify(gone)).toMatchObject({ ok: false, index: 6, why: '这一行已被删去' });
  });

  test('with a deleted line and all later lines moved up names the stretch', async () => {
    const moved = whole.lines.toSpliced(placeOf(6), 1).map((text) => {
      const line = JSON.parse(text) as { index?: number };
      return line.index !== undefined && line.index > 6
        ? text.replace(`{"index":${line.index},`, `{"index":${line.index - 1},`)
        : text;
    });
    expect(await verify(moved)).toMatchObject({ ok: false, index: 4, why: '检查点与它前面的行数对不上' });
  });

  test('with an inserted line names it', async () => {
    const line = { ...lineAt(3), id: 'id-x' };
    const lines = whole.lines.toSpliced(placeOf(13), 0, lineText(13, leafHash(canonicalText(line)), line));
    expect(await verify(lines)).toMatchObject({ ok: false, index: 14 });
  });

  test('with two swapped lines names the first of them', async () => {
    const [one, other] = [placeOf(1), placeOf(2)];
    const lines = whole.lines.with(one, whole.lines[other] ?? '').with(other, whole.lines[one] ?? '');
    expect(await verify(lines)).toMatchObject({ ok: false, index: 1 });
  });

  test('with a tail cut off names where it ends', async () => {
    expect(await verify(whole.lines.slice(0, placeOf(17)))).toMatchObject({ ok: false, index: 17, last: 19 });
    const [head = '', ...rest] = whole.lines.slice(0, placeOf(16));
    const shorter = [head.replace('"size":20', '"size":16'), ...rest];
    expect(await verify(shorter)).toMatchObject({ ok: true, size: 16 });
    const given = { key: trusted, anchor: whole.anchor };
    expect(await verify(shorter, given)).toMatchObject({ ok: false, index: 16, last: 19 });
    expect(await verify(shorter, { ...given, part: true })).toMatchObject({ ok: true });
  });

  test('of a history written anew is refused: by the key, or with the right key by the anchor', async () => {
    const line = (at: number) => (at === 7 ? { ...lineAt(7), actor: 'p2' } : lineAt(at));
    const thief = { ...signer, key: generateKeyPairSync('ed25519').privateKey };
    expect(await verify(make({ line, signer: thief }).lines)).toMatchObject({
      ok: false,
      index: 0,
      why: '检查点的签名与公钥对不上',
    });
    const forged = make({ line });
    expect(await verify(forged.lines)).toMatchObject({ ok: true });
    expect(await verify(forged.lines, { key: trusted, anchor: whole.anchor })).toMatchObject({
      ok: false,
      index: 4,
      last: 7,
    });
  });

  test('with a checkpoint of another log names the stretch', async () => {
    const { lines } = make({ origin: (size) => (size === 12 ? 'canoe.example/audit' : signer.origin) });
    expect(await verify(lines)).toMatchObject({ ok: false, index: 8, last: 11 });
    const other = { ...signer, origin: 'canoe.example/audit' };
    expect(await verify(make({ signer: other }).lines)).toMatchObject({
      ok: false,
      why: '源与公钥的名称不一致',
    });
  });

  test('of a time when the clock was put back names where', async () => {
    const early = '2026-03-01T00:00:00.000Z';
    const clock = (size: number) => (size === 16 ? early : momentOf(size));
    expect(await verify(make({ clock }).lines)).toMatchObject({ ok: false, index: 12, last: 15 });
    const line = (at: number) => (at === 10 ? { ...lineAt(10), at: early } : lineAt(at));
    expect(await verify(make({ line }).lines)).toMatchObject({ ok: false, index: 10 });
  });

  test('that is none is refused', async () => {
    for (const lines of [[], ['kayak'], ['{}'], whole.lines.slice(1)])
      expect(await verify(lines)).toMatchObject({ ok: false, index: 0 });
    expect(await verify([...whole.lines.slice(0, 3), 'kayak'])).toMatchObject({ ok: false, index: 2 });
  });

  test('does not pass with an anchor that somebody else signed or that tells two histories', async () => {
    const thief = { ...signer, key: generateKeyPairSync('ed25519').privateKey };
    const other = make({ line: (at) => ({ ...lineAt(at), actor: 'p2' }) });
    const against = (anchor: string) => verify(whole.lines, { key: trusted, anchor });
    expect((await against(make({ signer: thief }).anchor)).ok).toBe(false);
    expect(await against(whole.anchor + other.anchor)).toMatchObject({ why: '锚文件里有两份不同的历史' });
  });
});

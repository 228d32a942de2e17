import { asMachine } from '../acting.ts';
import type { Db } from '../database.ts';
import { canonicalText, type KeptLine } from './entry.ts';
import { createExportStore } from './export-store.ts';
import { createSealStore } from './seal-store.ts';
import { createTree } from './tree.ts';

/** 导出: the first line of an export: where in the tree it begins and ends, and which key signs. */
export type ExportHead = {
  readonly format: typeof exportFormat;
  readonly origin: string;
  readonly key: string;
  /** The tree before the first line: its size and the hashes of its complete subtrees. */
  readonly first: number;
  readonly peaks: readonly string[];
  readonly size: number;
};

export const exportFormat = 'tongban-audit-1';
const stretch = 2000;
/** A checkpoint is written after at least so many lines, so that checking signatures stays the smaller part. */
const checkpointEvery = 100;

/**
 * Writes the sealed lines of some days as JSON lines: the head, then the lines in the order of the tree, each with its
 * leaf, and between them the signed checkpoints. It can be checked without a database.
 */
export async function* exportAudit(
  db: Db,
  asked: { origin: string; key: string; from?: string | undefined; to?: string | undefined },
): AsyncGenerator<string> {
  const store = createExportStore(db);
  const { first, size } = await asMachine('sealer', () => store.bounds(asked));
  const { peaks } = await asMachine('sealer', () =>
    createTree(createSealStore(db)).rangeOf(undefined, first),
  );
  const { origin, key } = asked;
  const head: ExportHead = {
    ...{ format: exportFormat, origin, key, first, size },
    peaks: peaks.map((peak) => peak.toString('base64')),
  };
  yield `${JSON.stringify(head)}\n`;
  let signed = first;
  for (let from = first; from < size; from += stretch) {
    const until = Math.min(from + stretch, size);
    const leaves = await asMachine('sealer', () => store.leaves(from, until));
    const checkpoints = new Map(
      (await asMachine('sealer', () => store.checkpoints(from, until))).map((one) => [one.size, one.text]),
    );
    let text = '';
    for (const { index, hash, line } of leaves) {
      text += lineText(index, hash, line);
      const checkpoint = checkpoints.get(index + 1);
      if (checkpoint === undefined || (index + 1 - signed < checkpointEvery && index + 1 !== size)) continue;
      text += checkpointText(checkpoint);
      signed = index + 1;
    }
    yield text;
  }
}

/** One line of an export: its place, its leaf, and the audit line itself; null where that is gone. */
export function lineText(index: number, hash: Buffer, line: KeptLine | undefined): string {
  const entry = line === undefined ? 'null' : canonicalText(line);
  return `{"index":${index},"leaf":"${hash.toString('base64')}","entry":${entry}}\n`;
}

/** A checkpoint in an export. */
export function checkpointText(checkpoint: string): string {
  return `${JSON.stringify({ checkpoint })}\n`;
}

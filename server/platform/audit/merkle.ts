import { hash } from 'node:crypto';

/**
 * 紧凑区间: the least that has to be kept of a Merkle tree (RFC 6962) to go on with it: the hashes of its complete
 * subtrees, the largest first.
 */
export type Range = { size: number; peaks: Buffer[] };

/** A complete subtree: `index` counts the subtrees of its level from the left; level 0 are the leaves. */
export type Subtree = { readonly level: number; readonly index: number };

/** The hash of a leaf's content. */
export function leafHash(content: string): Buffer {
  return hash('sha256', `\0${content}`, 'buffer');
}

/** The hash of two subtrees side by side. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + hashBytes);
  return hash('sha256', pair, 'buffer');
}

const hashBytes = 32;
/** A node is hashed as a one and both hashes; written over each time. */
const pair = Buffer.alloc(1 + 2 * hashBytes, 1);

/** Adds a leaf; tells of each subtree that became complete by it. */
export function append(range: Range, leaf: Buffer, tell?: (at: Subtree, hash: Buffer) => void): void {
  let top = leaf;
  let level = 0;
  let index = range.size;
  while (index % 2 === 1) {
    top = nodeHash(certain(range.peaks.pop()), top);
    index = (index - 1) / 2;
    level += 1;
    tell?.({ level, index }, top);
  }
  range.peaks.push(top);
  range.size += 1;
}

/** The root of everything added so far. */
export function rootOf({ peaks }: Range): Buffer {
  const last = peaks.at(-1);
  if (last === undefined) return hash('sha256', '', 'buffer');
  return peaks.slice(0, -1).reduceRight((root, peak) => nodeHash(peak, root), last);
}

/** The complete subtrees a tree of this size consists of, the largest first. */
export function peaksOf(size: number): Subtree[] {
  return subtreesOf(0, size);
}

/** The complete subtrees that cover leaves `from` up to `until`, where `from` begins a subtree as large as the rest. */
function subtreesOf(from: number, until: number): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < until; ) {
    const level = Math.floor(Math.log2(until - at));
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/**
 * What proves that leaf `index` stands in a tree of `size`: for each step upwards the subtrees whose hashes together are
 * the neighbour's.
 */
export function pathShape(index: number, size: number): Subtree[][] {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  const steps: Subtree[][] = [];
  let [from, until] = [0, size];
  while (until - from > 1) {
    const middle = from + largestPowerBelow(until - from);
    if (index < middle) {
      steps.unshift(subtreesOf(middle, until));
      until = middle;
    } else {
      steps.unshift(subtreesOf(from, middle));
      from = middle;
    }
  }
  return steps;
}

function largestPowerBelow(count: number): number {
  return 2 ** Math.ceil(Math.log2(count) - 1);
}

/** Folds the hashes of neighbouring subtrees, the largest first, into one. */
export function foldSubtrees(hashes: readonly Buffer[]): Buffer {
  return rootOf({ size: 0, peaks: [...hashes] });
}

/** The hash of a complete subtree from all hashes of one of its levels. */
export function foldLevel(hashes: readonly Buffer[]): Buffer {
  const range: Range = { size: 0, peaks: [] };
  for (const one of hashes) append(range, one);
  return rootOf(range);
}

/** Follows a path upwards from a leaf; the result is the root if, and only if, leaf and path are true. */
export function climb(leaf: Buffer, path: readonly Buffer[], at: { index: number; size: number }): Buffer {
  let top = leaf;
  let [index, last] = [at.index, at.size - 1];
  for (const neighbour of path) {
    while (index % 2 === 0 && index === last && last > 0) [index, last] = [index / 2, last / 2];
    top = index % 2 === 1 ? nodeHash(neighbour, top) : nodeHash(top, neighbour);
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  if (last > 0) throw new RangeError('the path is too short');
  return top;
}

function certain(peak: Buffer | undefined): Buffer {
  if (peak === undefined) throw new RangeError('the range has fewer subtrees than its size asks for');
  return peak;
}

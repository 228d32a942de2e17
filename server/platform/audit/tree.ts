import type { Tx } from '../database.ts';
import { foldLevel, foldSubtrees, pathShape, peaksOf, type Range, type Subtree } from './merkle.ts';
import type { SealStore } from './seal-store.ts';

/** Every eighth level of the tree is kept. */
const band = 8;

/** Tells whether the hash of a subtree is kept; the others are made again from the kept level below. */
export function isKept({ level }: Subtree): boolean {
  return level > 0 && level % band === 0;
}

/** 日志树: the kept hashes read as the tree they are of. */
export function createTree(store: Pick<SealStore, 'hashes'>) {
  const hashOf = async (tx: Tx | undefined, { level, index }: Subtree): Promise<Buffer> => {
    const kept = level - (level % band);
    const width = 2 ** (level - kept);
    const hashes = await store.hashes(tx, kept, { from: index * width, until: (index + 1) * width });
    if (hashes.length !== width) throw new RangeError(`the audit tree has no subtree ${level}/${index}`);
    return foldLevel(hashes);
  };
  const folded = async (subtrees: readonly Subtree[]): Promise<Buffer> => {
    const hashes: Buffer[] = [];
    for (const subtree of subtrees) hashes.push(await hashOf(undefined, subtree));
    return foldSubtrees(hashes);
  };
  return {
    /** The range a tree of this size goes on from. */
    async rangeOf(tx: Tx | undefined, size: number): Promise<Range> {
      const peaks: Buffer[] = [];
      for (const subtree of peaksOf(size)) peaks.push(await hashOf(tx, subtree));
      return { size, peaks };
    },
    /** The proof that a leaf stands in a tree of this size. */
    async path(index: number, size: number): Promise<Buffer[]> {
      const path: Buffer[] = [];
      for (const step of pathShape(index, size)) path.push(await folded(step));
      return path;
    },
  };
}
export type Tree = ReturnType<typeof createTree>;

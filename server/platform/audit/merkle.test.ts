import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  append,
  climb,
  foldSubtrees,
  leafHash,
  nodeHash,
  pathShape,
  peaksOf,
  type Range,
  rootOf,
} from './merkle.ts';

/** The tree as RFC 6962, 2.1 writes it down, without any shortcut. */
function plainRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return rootOf({ size: 0, peaks: [] });
  if (leaves.length === 1) return only;
  let middle = 1;
  while (middle * 2 < leaves.length) middle *= 2;
  return nodeHash(plainRoot(leaves.slice(0, middle)), plainRoot(leaves.slice(middle)));
}

const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(`kayak ${at}`));
const rangeOf = (leaves: readonly Buffer[]): Range => {
  const range: Range = { size: 0, peaks: [] };
  for (const leaf of leaves) append(range, leaf);
  return range;
};

describe('the tree', () => {
  test('has the roots of the known example of RFC 6962', () => {
    // The reference inputs of the certificate transparency implementations, those that are text.
    const leaves = ['', '\0', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'].map(leafHash);
    expect(rootOf(rangeOf([])).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(rootOf(rangeOf(leaves.slice(0, 1))).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(rootOf(rangeOf(leaves)).toString('hex')).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });

  test('of any size is the plain tree, and every leaf of it can be proved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (size, pick) => {
        const leaves = leavesOf(size);
        const root = rootOf(rangeOf(leaves));
        expect(root).toEqual(plainRoot(leaves));
        const index = pick % size;
        const hashOf = ({ level, index: at }: { level: number; index: number }) =>
          plainRoot(leaves.slice(at * 2 ** level, (at + 1) * 2 ** level));
        const path = pathShape(index, size).map((step) => foldSubtrees(step.map(hashOf)));
        expect(climb(leafHash(`kayak ${index}`), path, { index, size })).toEqual(root);
        expect(rangeOf(leaves).peaks).toEqual(peaksOf(size).map(hashOf));
      }),
      { numRuns: 200 },
    );
  });

  test('tells of each subtree when it is complete', () => {
    const leaves = leavesOf(8);
    const range: Range = { size: 0, peaks: [] };
    const told: string[] = [];
    for (const leaf of leaves) append(range, leaf, ({ level, index }) => told.push(`${level}/${index}`));
    expect(told).toEqual(['1/0', '1/1', '2/0', '1/2', '1/3', '2/1', '3/0']);
  });

  test('does not prove another leaf, another place or a path cut short', () => {
    const leaves = leavesOf(7);
    const root = rootOf(rangeOf(leaves));
    const hashOf = ({ level, index: at }: { level: number; index: number }) =>
      plainRoot(leaves.slice(at * 2 ** level, (at + 1) * 2 ** level));
    const path = pathShape(5, 7).map((step) => foldSubtrees(step.map(hashOf)));
    expect(climb(leafHash('canoe'), path, { index: 5, size: 7 })).not.toEqual(root);
    expect(climb(leafHash('kayak 5'), path, { index: 4, size: 7 })).not.toEqual(root);
    expect(() => climb(leafHash('kayak 5'), path.slice(0, -1), { index: 5, size: 7 })).toThrow(RangeError);
    expect(() => pathShape(7, 7)).toThrow('leaf 7 is not in a tree of 7');
  });
});

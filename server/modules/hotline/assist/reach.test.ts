import { describe, expect, test } from 'vitest';
import { blocksWithin, queryWithin, reachable } from './reach.ts';

const kept = reachable({ scope: '4419', receivedOn: '2026-01-31', words: "'桨':1A", blocks: [7] });

describe('an order in the index', () => {
  test('is found by its city and by its city and month besides its own words and blocks', () => {
    expect(kept.words).toBe("'桨':1A '4419' '4419@2026-01'");
    expect(kept.blocks).toEqual([7, ...blocksWithin(['4419'], { from: '2026-01-01', to: '2026-01-31' })]);
  });
  test('has no block of another city or another month', () => {
    const span = { from: '2025-12-31', to: '2026-02-01' };
    expect(blocksWithin(['4403'], span).some((block) => kept.blocks.includes(block))).toBe(false);
    const next = { from: '2026-02-01', to: '2026-02-28' };
    expect(blocksWithin(['4419'], next).some((block) => kept.blocks.includes(block))).toBe(false);
  });
});

describe('what is looked for', () => {
  test('is narrowed to the months of a span, over the end of a year', () => {
    expect(queryWithin(['4419', '44'], { from: '2025-12-22', to: '2026-01-22' })).toBe(
      "'4419@2025-12' | '4419@2026-01' | '44@2025-12' | '44@2026-01'",
    );
  });
  test('is narrowed to the cities alone where no span is given', () => {
    expect(queryWithin(['4419', '44'])).toBe("'4419' | '44'");
  });
  test('has a month even where a span ends before it begins', () => {
    expect(blocksWithin(['4419'], { from: '2026-02-01', to: '2026-01-01' })).toHaveLength(1);
  });
});

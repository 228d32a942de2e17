import { describe, expect, test } from 'vitest';
import { createWords, soundOf } from './segment.ts';

const words = createWords(['皮划艇下水登记', '海上—皮划艇（含租用）']);

describe('words', () => {
  test('keep a term of the house whole, and know its parts for search', () => {
    expect(words.cut('我想办皮划艇下水登记。')).toContain('皮划艇下水登记');
    expect(words.cutFine('我想办皮划艇下水登记')).toEqual(
      expect.arrayContaining(['皮划艇下水登记', '下水', '登记']),
    );
  });
  test('of a name with marks in it are several terms', () => {
    expect(words.cut('海上皮划艇')).toEqual(['海上', '皮划艇']);
  });
  test('leave out marks and spaces, and read full-width letters as plain ones', () => {
    expect(words.cut('ＡＢＣ　，。！')).toEqual(['abc']);
    expect(words.cut('')).toEqual([]);
  });
  test('sound as people type them', () => {
    expect(words.sounds('皮划艇')).toEqual([{ full: 'pihuating', initials: 'pht' }]);
    expect(soundOf('kayak')).toBeUndefined();
  });
  test('say the same for the same text, whatever was asked before', () => {
    const before = words.cut('划艇的证在哪里领');
    words.cutFine('别的话');
    expect(words.cut('划艇的证在哪里领')).toEqual(before);
  });
});

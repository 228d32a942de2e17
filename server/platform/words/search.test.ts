import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, markedPieces } from './marks.ts';
import { createTextSearch, searchInStages } from './search.ts';
import { createWords } from './segment.ts';
import { soundPairs, syllablesOf, syllablesTyped } from './syllables.ts';

const words = createWords(['皮划艇下水登记', '皮划艇']);
const search = createTextSearch(words);
const lexemesOf = (text: string) => search.vectorOf({ A: text });
const pairsOf = (text: string) => [...search.askedOf(text).pairs];

describe('syllables', () => {
  test('are read from pinyin typed without spaces, and sound alike as people confuse them', () => {
    expect(syllablesTyped('pihuating')).toEqual(['pi', 'hua', 'tin']);
    expect(syllablesTyped('zhongguo')).toEqual(syllablesTyped('zongguo'));
    expect(syllablesTyped('shengfenzhen')).toEqual(syllablesOf('身份证'));
  });
  test('are still read where a letter is wrong', () => {
    expect(syllablesTyped('pihuqating')).toEqual(expect.arrayContaining(['pi']));
  });
  test('in pairs are the same with two characters the wrong way round', () => {
    const right = soundPairs(syllablesOf('皮划艇'));
    const wrong = soundPairs(syllablesOf('划皮艇'));
    expect([...right.near, ...right.skipping].toSorted()).toEqual(
      [...wrong.near, ...wrong.skipping].toSorted(),
    );
  });
});

describe('what somebody searches for', () => {
  test('is read as words, then as sounds, then as some of both', () => {
    expect(search.askedOf('皮划艇').stages.map(({ name }) => name)).toEqual(['words', 'sounds', 'some']);
  });
  test('asks of many words for each with any of those after it, which is any two', () => {
    const { query = '' } = search.askedOf('pier boat oar').stages.find(({ name }) => name === 'some') ?? {};
    expect(query.startsWith("('pier' & ('boat' | 'oar')) | ('boat' & ('oar'))")).toBe(true);
  });
  test('leaves out the words that only say that something is asked', () => {
    expect(search.askedOf('我想问一下皮划艇怎么办').words).toEqual(['皮划艇']);
    expect(search.askedOf('怎么办').words).not.toEqual([]);
  });
  test('has the same sounds with a wrong character, in pinyin, and in full-width letters', () => {
    expect(pairsOf('皮花艇')).toEqual(pairsOf('皮划艇'));
    expect(pairsOf('pihuating')).toEqual(pairsOf('皮划艇'));
    expect(pairsOf('ｐｉｈｕａｔｉｎｇ')).toEqual(pairsOf('皮划艇'));
  });
  test('may be nothing at all', () => {
    for (const nothing of ['', '   ', '，。！？', '\0']) expect(search.askedOf(nothing).stages).toEqual([]);
  });
  test('is cut off where it has no end', () => {
    const asked = search.askedOf('皮划艇登记在哪里'.repeat(2000));
    expect(asked.stages[0]?.query.length).toBeLessThan(2000);
  });
  test('never breaks out of its quotes, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { query } of search.askedOf(text).stages)
          expect(query.replace(/'(?:[^'\\]|''|\\\\)*'/g, '')).toMatch(/^[\s&|():*]*$/);
      }),
    );
  });
});

describe('what is kept of a text', () => {
  test('holds its words, their initials and its sounds', () => {
    expect(lexemesOf('皮划艇')).toContain("'皮划艇':");
    expect(lexemesOf('皮划艇')).toContain("'~pht':");
    expect(lexemesOf('皮划艇')).toContain("'hua+pi':");
    expect(search.vectorOf({ C: '皮划艇' })).not.toContain('+');
  });
  test('is veiled whole where the house says so', () => {
    const veiled = createTextSearch(words, (lexeme) => Buffer.from(lexeme).toString('hex'));
    expect(veiled.vectorOf({ A: '皮划艇' })).not.toMatch(/\p{Script=Han}|hua/u);
    expect(veiled.askedOf('皮划艇').stages[0]?.query).toBe(`('${Buffer.from('皮划艇').toString('hex')}')`);
  });
});

describe('a hit', () => {
  const shown = (text: string, q: string) =>
    markedPieces(text, search.askedOf(q)).map(({ text: part, hit }) => (hit === true ? `[${part}]` : part));
  test('is shown with the words that were looked for', () => {
    expect(shown('怎样登记皮划艇', '皮划艇')).toEqual(['怎样登记', '[皮划艇]']);
    expect(shown('怎样登记皮划艇', 'pihuating')).toEqual(['怎样登记', '[皮划艇]']);
  });
  test('keeps every character of the text, script or not', () => {
    const text = '<script>alert("皮划艇")</script>';
    expect(shown(text, '皮划艇').join('').replace(/[[\]]/g, '')).toBe(text);
  });
  test('is cut around the first word that was found', () => {
    const text = `${'水'.repeat(200)}皮划艇${'山'.repeat(200)}`;
    expect(excerptOf(text, search.askedOf('皮划艇'))).toContain('皮划艇');
    expect(excerptOf('皮划艇', search.askedOf('桨'))).toBe('皮划艇');
  });
  test('comes from the strictest stage that has enough', async () => {
    const asked: string[] = [];
    const hits = await searchInStages(search.askedOf('皮划艇'), {
      enough: 1,
      idOf: (hit: string) => hit,
      find: ({ name }) => {
        asked.push(name);
        return Promise.resolve(name === 'sounds' ? ['one', 'one'] : []);
      },
    });
    expect(hits).toEqual(['one']);
    expect(asked).toEqual(['words', 'sounds']);
  });
});

import { describe, expect, test } from 'vitest';
import { copiesIn } from './copies.ts';

const passage = (word: string) =>
  Array.from(
    { length: 8 },
    (_, at) => `const ${word}${at} = paddle(${at}, { side: 'left', depth: ${at} }, kayak.${word});`,
  ).join('\n');

describe('the search for copies', () => {
  test('finds a passage that stands in two files, and names both places', () => {
    const { share, places } = copiesIn([
      { name: 'a.ts', text: `${passage('one')}\n${passage('two')}` },
      { name: 'b.ts', text: `function row() {\n${passage('two')}\n}` },
    ]);
    expect(places).toEqual(['b.ts:2 = a.ts:9']);
    expect(share).toBeCloseTo(8 / 25);
  });
  test('is content with code that stands once', () => {
    expect(
      copiesIn([
        { name: 'a.ts', text: passage('one') },
        { name: 'b.ts', text: passage('two') },
      ]),
    ).toEqual({ share: 0, places: [] });
  });
  test('looks past imports, comments and lone brackets', () => {
    const head = Array.from(
      { length: 9 },
      (_, at) => `import { paddle${at}, kayak${at}, river${at}, shore${at} } from './boats${at}.ts';`,
    ).join('\n');
    expect(
      copiesIn([
        { name: 'a.ts', text: head },
        { name: 'b.ts', text: head },
      ]).places,
    ).toEqual([]);
  });
});

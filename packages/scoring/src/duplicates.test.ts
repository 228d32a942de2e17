import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDuplicateIndex } from './duplicates.ts';
import { blocksOf, duplicateAt, likeness, type Told } from './likeness.ts';
import { marksIn, placesIn } from './marks.ts';

const leak: Told = {
  tokens: ['湖滨路', '的', '皮划艇', '晚上', '漏水', '没人', '管'],
  person: 'p1',
  places: ['湖滨路'],
  marks: ['艇A12345'],
  day: '2026-03-02',
  matter: 'kayak-leak',
};
const word = fc.constantFrom('皮划艇', '漏水', '湖', '桨', '岸', '夜', '没人', '修');
const told = fc.record(
  {
    tokens: fc.array(word, { maxLength: 8 }),
    person: fc.constantFrom('p1', 'p2'),
    places: fc.array(fc.constantFrom('湖滨路', '码头街'), { maxLength: 2 }),
    marks: fc.array(fc.constantFrom('艇A12345', '30元'), { maxLength: 2 }),
    day: fc.constantFrom('2026-03-02', '2026-03-09'),
    matter: fc.constantFrom('leak', 'noise'),
  },
  { requiredKeys: ['tokens', 'places', 'marks', 'day'] },
);

describe('likeness', () => {
  test('of an order and itself is that of a duplicate, with every reason named', () => {
    const { score, because } = likeness(leak, leak);
    expect(score).toBeGreaterThan(duplicateAt);
    expect(because).toEqual(['text', 'person', 'place', 'marks', 'time']);
  });
  test('of the same complaint about another boat on another street is not', () => {
    const other = { ...leak, person: 'p2', places: ['码头街'], marks: ['艇B99999'] };
    expect(likeness(leak, other).score).toBeLessThan(duplicateAt);
  });
  test('is the same from either side, and a share', () => {
    fc.assert(
      fc.property(told, told, (a, b) => {
        expect(likeness(a, b)).toEqual(likeness(b, a));
        expect(likeness(a, b).score).toBeGreaterThan(0);
        expect(likeness(a, b).score).toBeLessThan(1);
      }),
    );
  });
  test('never falls when the same person tells both, nor rises when more days lie between', () => {
    fc.assert(
      fc.property(told, told, (a, b) => {
        const { person: _one, ...unnamed } = a;
        const known = { ...unnamed, person: 'p9' };
        expect(likeness(known, { ...b, person: 'p9' }).score).toBeGreaterThanOrEqual(
          likeness(unnamed, b).score,
        );
        const later = { ...b, day: '2026-05-01' };
        expect(likeness(a, later).score).toBeLessThanOrEqual(likeness(a, b).score);
      }),
    );
  });
});

describe('a duplicate index', () => {
  test('finds the order that is told a second time in other words, and not once it is dropped', () => {
    const index = createDuplicateIndex();
    index.add('first', leak);
    index.add('other', {
      ...leak,
      tokens: ['发票', '怎么', '开'],
      person: 'p3',
      places: [],
      marks: ['30元'],
    });
    const again = { ...leak, tokens: ['皮划艇', '在', '湖滨路', '漏', '水', '夜里'], day: '2026-03-03' };
    expect(index.similar(again)[0]).toMatchObject({ id: 'first' });
    expect(index.similar(again)[0]?.score).toBeGreaterThan(duplicateAt);
    index.drop('first');
    expect(index.similar(again).map(({ id }) => id)).not.toContain('first');
  });
  test('finds nothing for an empty text without a person', () => {
    const index = createDuplicateIndex();
    index.add('first', leak);
    expect(index.similar({ tokens: [], places: [], marks: [], day: '2026-03-02' })).toEqual([]);
  });
  test('says the same whatever order its orders were added in', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), told, (others, asked) => {
        const [one, two] = [createDuplicateIndex(), createDuplicateIndex()];
        const named = others.map((order, at) => ({ id: `o${at}`, order }));
        for (const { id, order } of named) one.add(id, order);
        for (const { id, order } of named.toReversed()) two.add(id, order);
        expect(one.similar(asked, 20)).toEqual(two.similar(asked, 20));
      }),
    );
  });
  test('puts every order in a block with itself, and blocks do not depend on the order of words', () => {
    fc.assert(
      fc.property(told, (order) => {
        expect(blocksOf({ ...order, tokens: order.tokens.toReversed() })).toEqual(blocksOf(order));
        for (const block of blocksOf(order)) expect(block).toBe(block | 0);
      }),
    );
  });
});

describe('what an order names', () => {
  test('are plates, amounts, numbers and times, written in one way', () => {
    expect(marksIn('晚上11点，艇A·12345被收了30块，编号ＫＹ202600017，湖滨路38号，3月2号')).toEqual(
      expect.arrayContaining(['艇A12345', '30元', 'KY202600017', '11点', '38号', '3月2日']),
    );
    expect(marksIn('没有数字')).toEqual([]);
  });
  test('are streets and houses, also when their name is cut in two', () => {
    expect(placesIn(['在', '湖滨路', '旁边', '的', '阳光', '花园', '走路'])).toEqual(['湖滨路', '阳光花园']);
    expect(placesIn(['小区', '很', '吵', '归', '派出所'])).toEqual([]);
  });
});

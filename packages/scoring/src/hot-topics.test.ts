import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBursts } from './bursts.ts';
import { type Grievance, houseHotRules } from './grievances.ts';
import { hotCandidates } from './hot-topics.ts';

function told(count: number, of: (at: number) => Partial<Grievance> & { tokens: string[] }): Grievance[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ id: `o${at}`, day: '2026-03-02', matter: 'kayak', region: `r${at % 4}`, person: `p${at}` },
    ...{ reopened: false },
    ...of(at),
  }));
}
const ordinary = (count: number) =>
  told(count, (at) => ({ tokens: ['皮划艇', at % 2 === 0 ? '登记' : '查询'] }));
const before = [ordinary(40), ordinary(38), ordinary(42)];
const planted = told(30, (at) => ({
  id: `n${at}`,
  person: `n${at}`,
  tokens: ['皮划艇', '码头', '新闸门'],
  level: 5,
}));

describe('hot candidates', () => {
  test('name the topic that was not there before, by its words, with its orders', () => {
    const [hottest, ...others] = hotCandidates({ month: [...ordinary(40), ...planted], before });
    expect(hottest?.words).toEqual(['新闸门', '码头']);
    expect(hottest?.orders).toEqual(planted.map(({ id }) => id).sort());
    expect(hottest?.regions).toHaveLength(4);
    expect(others).toEqual([]);
  });
  test('leave out a month like the others, and one person who calls thirty times', () => {
    expect(hotCandidates({ month: ordinary(41), before })).toEqual([]);
    const tireless = planted.map((one) => ({ ...one, person: 'p-one' }));
    expect(hotCandidates({ month: [...ordinary(40), ...tireless], before })).toEqual([]);
  });
  test('name a matter that grew as a whole', () => {
    const month = told(160, (at) => ({ tokens: [`词${at}`] }));
    expect(hotCandidates({ month, before })[0]).toMatchObject({ matter: 'kayak', words: [] });
  });
  test('have parts and a score between 0 and 1, and come out the same in any order', () => {
    const word = fc.constantFrom('闸门', '码头', '船桨', '灯');
    const one = fc.record({
      ...{ id: fc.uuid(), day: fc.constant('2026-03-02'), matter: fc.constantFrom('a', 'b') },
      ...{ region: fc.constantFrom('r1', 'r2'), person: fc.constantFrom('x', 'y', 'z', 'u', 'v') },
      ...{
        tokens: fc.array(word, { maxLength: 3 }),
        reopened: fc.boolean(),
        level: fc.integer({ min: 1, max: 5 }),
      },
    });
    const months = fc.array(one, { maxLength: 30 });
    const easy = { ...houseHotRules, fewestPeople: 2, leastGrowth: 1, leastSurprise: 0.5 };
    fc.assert(
      fc.property(months, months, (month, earlier) => {
        const found = hotCandidates({ month, before: [earlier] }, easy);
        expect(hotCandidates({ month: month.toReversed(), before: [earlier.toReversed()] }, easy)).toEqual(
          found,
        );
        for (const { volume, growth, repetition, breadth, dissatisfaction, score } of found)
          for (const part of [volume, growth, repetition, breadth, dissatisfaction, score]) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1);
          }
      }),
      { numRuns: 80 },
    );
  });
  test('score higher when more people, more regions or more dissatisfaction speak for them', () => {
    const scoreOf = (month: Grievance[]) =>
      hotCandidates({ month: [...ordinary(40), ...month], before })[0]?.score ?? 0;
    const plain = planted.map(({ level: _level, ...rest }) => ({ ...rest, region: 'r1' }));
    const wider = plain.map((one, at) => ({ ...one, region: `r${at % 4}` }));
    const more = [...plain, ...plain.map((one) => ({ ...one, id: `m${one.id}`, person: `m${one.person}` }))];
    expect(scoreOf(wider)).toBeGreaterThan(scoreOf(plain));
    expect(scoreOf(more)).toBeGreaterThan(scoreOf(plain));
    expect(scoreOf(plain.map((one) => ({ ...one, level: 5 })))).toBeGreaterThan(
      scoreOf(plain.map((one) => ({ ...one, level: 1 }))),
    );
  });
});

describe('bursts', () => {
  const dayAt = (at: number) => new Date(Date.UTC(2026, 0, 5) + at * 86_400_000).toISOString().slice(0, 10);
  const season = Array.from({ length: 84 }, (_, at) => ({ day: dayAt(at), count: at % 7 < 5 ? 20 : 4 }));
  const raised = season.map((one, at) => (at === 73 || at === 74 ? { ...one, count: 60 } : one));
  test('are days on end above what the same weekdays had', () => {
    expect(findBursts(raised)).toEqual([
      expect.objectContaining({ from: dayAt(73), to: dayAt(74), seen: 120, expected: 40 }),
    ]);
  });
  test('are none in a regular week with quiet Sundays, and none in nothing', () => {
    expect(findBursts(season)).toEqual([]);
    expect(findBursts([])).toEqual([]);
  });
  test('on a Sunday are seen although a working day would have as many', () => {
    const sunday = season.map((one, at) => (at === 76 ? { ...one, count: 20 } : one));
    expect(findBursts(sunday)).toHaveLength(1);
  });
  test('are the same in any order of days, and grow with what is added', () => {
    expect(findBursts(raised.toReversed())).toEqual(findBursts(raised));
    const higher = raised.map((one, at) => (at === 73 ? { ...one, count: 90 } : one));
    expect(findBursts(higher)[0]?.strength).toBeGreaterThan(findBursts(raised)[0]?.strength ?? 0);
  });
});

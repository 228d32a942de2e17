import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileGuide } from './compile.ts';
import { countGuide } from './count.ts';
import { type Answers, type Guide, step } from './index.ts';
import { allowed, anItem, answersOf, holds, type Item, worldsOf } from './random-item.fixture.ts';

const PLAIN = { people: false, constraints: false, gates: false };
const GATED = { people: false, constraints: true, gates: true };
const SOCIAL = { people: true, constraints: true, gates: false };
vi.setConfig({ testTimeout: 60_000 });

const WAYS_OUT = ['route', 'eligibility'];

/** What each situation comes to: the way out, or what is given; and whether all its modifiers are usual. */
function outcomesOf({ source, rules }: Item) {
  const ways = rules.outputs.filter(({ layer }) => WAYS_OUT.includes(layer));
  const worlds = worldsOf(source).filter((world) => allowed(rules, world));
  return worlds.map((world) => {
    const given = rules.outputs.filter((output) => holds(rules, output, world));
    const { 水域, 装备 } = { 水域: '河', 装备: '桨', ...world.own };
    return {
      end: ways.find((way) => given.includes(way))?.id,
      all: given.map(({ id }) => id).join(),
      materials: given.flatMap(({ id, layer }) => (layer === 'materials' ? [id] : [])).join(),
      usual: `${水域}${装备}` === '河桨',
    };
  });
}

describe('countGuide', () => {
  test.each([PLAIN, GATED, SOCIAL])('counts what listing every situation finds %o', (with_) => {
    fc.assert(
      fc.property(anItem(with_), (item) => {
        const outcomes = outcomesOf(item);
        const lists = new Set(
          outcomes.filter(({ end }) => end === undefined).map(({ materials }) => materials),
        );
        const usual = new Set(outcomes.filter((one) => one.usual).map(({ end, all }) => end ?? all));
        const made = compileGuide(item.source);
        if (!made.ok) throw new Error(JSON.stringify(made.problems));
        const counted = countGuide(made.guide);
        expect(counted.checklists).toBe(BigInt(lists.size));
        expect(counted.situations).toBe(BigInt(usual.size));
      }),
      { numRuns: 100 },
    );
  });

  test('counts the ways through the questions that playing every situation finds', () => {
    fc.assert(
      fc.property(anItem(GATED), ({ source, rules }) => {
        fc.pre(source.facts.every(({ type }) => type === 'choice' || type === 'bool'));
        const made = compileGuide(source);
        if (!made.ok) throw new Error(JSON.stringify(made.problems));
        const worlds = worldsOf(source).filter((world) => allowed(rules, world));
        const ways = new Set(
          worlds.map((world) => JSON.stringify(play(made.guide, answersOf(source, world)))),
        );
        expect(countGuide(made.guide).paths).toBe(BigInt(ways.size));
      }),
      { numRuns: 60 },
    );
  });
});

function play(guide: Guide, full: Answers): Answers {
  const answers: Answers = {};
  for (let now = step(guide, answers); now.next !== undefined; now = step(guide, answers)) {
    answers[now.next] = full[now.next]!;
  }
  return answers;
}

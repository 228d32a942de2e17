import fc from 'fast-check';
import { evaluate as feel } from 'feelin';
import { describe, expect, test } from 'vitest';
import { kayak } from './kayak.fixture.ts';
import { parseCondition } from './parse.ts';
import { anItem, answersOf, judge, type Rule, textOf, worldsOf } from './random-item.fixture.ts';
import { say } from './say.ts';

const saying = (text: string): string => {
  const parsed = parseCondition(text, kayak);
  return parsed.ok ? say(parsed.condition) : `第 ${parsed.position} 字：${parsed.message}`;
};
const refusal = (text: string) => {
  const parsed = parseCondition(text, kayak);
  return parsed.ok ? undefined : { code: parsed.code, position: parsed.position };
};

/** The interpreter answers null to `a in (…) and b` unless each test stands in brackets. */
function bracketed(rule: Rule): Rule {
  if (rule.is === 'test') return { ...rule, text: `(${rule.text})` };
  if ('parts' in rule) return { ...rule, parts: rule.parts.map(bracketed) };
  return 'part' in rule ? { ...rule, part: bracketed(rule.part) } : rule;
}

describe('parseCondition', () => {
  test.each([
    ['会游泳', '会游泳为“是”'],
    ['（会游泳）', '会游泳为“是”'],
    ['not（会游泳）', '不是（会游泳为“是”）这种情况'],
    ['会游泳 = false', '会游泳为“否”'],
    ['艇型 ＝ “单人艇”', '艇型是“单人艇”'],
    ['艇型 ！= "快艇"', '艇型不是“快艇”'],
    ['艇型 in （“单人艇”，“双人艇”）', '艇型是“单人艇”或“双人艇”'],
    ['艇型 in ["单人艇"]', '艇型是“单人艇”'],
    ['年龄 ＜ １８', '年龄小于18'],
    ['年龄 ≥ 18', '年龄不小于18'],
    ['年龄 between 6 and 12', '年龄在6到12之间'],
    ['年龄 in [6..12]', '年龄在6到12之间'],
    ['年龄 in (6..12)', '年龄在7到11之间'],
    ['年龄 in (6, 12)', '年龄等于6或等于12'],
    ['年龄 != 18', '年龄小于18或不小于19'],
    ['自带.救生衣', '自带包括“救生衣”'],
    ['自带."头盔（硬）"', '自带包括“头盔（硬）”'],
    ['count(同伴) > 1', '同伴人数不小于2'],
    ['all(同伴, 年龄段 = "成人")', '每一位同伴都符合（年龄段是“成人”）'],
    ['未成年 and (会游泳 or 年龄 > 12)', '未成年（即年龄小于18），并且（会游泳为“是”，或者年龄不小于13）'],
    ['true', '任何情况'],
  ])('hears %s as %s', (text, sentence) => {
    expect(saying(text)).toBe(sentence);
  });

  test.each([
    ['not 会游泳', 'missing', 4],
    ['"6" > 5', 'no-name', 0],
    ['年龄 > "5"', 'type', 5],
    ['年龄 > 5.5', 'whole-number', 5],
    ['会泳', 'unknown-fact', 0],
    ['艇型 = "单人"', 'unknown-option', 5],
    ['艇型 > "单人艇"', 'type', 3],
    ['艇型 = 单人艇', 'type', 5],
    ['会游泳 会游泳', 'left-over', 4],
    ['(会游泳', 'missing', 4],
    ['会游泳 and', 'no-name', 7],
    ['自带', 'type', 2],
    ['同伴 = 1', 'people', 0],
    ['晕船', 'unknown-fact', 0],
    ['any(同伴, any(同伴, 晕船))', 'nested', 11],
    ['艇型 = "单人艇', 'spelling', 5],
    ['会游泳 && 会游泳', 'spelling', 4],
    ['12岁', 'spelling', 0],
    ['年龄 between 5 and 1', 'empty-range', 18],
    ['年龄 in (5..6)', 'empty-range', 12],
    ['', 'no-name', 0],
  ])('refuses %s as %s at %i', (text, code, position) => {
    expect(refusal(text)).toEqual({ code, position });
  });

  test('names the declared word that is nearest', () => {
    expect(saying('会泳')).toContain('是不是“会游泳”');
    expect(saying('艇型 = "单人"')).toContain('是不是“单人艇”');
    expect(saying('any(伙伴, 晕船)')).toContain('是不是“同伴”');
  });

  test('a definition that names itself is refused', () => {
    const parsed = parseCondition('甲', { ...kayak, defs: { 甲: 'not(乙)', 乙: '甲 or 会游泳' } });
    expect(parsed.ok).toBe(false);
  });

  test('definitions that double each other, and endless conditions, are refused before they grow', () => {
    const defs = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`套${i}`, i === 0 ? '会游泳' : `套${i - 1} and 套${i - 1}`]),
    );
    expect(parseCondition('套29', { ...kayak, defs })).toMatchObject({ ok: false, code: 'too-long' });
    expect(parseCondition('('.repeat(100_000), kayak)).toMatchObject({ ok: false, code: 'too-long' });
  });

  test('an independent FEEL interpreter reads the same conditions the same way', () => {
    fc.assert(
      fc.property(anItem({ people: false, constraints: false, gates: false }), ({ source, rules }) => {
        const worlds = worldsOf(source).slice(0, 40);
        for (const { rule } of rules.outputs) {
          const plain = { ...rules, whens: new Map() };
          const text = textOf(bracketed(rule)).replace(/[“”]/g, '"');
          for (const world of worlds) {
            const answers = answersOf(source, world);
            const ticked = Array.isArray(answers.装备) ? answers.装备 : [];
            const context = {
              ...answers,
              装备: { 桨: ticked.includes('桨'), 救生衣: ticked.includes('救生衣') },
            };
            expect([text, feel(text, context).value]).toEqual([text, judge(plain, rule, world)]);
          }
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

import { describe, expect, test } from 'vitest';
import {
  boundOf,
  checkGuide,
  compileGuide,
  conditionsOf,
  countGuide,
  diffGuides,
  type GuideSource,
  mapGuide,
  mapSvg,
  mapText,
  matrixOf,
} from './author.ts';
import { evaluate, readAnswers, writeAnswers } from './index.ts';
import { compiledKayak, kayak } from './kayak.fixture.ts';

const guide = compiledKayak();
const codesOf = (change: (source: GuideSource) => void) =>
  checkGuide(compiledKayak(change)).map(({ code }) => code);
const problemsOf = (change: (source: GuideSource) => void) => {
  const source = structuredClone(kayak);
  change(source);
  const made = compileGuide(source);
  return made.ok ? [] : made.problems.map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('compileGuide', () => {
  test('a guide is plain data that survives being sent', () => {
    expect(JSON.parse(JSON.stringify(guide))).toEqual(guide);
  });

  test.each<[string, (source: GuideSource) => void, string]>([
    [
      'an unknown question',
      (s) => s.materials.push({ id: '甲', when: '会飞' }),
      'materials.4.when unknown-fact',
    ],
    ['two materials of one name', (s) => s.materials.push({ id: '租艇单' }), 'materials.4 duplicate'],
    [
      'a name that is a number',
      (s) => s.facts.push({ id: '1号', ask: '', type: 'bool', role: 'modifier' }),
      'facts.5.id bad-name',
    ],
    [
      'a choice of one',
      (s) => s.facts.push({ id: '色', ask: '', type: 'choice', role: 'modifier', options: ['红'] }),
      'facts.5.options bad-options',
    ],
    [
      'shares that do not fit',
      (s) => s.facts.push({ id: '夜', ask: '', type: 'bool', role: 'modifier', prior: [1] }),
      'facts.5.prior bad-prior',
    ],
    [
      'shares that miss an interval',
      (s) => Object.assign(s.facts[1]!, { prior: [0.5, 0.3, 0.2] }),
      'facts.1.prior bad-prior',
    ],
    [
      'a question hanging on itself',
      (s) => Object.assign(s.facts[2]!, { when: '教练陪同' }),
      'facts.2.when circle',
    ],
    ['two otherwise', (s) => s.limit?.push({ id: '隔日', otherwise: true }), 'limit.2 two-otherwise'],
    [
      'people nobody declared',
      (s) => s.materials.push({ id: '甲', for_each: '宠物' }),
      'materials.4.for_each unknown-people',
    ],
  ])('refuses %s and says where', (_, change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  test('names the condition that grows beyond the budget', () => {
    const made = compileGuide(kayak, 8);
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'too-large' }] });
  });
});

describe('checkGuide', () => {
  test('a sound guide has no findings', () => {
    expect(checkGuide(guide)).toEqual([]);
  });

  test.each<[string, (source: GuideSource) => void, string]>([
    [
      'constraints that exclude each other',
      (s) => (s.constraints = ['会游泳', 'not(会游泳)']),
      'contradiction',
    ],
    [
      'a material behind a route',
      (s) => s.materials.push({ id: '驾照', when: '艇型 = "快艇"' }),
      'unreachable',
    ],
    [
      'a condition that is always true',
      (s) => s.materials.push({ id: '甲', when: '会游泳 or 教练陪同' }),
      'always',
    ],
    [
      'a question without effect',
      (s) => s.facts.push({ id: '夜里', ask: '', type: 'bool', role: 'modifier' }),
      'dead-question',
    ],
    ['an option no one can choose', (s) => (s.constraints = ['艇型 != "双人艇"']), 'dead-option'],
    [
      'two limits at once',
      (s) => s.limit?.push({ id: '三天', when: '艇型 = "单人艇" and 年龄 > 60' }),
      'overlap',
    ],
    ['no limit at all', (s) => s.limit?.pop(), 'gap'],
  ])('finds %s', (_, change, code) => {
    expect(codesOf(change)).toContain(code);
  });

  test('the witness of a finding shows it when opened in the guide', () => {
    const flawed = compiledKayak((source) =>
      source.limit?.push({ id: '三天', when: '年龄 > 60 and all(同伴, 晕船) and count(同伴) > 1' }),
    );
    const [overlap] = checkGuide(flawed);
    expect(overlap?.code).toBe('overlap');
    const answers = overlap?.witness ?? {};
    const given = evaluate(flawed, answers).filter(
      ({ layer, state }) => layer === 'limit' && state === 'required',
    );
    expect(given.length).toBe(2);
    expect(readAnswers(flawed, writeAnswers(flawed, answers)).faults).toEqual([]);
  });
});

describe('countGuide', () => {
  test('independent questions multiply and are never listed', () => {
    const many = compileGuide({
      facts: Array.from(
        { length: 40 },
        (_, i) => ({ id: `问${i}`, ask: '', type: 'bool', role: 'situation' }) as const,
      ),
      materials: Array.from({ length: 40 }, (_, i) => ({ id: `料${i}`, when: `问${i}` })),
    });
    if (!many.ok) throw new Error('refused');
    const counts = { situations: 2n ** 40n, paths: 2n ** 40n, checklists: 2n ** 40n };
    expect(countGuide(many.guide)).toEqual(counts);
  });
});

describe('boundOf', () => {
  test('the frozen order asks no fewer than the bound and little more', () => {
    const small = compiledKayak((source) => {
      delete source.people;
      source.channel = [];
      source.materials = [
        { id: '甲', when: '会游泳 and 年龄 > 12' },
        { id: '乙', when: '自带.桨' },
      ];
    });
    const { expected, bound, sampled } = boundOf(small);
    expect(sampled).toBeUndefined();
    expect(bound).toBeGreaterThan(1);
    expect(expected).toBeGreaterThanOrEqual(bound - 1e-9);
    expect(expected).toBeLessThan(bound * 1.3);
  });
});

describe('diffGuides', () => {
  test('an edition does not differ from itself', () => {
    expect(diffGuides(guide, compiledKayak())).toEqual({ outputs: [], questions: [] });
  });

  test('says for whom an output is new and how many they are', () => {
    const now = compiledKayak((source) => {
      Object.assign(source.materials[2]!, { when: 'not(自带.救生衣) or 艇型 = "双人艇"' });
      source.facts.push({ id: '夜里', ask: '夜里划吗？', type: 'bool', role: 'modifier' });
      source.materials.push({ id: '头灯', when: '夜里' });
    });
    const { outputs, questions } = diffGuides(guide, now);
    const [deposit, lamp] = outputs;
    expect(deposit?.added?.sentence).toBe('艇型是“双人艇”，并且自带包括“救生衣”');
    expect(deposit?.added?.share).toBeCloseTo(0.3 * 0.1);
    expect(deposit?.removed).toBeUndefined();
    expect([lamp?.id, lamp?.added?.share]).toEqual(['头灯', 0.5]);
    expect(questions).toEqual([{ id: '夜里', sentence: '新问“夜里”。' }]);
  });

  test('numbers cut elsewhere and options added are compared where both editions know them', () => {
    const now = compiledKayak((source) => {
      source.defs = { 未成年: '年龄 < 16' };
      Object.assign(source.facts[0]!, {
        options: ['单人艇', '双人艇', '快艇', '木排'],
        prior: [0.4, 0.3, 0.2, 0.1],
      });
    });
    const { outputs, questions } = diffGuides(guide, now);
    expect(outputs.map(({ id }) => id)).toEqual(['监护人同意书']);
    expect(outputs[0]?.removed?.sentence).toContain('年龄在16到17之间');
    expect(questions).toEqual([{ id: '艇型', sentence: '“艇型”增加选项“木排”。' }]);
  });
});

describe('mapGuide', () => {
  test('draws the way out first, merges equal answers and lists modifiers aside', () => {
    const tree = mapGuide(guide, {
      title: '租艇',
      facts: { 艇型: '想租哪种艇？' },
      outputs: { 'materials/租艇单': '租艇登记单' },
    });
    const text = mapText(tree);
    expect(text).toContain('想租哪种艇？');
    expect(text).toContain('单人艇、双人艇');
    expect(text).toContain('租艇登记单');
    expect(
      tree.children
        .at(-1)
        ?.children.map((node) => node.text)
        .toSorted(),
    ).toEqual(['教练陪同', '自带'].toSorted());
    const svg = mapSvg(tree);
    expect(svg).toMatch(/^<svg .*role="img"/);
    expect(svg).toContain('<desc>租艇');
    expect(svg).not.toContain('“快艇" ');
  });
});

describe('matrixOf', () => {
  test('conditions written from the table compile to the same guide', () => {
    const conditions = conditionsOf(matrixOf(guide));
    const again = compiledKayak((source) => {
      for (const material of source.materials) material.when = conditions[material.id]!;
    });
    expect(diffGuides(guide, again)).toEqual({ outputs: [], questions: [] });
    expect(conditions.救生衣押金).toBe('not(自带."救生衣")');
  });
});

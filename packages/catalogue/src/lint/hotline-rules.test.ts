import { describe, expect, test } from 'vitest';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';
import { type Matters, mattersOf } from '../reference/hotline.ts';

const days = (name: string) => `${name}: {days: 1, unit: working}`;
const own = 'house_default: true';
const one = (id: string, more = '') => `[{id: ${id}, name: 湖, ${more}${own}}]`;
const rules = `
limits: [{id: soon, name: 当天, days: 0, unit: working, source: KAYAK1}]
kinds:
  - {id: consult, name: 咨询, name_en: Question, at_once: soon, order: soon, petition: soon, public: true, source: KAYAK1}
  - {id: report, name: 举报, name_en: Tip-off, order: soon, petition: soon, secret: true, public: false, source: KAYAK1}
urgent: {limit: soon, duty_hours: 24, ${own}}
extension: {times: 1, ${days('most')}, ${own}}
reminder: {${days('after')}, ${own}}
criticism: {${days('after_reminder')}, ${own}}
call_back: {${days('after')}, tries: 3, ${own}}
reopening: {${days('within')}, times: 2, ${own}}
urge: {every_hours: 24, ${own}}
lights: {${days('yellow_before')}, red_at_expiry: true, ${own}}
public_reply: {reviewers: 2, ${own}}
automatic: {precision: 0.95, ${own}}
stages: [{id: received, name: 受理, ${own}}, {id: closed, name: 办结, ${own}}]
channels: ${one('phone', 'name_en: Phone, ')}
wrap_ups: ${one('answered', 'closes: true, ')}
emergencies: ${one('rescue', 'number: "119", words: [翻船], say: 我帮您转过去。, ')}
exclusions: ${one('court', 'words: [起诉], say: 由法院处理。, ')}
petition_procedure: {${days('accept_within')}, ${days('finish_within')}, ${days('extend_at_most')}, source: recalled}
root_causes: ${one('guide-wrong')}
`;
const matters = `
matters:
  - id: water
    name: 水域
    line: public-order
    children:
      - {id: boats, name: 船艇, items: [kayak], words: [皮划艇]}
      - {id: poaching, name: 偷捕, secret: true, children: [{id: nets, name: 下网}]}
labels: [{id: urgency, name: 紧急程度, one_of: true, values: [{id: soon, name: 急}, {id: usual, name: 普通}]}]
`;
const numbers = `numbers: [{id: lake, name: 湖区专线, merge: absorbed, skill: boats, matters: [boats], ${own}}]\n`;

type Files = { rules?: string; matters?: string; numbers?: string };
function errorsOf(changed: Files): string[] {
  const loading = loadContent([
    ...kayakContent(),
    { path: 'hotline/rules.yaml', text: changed.rules ?? rules },
    { path: 'hotline/matters.yaml', text: changed.matters ?? matters },
    { path: 'hotline/numbers.yaml', text: changed.numbers ?? numbers },
  ]);
  if (loading.ok) return [];
  return loading.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe('hotline rules', () => {
  test('whose names all lead somewhere are read', () => {
    expect(errorsOf({})).toEqual([]);
  });
  test('give every kind a limit there is', () => {
    expect(errorsOf({ rules: rules.replace('order: soon', 'order: later') })).toEqual(['没有期限“later”']);
  });
  test('never let a tip-off be seen', () => {
    expect(errorsOf({ rules: rules.replace('secret: true, public: false', 'public: false') })).toEqual([
      '“举报”要写 secret: true',
    ]);
    expect(
      errorsOf({ rules: rules.replace('secret: true, public: false', 'secret: true, public: true') }),
    ).toEqual(['“举报”保密，不能公开']);
  });
  test('never make public where somebody is visited', () => {
    const visit =
      '{id: visit, name: 上门服务, name_en: Visit, order: soon, petition: soon, public: false, house_default: true}';
    const withVisits = (open: boolean) =>
      rules.replace('kinds:\n', `kinds:\n  - ${visit.replace('public: false', `public: ${open}`)}\n`);
    expect(errorsOf({ rules: withVisits(false) })).toEqual([]);
    expect(errorsOf({ rules: withVisits(true) })).toEqual(['“上门服务”里有住址，不能公开']);
  });
  test('say where each setting comes from', () => {
    expect(
      errorsOf({ rules: rules.replace(`urge: {every_hours: 24, ${own}}`, 'urge: {every_hours: 24}') }),
    ).toEqual([expect.stringContaining('写 source，或标 house_default')]);
    expect(errorsOf({ rules: rules.replace('source: KAYAK1', 'source: KAYAK2') })).toEqual([
      expect.stringContaining('来源表里没有“KAYAK2”'),
    ]);
  });
});

describe('matters and old lines', () => {
  test('name items and matters there are, each once', () => {
    expect(errorsOf({ matters: matters.replace('[kayak]', '[kayaks]') })).toEqual([
      '没有事项“kayaks”，是不是“kayak”？',
    ]);
    expect(errorsOf({ matters: matters.replace('id: nets', 'id: boats') })).toEqual([
      '事项类别“boats”写了两次',
    ]);
    expect(errorsOf({ numbers: numbers.replace('[boats]', '[boat]') })).toEqual([
      '没有事项类别“boat”，是不是“boats”？',
    ]);
  });
  test('hand secrecy and line down to everything below', () => {
    const tree: Matters = {
      labels: [],
      matters: [
        {
          ...{ id: 'water', name: '水域', line: 'public-order' as const },
          children: [
            { id: 'poaching', name: '偷捕', secret: true, children: [{ id: 'nets', name: '下网' }] },
          ],
        },
      ],
    };
    expect(mattersOf(tree).find(({ id }) => id === 'nets')).toEqual({
      ...{ id: 'nets', name: '下网', above: ['water', 'poaching'], isLeaf: true, items: [], words: [] },
      ...{ line: 'public-order', secret: true },
    });
  });
});

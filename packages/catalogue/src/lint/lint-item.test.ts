import { describe, expect, test } from 'vitest';
import { kayakContent, kayakReference } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';
import { findingsWith, refuses } from './refusals.fixture.ts';

test('an item that breaks no rule is loaded', () => {
  expect(findingsWith({})).toEqual([]);
});

test('what touches public safety is never promised', () => {
  expect(refuses('item.yaml', 'name: 皮划艇下水登记', 'name: 烟花皮划艇登记')).toMatchObject([
    { rule: 'material.promise', message: expect.stringContaining('涉及公共安全') },
  ]);
});

describe('production rules', () => {
  test.each([
    [
      'an immediate item promises zero days',
      'item.yaml',
      'kind: promised',
      'kind: immediate',
      'limit.immediate',
      '即办件',
    ],
    [
      'zero days means an immediate item',
      'item.yaml',
      'promised: {days: 3',
      'promised: {days: 0',
      'limit.immediate',
      'immediate',
    ],
    [
      'a promise keeps within the statutory limit',
      'item.yaml',
      'promised: {days: 3',
      'promised: {days: 30',
      'limit.promise',
      '超过了法定 10 个工作日',
    ],
    [
      'a promise in natural days is compared with working days',
      'item.yaml',
      'promised: {days: 3, unit: working',
      'promised: {days: 15, unit: natural',
      'limit.promise',
      '15 天',
    ],
    [
      'what may be promised carries a notice',
      'materials.yaml',
      /\n {4}promise:\n(?: {6}.*\n)+/,
      '\n',
      'material.promise',
      '写明告知书',
    ],
    [
      'a notice belongs to what may be promised',
      'materials.yaml',
      'else: promise',
      'else: investigation',
      'material.promise',
      '却没有写可以承诺',
    ],
    [
      'a missing statutory limit is explained',
      'item.yaml',
      /^ {2}statutory: .*\n/m,
      '',
      'limit.statutory',
      'statutory_reason',
    ],
    ['a visit has a reason', 'item.yaml', ', reason: 要看一看您的皮划艇', '', 'visits.reason', '为什么'],
    [
      'no visit has no reason',
      'item.yaml',
      'visits: {count: 1',
      'visits: {count: 0',
      'visits.reason',
      '不写',
    ],
    [
      'neither visit nor web needs post',
      'item.yaml',
      'visits: {count: 1, reason: 要看一看您的皮划艇}',
      'visits: {count: 0}',
      'visits.post',
      '邮寄',
    ],
    [
      'a full online item needs no visit',
      'item.yaml',
      'web: pre-acceptance',
      'web: full',
      'visits.online',
      '1 次',
    ],
    [
      'a licence result names its licence',
      'item.yaml',
      ', licence: kayak-permit',
      '',
      'result.licence',
      '写明',
    ],
    [
      'a licence is one of the licence types',
      'item.yaml',
      'licence: kayak-permit',
      'licence: kayak-permitt',
      'result.licence',
      '是不是“kayak-permit”',
    ],
    [
      'a result called a certificate is one',
      'item.yaml',
      'kind: licence, licence: kayak-permit',
      'kind: record',
      'result.kind',
      '下水登记证',
    ],
    ['a fee of nothing is no fee', 'item.yaml', 'fen: 1500', 'fen: 0', 'fee.amount', '收费'],
    [
      'an administrative licence has five steps',
      'item.yaml',
      'type: "20"',
      'type: "01"',
      'licence.steps',
      '这里有 2 个',
    ],
    [
      'a locked element exists',
      'item.yaml',
      'materials, guide]',
      'material, guide]',
      'item.locked',
      '是不是“materials”',
    ],
    [
      'a booked hall is a hall that serves',
      'item.yaml',
      'hall: true, kiosk',
      'hall: false, kiosk',
      'hall.booking',
      '预约',
    ],
    [
      'a source is in the source table',
      'item.yaml',
      'source: {source: KAYAK1}',
      'source: {source: KAYAK2}',
      'source.known',
      '是不是“KAYAK1”',
    ],
    ['the folder is named as the item', 'item.yaml', 'id: kayak', 'id: canoe', 'item.folder', 'canoe'],
    [
      'a route leads to an item',
      'guide.yaml',
      'to: sea-kayak',
      'to: see-kayak',
      'route.known',
      '是不是“sea-kayak”',
    ],
    [
      'a material is not a retired certificate',
      'materials.yaml',
      'name: 下水点位置图',
      'name: 游泳证明',
      'material.retired',
      '不用证明会游泳',
    ],
    [
      'a replacing licence is named',
      'materials.yaml',
      ', licence: resident-id}',
      '}',
      'material.licence',
      '写明',
    ],
    [
      'a material says how many',
      'materials.yaml',
      'form: {original: 1, keep: true}',
      'form: {original: 0}',
      'material.copies',
      '原件还是复印件',
    ],
    [
      'accompanying people are declared',
      'materials.yaml',
      'for_each: 同行人',
      'for_each: 同伴',
      'people.known',
      '同伴',
    ],
    [
      'ids are used once',
      'materials.yaml',
      'id: river-map',
      'id: identity-card',
      'id.unique',
      'identity-card',
    ],
    ['personal data has a purpose', 'form.yaml', ', purpose: 通知您领证', '', 'form.purpose', '手机号码'],
    [
      'prefill comes from a known licence',
      'form.yaml',
      'prefill: identity',
      'prefill: licence.resident-idd.name',
      'prefill',
      '是不是“resident-id”',
    ],
    [
      'prefill comes from a known field',
      'form.yaml',
      'prefill: identity',
      'prefill: licence.resident-id.nam',
      'prefill',
      '是不是“name”',
    ],
  ])('%s', (_rule, file, from, to, rule, words) => {
    const findings = refuses(file, from, to);
    const finding = findings.find((each) => each.rule === rule);
    expect(finding?.message).toContain(words);
    expect(finding?.file).toBe(`items/kayak/${file}`);
    expect(finding?.line).toBeGreaterThan(0);
  });

  test('English words without a Chinese source are refused', () => {
    expect(refuses('text.en.yaml', '江河: River', '大河: River')).toMatchObject([
      { rule: 'english.known', message: '中文里没有“大河”，是不是“江河”？' },
    ]);
  });

  test('what an English page would still show in Chinese is noted', () => {
    const loading = loadContent(kayakContent());
    const notes = loading.ok ? loading.notes.filter(({ rule }) => rule === 'english.missing') : [];
    expect(notes[0]).toMatchObject({ severity: 'note', file: 'items/kayak/text.en.yaml' });
    expect(notes[0]?.message).toMatch(/^英文还缺 \d+ 处/);
  });

  test('a retired certificate with a scope is refused only in the items it names', () => {
    const scoped = kayakReference.map((file) =>
      file.path === 'retired.yaml'
        ? { ...file, text: file.text.replace('instead: none', 'scope: {items: [sea-kayak]}, instead: none') }
        : file,
    );
    const changes = {
      'materials.yaml': (text: string) => text.replace('name: 下水点位置图', 'name: 游泳证明'),
    };
    expect(findingsWith(changes, scoped)).toEqual([]);
  });

  test('one fault keeps the whole content from loading', () => {
    const loading = loadContent(kayakContent({ 'item.yaml': (text) => text.replace('fen: 1500', 'fen: 0') }));
    expect(loading.ok).toBe(false);
    expect(loading).not.toHaveProperty('editions');
  });

  test('two items may not share a name or a local code', () => {
    const findings = refuses('item.yaml', '治安-水上-001', '治安-水上-002');
    expect(findings).toMatchObject([{ rule: 'item.unique' }]);
  });
});

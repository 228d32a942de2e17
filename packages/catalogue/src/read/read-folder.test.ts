import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kayakFolder } from '../kayak.fixture.ts';
import { readFolder } from './read-folder.ts';

function findingsOf(changes: Record<string, (text: string) => string>) {
  const reading = readFolder(kayakFolder(changes));
  return reading.ok ? [] : reading.findings;
}

describe('readFolder', () => {
  test('a whole folder is read with the place of each value', () => {
    const reading = readFolder(kayakFolder());
    if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
    expect(reading.folder.item.name).toBe('皮划艇下水登记');
    expect(reading.folder.materials.map((material) => material.id)).toContain('river-map');
    expect(reading.at('item', ['kind'])).toEqual({ file: 'items/kayak/item.yaml', line: 11, column: 1 });
    expect(reading.at('materials', [1, 'holder'])).toMatchObject({ line: 15, column: 3 });
  });

  test('the English text may be absent', () => {
    expect(readFolder(kayakFolder().filter((file) => !file.path.endsWith('text.en.yaml'))).ok).toBe(true);
  });

  test('a missing guide is named', () => {
    const reading = readFolder(kayakFolder().filter((file) => !file.path.endsWith('guide.yaml')));
    expect(reading).toMatchObject({
      ok: false,
      findings: [{ file: 'items/kayak/guide.yaml', message: '缺少 guide.yaml' }],
    });
  });

  test('an unknown key is refused with the nearest known one and its line', () => {
    const [finding] = findingsOf({
      'item.yaml': (text) => text.replace('kind: promised', 'kidn: promised'),
    }).filter((each) => each.message.includes('kidn'));
    expect(finding).toMatchObject({ file: 'items/kayak/item.yaml', line: 11, column: 1 });
    expect(finding?.message).toContain('是不是“kind”');
  });

  test('all faults of a file are told at once', () => {
    const findings = findingsOf({
      'item.yaml': (text) =>
        text.replaceAll('source: KAYAK1', 'sauce: KAYAK1').replace('line: public-order', 'line: water'),
    });
    expect(findings.length).toBeGreaterThan(10);
    expect(findings.some((finding) => finding.message.includes('household、residence'))).toBe(true);
  });

  test('a wrong choice lists what may be written', () => {
    const [finding] = findingsOf({ 'materials.yaml': (text) => text.replace('by: none', 'by: nothing') });
    expect(finding).toMatchObject({
      line: 17,
      message: '第2项.substitute.by：只能填 licence、data-check、investigation、promise、none 之一',
    });
  });

  test('a number written as text is told to be a number', () => {
    const [finding] = findingsOf({ 'item.yaml': (text) => text.replace('days: 3', 'days: 三') });
    expect(finding?.message).toBe('limits.promised.days：应当是整数');
  });
});

describe('hostile or broken YAML', () => {
  test('aliases are refused before they are expanded', () => {
    const bomb = `a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`;
    const findings = findingsOf({ 'form.yaml': () => bomb });
    expect(findings.map((finding) => finding.rule)).toContain('yaml.alias');
    expect(findings.find((finding) => finding.rule === 'yaml.alias')).toMatchObject({ line: 2 });
  });

  test('type tags are refused', () => {
    expect(findingsOf({ 'form.yaml': () => '- !!js/function x\n' })[0]?.rule).toMatch(/^yaml\./);
  });

  test('very deep nesting is refused without exhausting the stack', () => {
    expect(findingsOf({ 'form.yaml': () => '['.repeat(100_000) })).toMatchObject([
      { rule: 'yaml.too-deep', line: 1 },
    ]);
    expect(findingsOf({ 'form.yaml': () => `${'- '.repeat(50_000)}x` })).toMatchObject([
      { rule: 'yaml.too-deep' },
    ]);
  });

  test('a file of a million characters is refused', () => {
    expect(findingsOf({ 'form.yaml': () => `# ${'x'.repeat(1_000_000)}` })).toMatchObject([
      { rule: 'yaml.too-long' },
    ]);
  });

  test('a key written twice is refused at its second place', () => {
    const findings = findingsOf({ 'item.yaml': (text) => `${text}name: 又一个名字\n` });
    expect(findings).toMatchObject([{ rule: 'yaml.syntax', message: '同一层里这个键写了两次' }]);
  });

  test('a tab indent and a bad indent are told in Chinese', () => {
    const findings = findingsOf({ 'item.yaml': (text) => text.replace('  statutory:', '\tstatutory:') });
    expect(findings[0]).toMatchObject({ rule: 'yaml.syntax', line: 17 });
    expect(findings[0]?.message).toMatch(/[一-鿿]/);
  });

  test('a __proto__ key changes no prototype and is refused', () => {
    const findings = findingsOf({ 'item.yaml': (text) => `${text}__proto__: {polluted: true}\n` });
    expect(findings).not.toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('no text whatever makes reading throw', () => {
    const scraps = [
      '- ',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '\n',
      '  ',
      '"',
      "'",
      '&a',
      '*a',
      '!!',
      '#',
      '|',
      '>',
      '%',
      '---',
      '?',
      '\t',
      '姓名',
      '1',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 40 }), (parts) => {
        expect(readFolder([{ path: 'items/kayak/form.yaml', text: parts.join('') }]).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

import { readAnswers, step } from '@tongban/guide';
import { describe, expect, test } from 'vitest';
import { compileItem } from '../compile-item.ts';
import { kayakFolder } from '../kayak.fixture.ts';
import { readFolder } from '../read/read-folder.ts';
import { lintItem } from './lint-item.ts';

function guideFindings(changes: Record<string, (text: string) => string>) {
  const reading = readFolder(kayakFolder(changes));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const findings = lintItem(reading, {}).filter(({ rule }) => rule.startsWith('guide.'));
  return { findings, folder: reading.folder };
}

describe('guide checks', () => {
  test('a condition that names an unknown option is refused at its line and character', () => {
    const { findings } = guideFindings({
      'materials.yaml': (text) => text.replace('水域 = "江河"', '水域 = "河江"'),
    });
    expect(findings).toMatchObject([{ severity: 'error', file: 'items/kayak/materials.yaml', line: 18 }]);
    expect(findings[0]?.message).toMatch(/没有“河江”.*条件第 6 个字/);
  });

  test('a fee condition that does not parse is refused in item.yaml', () => {
    const { findings } = guideFindings({
      'item.yaml': (text) => text.replace('when: 要贴标', 'when: 要贴标 和 水域'),
    });
    expect(findings).toMatchObject([{ file: 'items/kayak/item.yaml', line: 21 }]);
  });

  test('a material nobody ever needs is refused', () => {
    const { findings } = guideFindings({
      'materials.yaml': (text) => text.replace('水域 = "江河"', '水域 = "江河" and 水域 = "湖泊"'),
    });
    expect(findings).toMatchObject([
      { rule: 'guide.unreachable', file: 'items/kayak/materials.yaml', line: 18 },
    ]);
  });

  test('a question that decides nothing is refused', () => {
    const { findings } = guideFindings({ 'item.yaml': (text) => text.replace('when: 要贴标, ', '') });
    expect(findings).toMatchObject([{ rule: 'guide.dead-question', file: 'items/kayak/guide.yaml' }]);
  });

  test('two limits at once are shown by a situation that opens in the guide', () => {
    const { findings, folder } = guideFindings({
      'guide.yaml': (text) =>
        text.replace(
          '  - {id: 一般, days: 3',
          '  - {id: 短艇, days: 2, unit: working, when: 艇长 < 300}\n  - {id: 一般, days: 3',
        ),
    });
    const overlap = findings.find(({ rule }) => rule === 'guide.overlap');
    const compiled = compileItem(folder);
    if (!compiled.ok || overlap?.witness === undefined) throw new Error('no witness');
    const entries = new URLSearchParams(overlap.witness);
    const { answers, faults } = readAnswers(compiled.edition.guide, entries);
    expect(faults).toEqual([]);
    const limits = step(compiled.edition.guide, answers).outputs.filter(
      ({ layer, state }) => layer === 'limit' && state === 'required',
    );
    expect(limits.map(({ id }) => id)).toEqual(['湖泊', '短艇']);
  });
});

import { describe, expect, test } from 'vitest';
import { compileItem } from './compile-item.ts';
import { diffEditions, mapItem } from './describe-editions.ts';
import { kayakFolder } from './kayak.fixture.ts';
import { readFolder } from './read/read-folder.ts';

function kayakEdition(changes: Record<string, (text: string) => string> = {}) {
  const reading = readFolder(kayakFolder(changes));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const compiled = compileItem(reading.folder);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.edition;
}

describe('diffEditions', () => {
  test('an edition does not differ from itself', () => {
    expect(diffEditions(kayakEdition(), kayakEdition())).toEqual([]);
  });

  test('a material needed by more people is told with the situation and its share', () => {
    const wider = kayakEdition({
      'materials.yaml': (text) => text.replace('水域 = "江河"', '水域 in ("江河", "湖泊")'),
    });
    const sentences = diffEditions(kayakEdition(), wider);
    expect(sentences[0]).toBe('材料有改动（锁定要素，由主项单位改）。');
    expect(sentences).toHaveLength(2);
    expect(sentences[1]).toMatch(/^材料“下水点位置图”：现在有了（占 \d+(\.\d)?% 的情形：.*湖泊.*）。$/);
  });

  test('the other way round it is no longer needed', () => {
    const wider = kayakEdition({
      'materials.yaml': (text) => text.replace('水域 = "江河"', '水域 in ("江河", "湖泊")'),
    });
    expect(diffEditions(wider, kayakEdition())[1]).toMatch(/现在没有了/);
  });

  test('a change outside the guide is named', () => {
    const shorter = kayakEdition({
      'item.yaml': (text) => text.replace('promised: {days: 3', 'promised: {days: 2'),
    });
    expect(diffEditions(kayakEdition(), shorter)).toEqual(['办理时限有改动。']);
  });
});

describe('mapItem', () => {
  test('the drawing carries the same words as its text alternative', () => {
    const { svg, text } = mapItem(kayakEdition());
    expect(text.split('\n')[0]).toBe('皮划艇下水登记');
    expect(text).toContain('下水点位置图');
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title>皮划艇下水登记</title>');
    expect(svg).toContain('下水点位置图');
  });
});

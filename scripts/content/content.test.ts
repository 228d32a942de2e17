import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { searchItems } from '@tongban/catalogue';
import { buildSearchIndex, searchable } from '@tongban/catalogue/author';
import { kayakContent } from '@tongban/catalogue/kayak';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { count } from './count.ts';
import { coverage, wayOf } from './coverage.ts';
import { diff } from './diff.ts';
import { map } from './map.ts';
import { loadFolder } from './read.ts';
import { schema } from './schema.ts';

const folders: string[] = [];

function contentFolder(changes: Record<string, (text: string) => string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-content-'));
  folders.push(folder);
  for (const { path, text } of kayakContent(changes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('content check', () => {
  test('good content passes', () => {
    expect(check(contentFolder(), [])).toMatchObject({
      code: 0,
      lines: [expect.stringContaining('2 个事项，0 处错误')],
    });
  });

  test('a bad definition is refused with file, line and a Chinese message', () => {
    const folder = contentFolder({
      'item.yaml': (text) => text.replace('kind: promised', 'kind: immediate'),
    });
    const { lines, code } = check(folder, []);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^items\/kayak\/item\.yaml:18:\d+ 错误 \[limit\.immediate\] 即办件/);
    expect(lines.at(-1)).toBe('共 1 处错误，内容没有载入。');
  });

  test('notes are shown on request', () => {
    expect(check(contentFolder(), ['--notes']).lines.join('\n')).toContain('易读分');
  });
});

describe('content coverage', () => {
  test('counts by item and material, and its totals are the sums of the items', () => {
    const { lines, code } = coverage(contentFolder(), ['--materials']);
    expect(code).toBe(0);
    const { items, materials, ...ways } = JSON.parse(lines.at(-1) ?? '') as Record<string, number>;
    expect(items).toBe(2);
    expect(Object.values(ways).reduce((sum, one) => sum + one, 0)).toBe(materials);
    expect(lines.filter((line) => line.includes('皮划艇')).length).toBeGreaterThan(1);
  });
  test('the surest way counts, and what is another person’s is never taken from a register', () => {
    const sources = {
      applicants: ['申请人'],
      sources: [
        {
          ...{
            id: 'lake',
            name: '湖泊登记',
            name_en: 'Lakes',
            keeper: '示例',
            wait_ms: 300,
            source: 'KAYAK1',
          },
          answers: [{ licence: 'kayak-permit' }],
        },
      ],
    };
    const way = (substitute: object, holder = '申请人') =>
      wayOf({ id: 'permit', holder, substitute } as Parameters<typeof wayOf>[0], sources);
    expect(way({ by: 'licence', licence: 'kayak-permit', else: 'data-check' })).toBe('register');
    expect(way({ by: 'licence', licence: 'kayak-permit' })).toBe('licence');
    expect(way({ by: 'licence', licence: 'paddler-card' })).toBe('licence');
    expect(way({ by: 'licence', licence: 'kayak-permit', else: 'promise' }, '同船人')).toBe('promise');
    expect(way({ by: 'licence', licence: 'kayak-permit', wallet: 'other' })).toBe('paper');
    expect(way({ by: 'investigation' })).toBe('inquiry');
    expect(way({ by: 'none' })).toBe('paper');
  });
});

describe('content count', () => {
  test('ends with one line of JSON whose totals are the sums of the items', () => {
    const { lines, code } = count(contentFolder());
    expect(code).toBe(0);
    const totals = JSON.parse(lines.at(-1) ?? '');
    expect(Object.keys(totals)).toEqual(['items', 'situations', 'paths', 'checklists']);
    const kayak = lines
      .find((line) => line.includes('（kayak）'))
      ?.split('\t')
      .slice(1)
      .map(Number);
    const sea = lines
      .find((line) => line.includes('（sea-kayak）'))
      ?.split('\t')
      .slice(1)
      .map(Number);
    if (kayak === undefined || sea === undefined) throw new Error(lines.join('\n'));
    expect([totals.situations, totals.paths, totals.checklists]).toEqual(
      kayak.map((each, at) => each + (sea[at] ?? 0)),
    );
    expect(totals.items).toBe(2);
    expect(totals.checklists).toBeGreaterThan(2);
  });

  test('counts nothing when the content is bad', () => {
    expect(count(contentFolder({ 'guide.yaml': () => '{' })).code).toBe(1);
  });
});

describe('content diff', () => {
  test('compares an item with a folder and with a stored edition', () => {
    const folder = contentFolder();
    const changed = contentFolder({
      'materials.yaml': (text) => text.replace('水域 = "江河"', '水域 = "湖泊"'),
    });
    const { lines, code } = diff(folder, ['kayak', join(changed, 'items', 'kayak')]);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.includes('下水点位置图'))).toHaveLength(2);
    const loading = loadFolder(changed);
    if (!loading.ok) throw new Error('refused');
    const stored = join(folder, 'edition.json');
    writeFileSync(stored, JSON.stringify(loading.editions[0]));
    expect(diff(folder, ['kayak', stored]).lines).toEqual(lines);
  });

  test('the same item twice has no difference', () => {
    expect(diff(contentFolder(), ['kayak', 'kayak']).lines).toEqual(['两个版本没有差别。']);
  });

  test('an unknown item is refused by its name', () => {
    expect(diff(contentFolder(), ['kayak', 'canoe'])).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('canoe')],
    });
    expect(diff(contentFolder(), ['kayak']).code).toBe(1);
  });
});

describe('content map', () => {
  test('writes a drawing and prints the same in words', () => {
    const folder = contentFolder();
    const file = join(folder, 'kayak.svg');
    expect(map(folder, ['kayak', file]).lines[0]).toContain('皮划艇下水登记');
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg/);
    expect(map(folder, ['kayak']).lines[0]).toMatch(/^<svg[\s\S]*<desc>/);
  });

  test('an unknown item is refused', () => {
    expect(map(contentFolder(), ['canoe']).code).toBe(1);
  });
});

describe('content schema', () => {
  test('is written once and then fresh', () => {
    const folder = contentFolder();
    expect(schema(folder, ['--check']).code).toBe(1);
    expect(schema(folder, []).code).toBe(0);
    expect(schema(folder, ['--check']).code).toBe(0);
    const item = JSON.parse(readFileSync(join(folder, 'schema', 'item.json'), 'utf8'));
    expect(item).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

describe('the content of this repository', () => {
  const folder = join(import.meta.dirname, '..', '..', 'content');
  let loading: ReturnType<typeof loadFolder>;
  beforeAll(() => {
    loading = loadFolder(folder);
  }, 60_000);

  function searchIndex() {
    if (!loading.ok) throw new Error('content does not load');
    const { editions, content } = loading;
    const themes = content.themes.map(({ value }) => value);
    const synonyms = content.synonyms?.value;
    return buildSearchIndex(
      editions.map(searchable),
      synonyms === undefined ? { themes } : { themes, synonyms },
    );
  }

  test('loads without an error', () => {
    expect(loading.ok ? [] : loading.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has fresh schemas', () => {
    expect(schema(folder, ['--check']).lines).toEqual([expect.stringContaining('都是最新的')]);
  });

  test.each([
    ['投靠配偶', 'move-spouse'],
    ['老婆户口迁过来', 'move-spouse'],
    ['tkpo', 'move-spouse'],
    ['toukaopeiou', 'move-spouse'],
    ['投考配偶', 'move-spouse'],
    ['补身份证', 'id-reissue'],
    ['换身份证', 'id-renew'],
    ['准生证', 'birth-reg'],
  ])('people who search %s find %s first', (query, item) => {
    expect(searchItems(searchIndex(), query).hits[0]?.item).toBe(item);
  });
});

import {
  buildSearchIndex,
  type LocalFields,
  loadContent,
  notNeededPapers,
  searchable,
} from '@tongban/catalogue/author';
import { kayakContent } from '@tongban/catalogue/kayak';
import { catalogueRoutes, officesRoutes, proofsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { createOffices, officesHttp } from '../offices/index.ts';
import { type Catalogue, catalogueHttp, createCatalogue } from './index.ts';

const hall = {
  id: 'dock',
  name: '示例码头大厅',
  name_en: 'Dock',
  organisation: 'bureau',
  kind: 'comprehensive' as const,
  division: '4419',
  city: '4419',
  address: '示例路 1 号',
  address_en: '1 Demo Road',
  phone: '0769-0000',
  complaint_phone: '0769-0001',
  opens: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
    { days: [1, 2, 3, 4, 5], from: '14:00', to: '17:00' },
  ],
  facilities: [],
  items: { lines: ['public-order' as const] },
  windows: [],
};
const local: LocalFields[] = [
  {
    city: '4419',
    name: '东莞',
    phones: { consult: '0769-1', complaint: '0769-2' },
    items: { kayak: { promised: { days: 2, unit: 'working', source: 'KAYAK1' } } },
  },
];

let house: TestHouse;
let catalogue: Catalogue;

function contentOf(changes: Record<string, (text: string) => string> = {}) {
  const loaded = loadContent(kayakContent(changes));
  if (!loaded.ok) throw new Error('the toy content has a fault');
  const { editions, content } = loaded;
  const rule = { say: '看得见的不用证明。', law: '皮划艇管理办法', source: 'KAYAK1' };
  const retired = content.retired?.value ?? { certificates: [] };
  const papers = notNeededPapers(retired, { rule, certificates: [] });
  const notNeeded = { papers, search: buildSearchIndex(papers) };
  return { editions, local, search: buildSearchIndex(editions.map(searchable)), notNeeded };
}

beforeAll(async () => {
  house = await createTestHouse((platform) => {
    const offices = createOffices({
      divisions: [
        { code: '44', name: '广东省', level: 'province' },
        { code: '4419', name: '东莞市', level: 'city', parent: '44' },
        { code: '441900003', name: '东城街道', level: 'town', parent: '4419' },
      ],
      offices: { organisations: [], halls: [hall] },
      local,
    });
    catalogue = createCatalogue({ ...platform, offices });
    officesHttp(platform.http, offices);
    catalogueHttp(platform.http, catalogue);
  });
  await catalogue.load(contentOf());
});
afterAll(() => house.stop());

describe('editions', () => {
  test('loading the same content again publishes nothing', async () => {
    expect(await catalogue.load(contentOf())).toBe(0);
  });

  test('a city has its own copy with its promise; elsewhere the master holds', async () => {
    const here = await house.anyone(catalogueRoutes.item, {
      params: { item: 'kayak' },
      query: { division: '441900003' },
    });
    const there = await house.anyone(catalogueRoutes.item, {
      params: { item: 'kayak' },
      query: { division: '4401' },
    });
    expect(here).toMatchObject({ division: '4419', number: 1 });
    expect(there).toMatchObject({ division: '44', number: 1 });
    const edition = await house.anyone(catalogueRoutes.edition, { params: { edition: here.edition } });
    expect(edition.local).toMatchObject({ city: '4419', promised: { days: 2 } });
  });

  test('a changed definition becomes the next edition; the old one stays as it was, and the change is told', async () => {
    const before = await house.anyone(catalogueRoutes.item, { params: { item: 'kayak' } });
    house.moveBy({ days: 1 });
    await catalogue.load(contentOf({ 'guide.yaml': (text) => text.replace('艇长 > 700', '艇长 > 600') }));
    const after = await house.anyone(catalogueRoutes.item, { params: { item: 'kayak' } });
    expect(after).toMatchObject({ number: 2, editions: 2 });
    expect(after.effectiveFrom > before.effectiveFrom).toBe(true);
    const old = await house.anyone(catalogueRoutes.edition, { params: { edition: before.edition } });
    expect(old.folder.guide.eligibility?.[0]?.when).toBe('艇长 > 700');
    const { from, to, changes } = await house.anyone(catalogueRoutes.changes, { params: { item: 'kayak' } });
    expect([from, to]).toEqual([before.edition, after.edition]);
    expect(changes.join('')).toContain('超过7米的艇');
  });

  test('an unknown item or edition is not there', async () => {
    await expect(house.anyone(catalogueRoutes.item, { params: { item: 'no-such' } })).rejects.toMatchObject({
      code: 'catalogue.item',
      kind: 'missing',
    });
  });
});

describe('finding', () => {
  test('an item by everyday words, and all items without words', async () => {
    const found = await house.anyone(catalogueRoutes.search, { query: { q: '小船下水' } });
    expect(found.hits[0]).toMatchObject({ item: 'kayak', matched: '小船下水' });
    expect((await house.anyone(catalogueRoutes.search, {})).total).toBe(2);
  });

  test('nothing still offers the nearest', async () => {
    const none = await house.anyone(catalogueRoutes.search, { query: { q: 'qqqqqq' } });
    expect(none.hits).toEqual([]);
    expect(none.suggestions.length).toBeGreaterThan(0);
  });

  test('the halls of a city that take the item, with hours in words', async () => {
    const halls = await house.anyone(officesRoutes.halls, { query: { division: '4419', item: 'kayak' } });
    expect(halls).toMatchObject([{ id: 'dock', hours: ['周一至周五 9:00–12:00、14:00–17:00'] }]);
    expect(await house.anyone(officesRoutes.halls, { query: { division: '4401', item: 'kayak' } })).toEqual(
      [],
    );
  });

  test('divisions two levels deep, with the phones of a city', async () => {
    const rows = await house.anyone(officesRoutes.divisions, { query: { parent: '44', depth: 2 } });
    expect(rows.map((row) => row.code)).toEqual(['4419', '441900003']);
    expect(rows[0]).toMatchObject({ served: true, phones: { consult: '0769-1' } });
  });
});

describe('the map', () => {
  test('comes as a drawing and in words', async () => {
    const drawing = await house.anyone(catalogueRoutes.map, { params: { item: 'kayak' } });
    expect(new TextDecoder().decode(drawing.bytes)).toMatch(/^<svg/);
    const lines = await house.anyone(catalogueRoutes.mapText, { params: { item: 'kayak' } });
    expect(lines[0]).toEqual({ depth: 0, text: '皮划艇下水登记' });
    expect(lines.some((line) => line.depth === 2)).toBe(true);
  });
});

describe('papers nobody needs any more', () => {
  const find = (q?: string) => house.anyone(proofsRoutes.notNeeded, { query: q === undefined ? {} : { q } });
  test('are all listed, and found by any name or by initials', async () => {
    expect(await find()).toMatchObject([{ id: 'retired-swimming-proof', say: '不用证明会游泳。' }]);
    for (const q of ['游泳证明', 'hyyzm']) expect(await find(q)).toHaveLength(1);
    expect(await find('结婚证')).toEqual([]);
  });
  test('are told of when somebody searches for one, and only then', async () => {
    const search = (q: string) => house.anyone(catalogueRoutes.search, { query: { q } });
    expect(await search('会游泳证明')).toMatchObject({ notNeeded: [{ name: '会游泳证明' }] });
    expect((await search('皮划艇')).notNeeded).toBeUndefined();
  });
});

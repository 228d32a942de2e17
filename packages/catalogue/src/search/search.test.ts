import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearchIndex } from './build-index.ts';
import { searchItems } from './search-items.ts';

const items = [
  { id: 'kayak', name: '皮划艇下水登记', also: ['独木舟', '我的小船要下水'], english: 'Register a kayak' },
  { id: 'kayak-renew', name: '下水登记证换领', also: ['下水证到期'] },
  { id: 'kayak-reissue', name: '下水登记证补领', also: ['下水证丢了'] },
  { id: 'paddle', name: '船桨领用', also: ['领桨'] },
];
const synonyms = {
  pairs: [
    { say: ['下水证', '放行条'], means: '下水登记证' },
    { say: ['老伙计'], means: '皮划艇' },
    { say: ['浮水牌'], means: '下水标志', items: ['kayak'] },
    { say: ['开桨礼'], means: '首航仪式', themes: ['first-paddle'] },
  ],
};
const themes = [
  {
    id: 'first-paddle',
    steps: [{ id: 'take', name: '领桨', owner: '器材室', police: false, item: 'paddle' }],
  },
];
const index = buildSearchIndex(items, { synonyms, themes });

function best(query: string) {
  return searchItems(index, query).hits[0];
}

describe('searchItems', () => {
  test('a name is found by itself', () => {
    expect(best('皮划艇下水登记')).toMatchObject({ item: 'kayak', score: 100, matched: { kind: 'name' } });
  });

  test('an everyday way to call it is found', () => {
    expect(best('我的小船要下水')).toMatchObject({ item: 'kayak', matched: { kind: 'also' } });
  });

  test('spaces, punctuation, width and case make no difference', () => {
    expect(best('皮划艇 下水—登记！')?.score).toBe(100);
    expect(best('ＰＨＴ')).toMatchObject({ item: 'kayak', matched: { kind: 'initials' } });
  });

  test('pinyin initials and full pinyin are found', () => {
    expect(best('phtxs')).toMatchObject({ item: 'kayak', matched: { kind: 'initials' } });
    expect(best('pihuating')).toMatchObject({ item: 'kayak', matched: { kind: 'pinyin' } });
    expect(best('chuanjiang')).toMatchObject({ item: 'paddle' });
  });

  test('a wrong letter in pinyin is forgiven', () => {
    expect(best('pihuatnig')).toMatchObject({ item: 'kayak', matched: { kind: 'typo' } });
  });

  test('a character that sounds the same is forgiven', () => {
    expect(best('皮滑艇下水')).toMatchObject({ item: 'kayak', matched: { kind: 'typo' } });
  });

  test('a missing character is forgiven', () => {
    expect(best('皮艇下水')).toMatchObject({ item: 'kayak' });
  });

  test('the telling character decides between like items', () => {
    expect(best('补下水证')?.item).toBe('kayak-reissue');
    expect(best('换下水证')?.item).toBe('kayak-renew');
  });

  test('a synonym leads to the legal word', () => {
    expect(best('老伙计下水登记')).toMatchObject({ item: 'kayak', matched: { kind: 'synonym' } });
  });

  test('a synonym may name its item directly', () => {
    expect(best('浮水牌')).toMatchObject({
      item: 'kayak',
      score: 90,
      matched: { kind: 'synonym', text: '下水标志' },
    });
  });

  test('a synonym may mean a theme and so the items inside it', () => {
    expect(best('开桨礼')).toMatchObject({ item: 'paddle', matched: { kind: 'synonym', text: '首航仪式' } });
  });

  test('asking how does not hide the matter', () => {
    expect(best('请问皮划艇下水登记怎么办理')?.item).toBe('kayak');
  });

  test('an English name is found', () => {
    expect(best('kayak')).toMatchObject({ item: 'kayak' });
  });

  test('nothing found offers the nearest instead of an empty page', () => {
    const result = searchItems(index, '潜水艇');
    expect(result.hits).toEqual([]);
    expect(result.suggestions[0]).toEqual({ item: 'kayak', name: '皮划艇下水登记' });
    expect(searchItems(index, '').suggestions.length).toBeGreaterThan(0);
  });

  test('any query whatever ends in hits or suggestions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const { hits, suggestions } = searchItems(index, query);
        expect(hits.length + suggestions.length).toBeGreaterThan(0);
      }),
    );
  });

  test('the same query always gives the same order', () => {
    expect(searchItems(index, '下水')).toEqual(searchItems(index, '下水'));
    expect(searchItems(index, '下水').hits.length).toBe(3);
  });

  test('one item is found among three thousand that are nearly alike', () => {
    const many = Array.from({ length: 3000 }, (_, n) => ({
      id: `boat-${n}`,
      name: `${n}号皮划艇下水登记`,
      also: [`${n}号小船`],
    }));
    const large = buildSearchIndex([...many, { id: 'paddle', name: '船桨领用', also: [] }], { synonyms });
    expect(searchItems(large, '船浆领用').hits[0]?.item).toBe('paddle');
  });
});

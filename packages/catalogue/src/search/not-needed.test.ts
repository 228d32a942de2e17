import { describe, expect, test } from 'vitest';
import { buildSearchIndex } from './build-index.ts';
import { findNotNeeded, type NotNeededPapers, namedNotNeeded, notNeededPapers } from './not-needed.ts';

const prov = { source: 'KAYAK1' };
const papers = notNeededPapers(
  {
    certificates: [
      {
        ...{ id: 'swimming', name: '会游泳证明', also: ['游泳证明'], instead: 'none', ...prov },
        ...{ say: '不用证明会游泳。', scope: { items: ['kayak'] } },
      },
    ],
  },
  {
    rule: { say: '看得见的不用证明。', law: '皮划艇管理办法', ...prov },
    certificates: [
      {
        ...{ id: 'afloat', name: '浮得住证明', also: [], show: '下水看一看。', ask: '问码头。' },
        ...{ reason: '一看便知。', ...prov },
      },
    ],
  },
);
const list: NotNeededPapers = {
  papers,
  search: buildSearchIndex(papers.map(({ id, name, also }) => ({ id, name, also }))),
};
const ids = (found: { id: string }[]) => found.map(({ id }) => id);

describe('papers not needed', () => {
  test('both lists are one, each with what serves instead', () => {
    expect(findNotNeeded(list)).toMatchObject([
      { id: 'retired-swimming', kind: 'retired', say: '不用证明会游泳。', items: ['kayak'] },
      {
        id: 'not-issued-afloat',
        kind: 'not-issued',
        say: '下水看一看。问码头。',
        law: '皮划艇管理办法',
        items: [],
      },
    ]);
  });
  test('are found by any name and by initials', () => {
    expect(ids(findNotNeeded(list, '游泳证明'))).toEqual(['retired-swimming']);
    expect(ids(findNotNeeded(list, 'fdzzm'))).toEqual(['not-issued-afloat']);
    expect(findNotNeeded(list, '结婚证')).toEqual([]);
  });
  test('are told of in a search for items only when the words name the paper', () => {
    expect(ids(namedNotNeeded(list, '会游泳证明怎么办'))).toEqual(['retired-swimming']);
    expect(namedNotNeeded(list, '游泳')).toEqual([]);
  });
});

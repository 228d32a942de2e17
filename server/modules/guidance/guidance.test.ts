import { buildSearchIndex, loadContent, searchable } from '@tongban/catalogue/author';
import { kayakContent } from '@tongban/catalogue/kayak';
import { guidanceRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestHouse, type TestHouse } from '../../platform/testing.ts';
import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import { createOffices } from '../offices/index.ts';
import { createGuidance, guidanceHttp } from './index.ts';

let house: TestHouse;

beforeAll(async () => {
  let catalogue: Catalogue | undefined;
  house = await createTestHouse((platform) => {
    const offices = createOffices({ divisions: [], offices: { organisations: [], halls: [] }, local: [] });
    catalogue = createCatalogue({ ...platform, offices });
    guidanceHttp(platform.http, createGuidance({ catalogue }));
  });
  const loaded = loadContent(kayakContent());
  if (!loaded.ok) throw new Error('the toy content has a fault');
  const { editions } = loaded;
  await catalogue?.load({ editions, local: [], search: buildSearchIndex(editions.map(searchable)) });
});
afterAll(() => house.stop());

describe('the evaluation of answers', () => {
  const evaluate = (answers: [string, string][]) =>
    house.anyone(guidanceRoutes.evaluate, { params: { item: 'kayak' }, body: { answers } });

  test('tells the next question and what is already certain', async () => {
    const standing = await evaluate([['水域', '江河']]);
    expect(standing).toMatchObject({ verdict: 'open', next: '艇长', faults: [] });
  });

  test('names answers it does not take, and goes on with the others', async () => {
    const standing = await evaluate([
      ['水域', '月亮'],
      ['从前的问题', '是'],
    ]);
    expect(standing.faults.map((fault) => fault.fact)).toEqual(['水域', '从前的问题']);
    expect(standing.answers).toEqual([]);
  });

  test('sends what belongs elsewhere there', async () => {
    expect(await evaluate([['水域', '海上']])).toMatchObject({ verdict: 'elsewhere' });
  });
});

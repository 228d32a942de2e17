import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicPages } from '../house/pages.ts';
import { tabStopsOn } from '../house/tab-stops.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

describe.each([
  ['in ordinary print', false],
  ['in large print', true],
])('a page of the portal, %s,', (_, large) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn({ large });
  });
  afterAll(() => visitor.leave());

  test.each(publicPages)('$name keeps nobody out and names its tab stops', async ({ name, path }) => {
    const page = await visitor.go(path);
    await keepPicture(visitor, name);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // Machines that other journeys of this house stood up.
    await page.locator('#kiosks').evaluateAll((found) => {
      for (const section of found) section.remove();
    });
    await expect(`${(await tabStopsOn(page)).join('\n')}\n`).toMatchFileSnapshot(
      `../tab-stops/${name}${large ? '-elder' : ''}.txt`,
    );
  });
});

describe('a page of the portal on a wide screen', () => {
  test.each(publicPages.filter(({ name }) => ['home', 'item', 'checklist'].includes(name)))(
    '$name keeps nobody out',
    async ({ name, path }) => {
      const visitor = await comeIn({ on: 'desk' });
      const page = await visitor.go(path);
      await keepPicture(visitor, name);
      expect(await barriersOn(page)).toEqual([]);
      await visitor.leave();
    },
  );
});

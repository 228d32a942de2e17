import { casesRoutes, draftsRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city, editionOf, fillDraft, handIn } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { askForCorrection } from '../house/desk-work.ts';
import { newcomer } from '../house/guide.ts';
import { ownHouse } from '../house/shared.ts';
import { tabStopsOn } from '../house/tab-stops.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
/** Nobody else walks as her: what she has done shows on these pages. */
const who = 'bai-ruoxi';
const client = createClient(origin, { session: sessions[who] ?? '' });
const clerk = createClient(origin, { session: sessions.clerk2 ?? '' });
const wish = { item: 'move-spouse', answers: Object.entries(newcomer) };
/** A certificate whose proof of relation may be promised. */
const proof = {
  item: 'hh-cert',
  answers: [
    ['证明什么', '户口注销或内容变更'],
    ['证件能证明', '否'],
    ['为谁开', '亲属或利害关系人'],
    ['授权电子证照', '否'],
  ] as [string, string][],
};
let begun = '';
let full = '';
let filed = '';
let asked = '';
let promising = '';

beforeAll(async () => {
  const edition = await editionOf(client, wish.item);
  begun = (await client.call(draftsRoutes.begin, { body: { ...wish, division: city } })).draft;
  filed = (await handIn(client, await fillDraft(client, wish))).case;
  asked = (await handIn(client, await fillDraft(client, wish))).case;
  full = (await fillDraft(client, wish)).draft;
  promising = (await client.call(draftsRoutes.begin, { body: { ...proof, division: city } })).draft;
  await askForCorrection(clerk, edition, asked);
  const seen = await client.call(casesRoutes.get, { params: { case: asked } });
  if (!seen.status.needsYou) throw new Error('the notice did not reach the applicant');
});

const pages: readonly (readonly [string, () => string])[] = [
  ['my-home', () => '/'],
  ['my-begin', () => '/items/move-spouse/begin'],
  ['my-tasks', () => `/apply/${begun}`],
  ['my-form', () => `/apply/${begun}/form/address`],
  ['my-materials', () => `/apply/${begun}/materials`],
  ['my-material', () => `/apply/${begun}/materials/application`],
  ['my-material-offer', () => `/apply/${begun}/materials/applicant-id`],
  ['my-check-open', () => `/apply/${begun}/check`],
  ['my-check', () => `/apply/${full}/check`],
  ['my-discard', () => `/apply/${begun}/discard`],
  ['my-done', () => `/cases/${filed}/done`],
  ['my-case', () => `/cases/${filed}`],
  ['my-withdraw', () => `/cases/${filed}/withdraw`],
  ['my-urge', () => `/cases/${filed}/urge`],
  ['my-access', () => '/access'],
  ['my-promise', () => `/apply/${promising}/materials/relation-proof/promise`],
  ['my-case-needs-you', () => `/cases/${asked}`],
  ['my-correct', () => `/cases/${asked}/correct`],
  ['my-cases', () => '/cases'],
  ['my-bookings', () => '/bookings'],
  ['my-licences', () => '/licences'],
];

describe.each([
  ['in ordinary print', false],
  ['in large print', true],
])('a page of a person, %s,', (_, large) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn({ large, as: who });
  });
  afterAll(() => visitor.leave());

  test.each(pages)('%s keeps nobody out and names its tab stops', async (name, pathOf) => {
    const page = await visitor.go(pathOf());
    expect(page.url()).toBe(`${origin}${pathOf()}`);
    await keepPicture(visitor, name);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expect(`${(await tabStopsOn(page)).join('\n')}\n`).toMatchFileSnapshot(
      `../tab-stops/${name}${large ? '-elder' : ''}.txt`,
    );
  });
});

import { afterAll, describe, expect, test } from 'vitest';
import { newcomer, walkGuide, withAnswers } from '../house/guide.ts';
import { comeIn, headingOn, keepPicture, saidOn, type Visitor } from '../house/visit.ts';

const visitors: Visitor[] = [];
const come = async (...wish: Parameters<typeof comeIn>) => {
  const visitor = await comeIn(...wish);
  visitors.push(visitor);
  return visitor;
};
afterAll(() => Promise.all(visitors.map((one) => one.leave())));

describe.each([
  ['with JavaScript', true],
  ['with JavaScript switched off', false],
])('finding out, %s', (_, script) => {
  test('from own words to a personal checklist with reasons', async () => {
    const visitor = await come({ script });
    const page = await visitor.go('/');
    await page.getByRole('textbox', { name: '想办什么事' }).fill('老婆户口迁过来');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByRole('link', { name: '市外迁入—投靠配偶' }).click();
    await page.getByRole('link', { name: '看我能不能办' }).click();
    const asked = await walkGuide(page, newcomer);
    expect(asked.length).toBeGreaterThan(5);

    const said = await saidOn(page);
    expect(await headingOn(page)).toBe('我的材料清单');
    for (const part of ['费用', '多久', '怎么办', '这个时间来', '结婚证', '因为您选了'])
      expect(said).toContain(part);
    expect(said).toMatch(/可以办|能办/);
    expect(await page.locator('.papers > li').count()).toBeGreaterThan(2);
  });

  test('back shows the question before with its answer kept', async () => {
    const visitor = await come({ script });
    const page = await visitor.go('/items/move-spouse/guide');
    await page.getByRole('radio', { name: '普通居民' }).check();
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.getByRole('link', { name: '上一问' }).click();
    expect(await page.getByRole('radio', { name: '普通居民' }).isChecked()).toBe(true);
    await page.goBack();
    expect(await headingOn(page)).toContain('户口在哪里');
  });

  test('不清楚 is an answer', async () => {
    const visitor = await come({ script });
    const page = await visitor.go('/items/move-spouse/guide');
    await page.getByRole('radio', { name: '普通居民' }).check();
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.getByRole('radio', { name: '不清楚' }).check();
    await page.getByRole('button', { name: '继续', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('原户籍地')).toBe('?');
    expect(await headingOn(page)).not.toContain('户口在哪里');
  });
});

describe('who cannot', () => {
  test('is told no, why, and what to do', async () => {
    const visitor = await come();
    const page = await visitor.go(withAnswers('/items/move-spouse/checklist', { ...newcomer, 婚龄月: '3' }));
    const said = await saidOn(page);
    expect(said).toContain('领结婚证要满12个月');
    expect(said).toContain('您可以：满12个月后再来');
    expect(await page.getByRole('link', { name: /在网上办/ }).count()).toBe(0);
    await keepPicture(visitor, 'checklist-no');
  });
});

describe('the switches in the header', () => {
  test('English holds on every page and shows what is not yet translated', async () => {
    const visitor = await come();
    const page = await visitor.go('/');
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    expect(await headingOn(page)).toBe('What do you want to do?');
    await page.goto(withAnswers('/items/move-spouse/checklist', newcomer));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await headingOn(page)).toBe('My checklist');
    await page.goto('/items/quick-claim');
    const chinese = page.locator('main [lang="zh-CN"]');
    expect(await chinese.count()).toBeGreaterThan(0);
    await keepPicture(visitor, 'item-untranslated-english');
  });

  test('large print holds on every page, with bigger letters and a telephone', async () => {
    const visitor = await come();
    const page = await visitor.go('/');
    const sizeOf = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    const before = await sizeOf();
    await page.getByRole('link', { name: '大字版' }).click();
    await page.goto('/items/move-spouse');
    expect(await sizeOf()).toBeGreaterThan(before);
    expect(await page.getByRole('link', { name: /打电话|大厅和电话/ }).count()).toBe(1);
    await page.getByRole('link', { name: '标准版' }).click();
    expect(await sizeOf()).toBe(before);
  });
});

describe('words nobody wrote into the catalogue', () => {
  test.each([
    ['initials', 'tkpo', '投靠配偶'],
    ['a typing mistake', '身份正', '身份证'],
  ])('%s still find the item', async (_, typed, name) => {
    const visitor = await come();
    const page = await visitor.go(`/search?q=${encodeURIComponent(typed)}`);
    expect(await saidOn(page)).toContain(name);
  });

  test('that mean nothing are answered with help, never an empty page', async () => {
    const visitor = await come();
    const page = await visitor.go('/search?q=zzzzqqqq');
    const said = await saidOn(page);
    expect(said).toContain('没有找到“zzzzqqqq”');
    for (const help of ['看全部事项', '到大厅问导办员']) expect(said).toContain(help);
    await keepPicture(visitor, 'search-nothing');
  });
});

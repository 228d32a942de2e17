import { casesRoutes, deskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf, fillDraft, handIn } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { markAllGood, openCase } from '../house/desk.ts';
import { seeAccepted } from '../house/desk-work.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin, sessions } = ownHouse();
const clientOf = (who: string) => createClient(origin, { session: sessions[who] ?? '' });
const citizen = clientOf('qin-chunyan');
const staff = { clerk: clientOf('clerk2'), approver: clientOf('approver'), head: clientOf('head') };
const visitors: Visitor[] = [];
const comeAs = async (as: string, on: 'desk' | 'phone' = 'desk') => {
  const visitor = await comeIn({ on, as });
  visitors.push(visitor);
  return visitor;
};
afterAll(() => Promise.all(visitors.map((one) => one.leave())));

/** An application that a clerk has accepted, waiting for its review. */
async function accepted(item: string): Promise<string> {
  const edition = await editionOf(citizen, item);
  const answers = findWayThrough(edition) ?? [];
  const { case: number } = await handIn(citizen, await fillDraft(citizen, { item, answers }));
  await seeAccepted(staff, edition, number);
  return number;
}

const clocksOf = async (number: string) =>
  (await citizen.call(casesRoutes.get, { params: { case: number } })).clocks;

describe('a special procedure', () => {
  let number = '';
  let desk: Visitor;
  beforeAll(async () => {
    number = await accepted('hotel');
    desk = await comeAs('approver');
  });

  test('is begun by keys, stops both clocks and is told to the applicant in writing', async () => {
    const { page } = desk;
    expect((await clocksOf(number)).every(({ paused }) => paused === undefined)).toBe(true);
    await openCase(page, number);
    await keepPicture(desk, 'desk-review');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('办件内容').click();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button', { name: '需要举行听证。' }).click();
    await keepPicture(desk, 'desk-special-procedure');
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('特别程序中').first().waitFor();
    expect((await clocksOf(number)).every(({ paused }) => paused !== undefined)).toBe(true);
    const { documents } = await citizen.call(casesRoutes.get, { params: { case: number } });
    expect(documents.map(({ kind }) => kind)).toContain('special-procedure');
    const phone = await comeAs('qin-chunyan', 'phone');
    await phone.go(`/cases/${number}`);
    await phone.page.getByText('时间暂停').first().waitFor();
    await keepPicture(phone, 'case-paused');
    expect(await barriersOn(phone.page)).toEqual([]);
  });

  test('ends with its result, and both clocks go on', async () => {
    const { page } = desk;
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button', { name: '听证已结束。' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('审查中').first().waitFor();
    expect((await clocksOf(number)).every(({ paused }) => paused === undefined)).toBe(true);
  });
});

describe('a list of cases', () => {
  let numbers: string[] = [];
  let desk: Visitor;
  beforeAll(async () => {
    numbers = [await accepted('resid-permit'), await accepted('resid-permit')];
    desk = await comeAs('approver');
  });

  test('leads from case to case without going back', async () => {
    const { page } = desk;
    await page.goto('/desk/tasks?queue=mine&items=resid-permit');
    await page.getByRole('link', { name: numbers[0] ?? '' }).waitFor();
    await keepPicture(desk, 'desk-list');
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    for (let left = numbers.length; left > 0; left -= 1) {
      await page.getByLabel('办件内容').waitFor();
      await markAllGood(page);
      if (left === 1) break;
      const here = page.url();
      await page.keyboard.press('Shift+J');
      await page.waitForURL((url) => url.href !== here);
      const number = numbers.find((one) => page.url().includes(one)) ?? '';
      await page.getByText(number).first().waitFor();
    }
  });

  test('passes several cases at once, with one opinion', async () => {
    const { page } = desk;
    await page.goto('/desk/tasks?queue=mine&items=resid-permit');
    for (const number of numbers) await page.getByLabel(`选中 ${number}`).check();
    await page.getByRole('button', { name: /^通过 2 件/ }).waitFor();
    await keepPicture(desk, 'desk-bulk');
    await page.keyboard.press('e');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已办 2 件').waitFor();
    for (const number of numbers) {
      const seen = await staff.approver.call(deskRoutes.get, { params: { case: number } });
      expect(['in-review', 'awaiting-decision']).not.toContain(seen.state);
    }
  });

  test('is kept as a view and exported on the server', async () => {
    const { page } = desk;
    await page.goto('/desk/tasks?queue=all&items=resid-permit');
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByLabel('视图名称').fill('居住证');
    await page.getByLabel('视图名称').press('Enter');
    await page.getByRole('button', { name: /^居住证/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: '导出 Excel' })
        .click()
        .then(() => page.getByRole('link', { name: /^下载/ }).click()),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });
});

describe('other posts', () => {
  test.each([
    ['supervisor', '/desk/dispatch', '分派规则', 'desk-dispatch'],
    ['security', '/desk/accounts', '示例·王审核', 'desk-accounts'],
    ['auditor', '/desk/audit', '已封存', 'desk-audit'],
  ])('%s finds their own page first, open to everyone', async (who, path, text, picture) => {
    const visitor = await comeAs(who);
    const page = await visitor.go('/desk/');
    await page.getByText(text).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
    await keepPicture(visitor, picture);
    expect(await barriersOn(page)).toEqual([]);
  });
});

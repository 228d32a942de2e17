import type { Page } from 'playwright-core';
import { demo, totpNow } from './people.ts';

/** 登录工作台. */
export async function signInAtDesk(page: Page, login: string): Promise<void> {
  await page.goto('/desk/');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(demo.password);
  await page.getByLabel('动态码').fill(await totpNow());
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

/** Finds a case by its number in all cases and opens it. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.goto('/desk/tasks');
  await page.getByLabel('查找办件').fill(number);
  await page.getByLabel('查找办件').press('Enter');
  const link = page.getByRole('link', { name: number });
  const everywhere = page.getByRole('button', { name: '在全部里找' });
  await link.or(everywhere).first().waitFor();
  if ((await link.count()) === 0) await everywhere.click();
  await link.click();
  await page.getByLabel('办件内容').waitFor();
}

/** Presses a button of the action bar, and confirms the dialog it opens. */
export async function act(page: Page, name: string, confirm?: string): Promise<void> {
  await actionOf(page, name).click();
  if (confirm === undefined) {
    // While it works, the button is called “loading …”.
    await page.locator('.action-bar').getByRole('button', { name }).waitFor({ state: 'detached' });
    return;
  }
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: new RegExp(`^${confirm}`) }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A button of the action bar by what it does; its key may stand behind. */
export function actionOf(page: Page, name: string) {
  return page.locator('.action-bar').getByRole('button', { name: new RegExp(`^${name}`) });
}

/** Marks every point that is open as good. */
export async function markAllGood(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: /^全部合格/ });
  if ((await buttons.count()) === 0) return;
  while ((await buttons.count()) > 0) await buttons.first().click();
  await saved(page);
}

/** Waits until what was found has been kept. */
async function saved(page: Page): Promise<void> {
  await page.getByText(/已保存 \d/).waitFor();
}

/** Marks the first point of a material as a defect and writes what the applicant will read. */
export async function markDefect(page: Page, material: string, say: string): Promise<void> {
  const card = page.getByRole('region', { name: material, exact: true });
  await card.getByText('缺陷', { exact: true }).first().click();
  await card.getByRole('textbox').first().fill(say);
  await saved(page);
}

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Citizen } from './people.ts';
import { headingOn, leadOn } from './visit.ts';

/** A photograph to choose in a file box. */
export const photographFile = join(import.meta.dirname, 'photograph.jpg');

const press = (page: Page, name: string) =>
  leadOn(page, page.getByRole('button', { name, exact: true }).click());

/** 登录 on the page that asks for it, with the code the simulated message shows. */
export async function signInOn(page: Page, person: Citizen): Promise<void> {
  await page.getByLabel('手机号码').fill(person.phone);
  await press(page, '发验证码');
  const message = await page.locator('.phone-message b').textContent();
  await page.getByLabel('短信验证码').fill(message ?? '');
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('身份证号码').fill(person.citizen_number);
  await press(page, '登录');
}

/** Fills every page of the form that still asks for something; says nothing it was told already. */
export async function fillForm(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  while (page.url().includes('/form/')) {
    for (const [id, value] of Object.entries(answers)) await fillBox(page, id, value);
    await press(page, '保存并继续');
    const [wrong] = await page.getByRole('alert').allInnerTexts();
    if (wrong !== undefined) throw new Error(`${page.url()}: ${wrong} ${await boxesOn(page)}`);
  }
}

/** What a page of the form asks for, to say when it does not let go. */
function boxesOn(page: Page): Promise<string> {
  const names = () => [...document.querySelectorAll<HTMLInputElement>('main [name]')].map((one) => one.name);
  return page.evaluate(names).then((found) => found.join(' '));
}

async function fillBox(page: Page, id: string, value: string): Promise<void> {
  const box = page.locator(`[name="${id}"]`);
  if ((await box.count()) === 0) return;
  const kind = await box.first().evaluate((one) => one.tagName);
  if (kind === 'SELECT') await box.selectOption(value);
  else if ((await box.inputValue()) === '') await box.fill(value);
}

/** Opens every material that is missing and takes its licence where there is one, else sends a photograph. */
export async function layMaterials(page: Page, { script = true } = {}): Promise<string[]> {
  const laid: string[] = [];
  const missing = () => page.getByRole('listitem').filter({ hasText: '还没交' }).getByRole('link');
  while ((await missing().count()) > 0) {
    await leadOn(page, missing().first().click());
    laid.push(await headingOn(page));
    const licence = page.getByRole('button', { name: '用它代替' });
    if ((await licence.count()) > 0) await leadOn(page, licence.first().click());
    else await sendPhotograph(page, { script });
    await leadOn(page, page.getByRole('link', { name: '好了，看其他材料' }).click());
  }
  return laid;
}

/** Chooses a photograph and waits until the page shows it; without a script the button sends it. */
async function sendPhotograph(page: Page, { script }: { script: boolean }): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(photographFile);
  if (!script) await press(page, '上传');
  await page.locator('.thumb').first().waitFor();
}

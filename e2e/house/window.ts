import type { Page } from 'playwright-core';
import { draw } from './tablet.ts';

/** 键盘: every press is counted, as a clerk's fingers would. */
type Keyboard = {
  readonly press: (key: string) => Promise<void>;
  /** Types letters and digits one by one. */
  readonly type: (text: string) => Promise<void>;
  /** Types Chinese as an input method takes it: each letter of its pinyin and each choice is a press. */
  readonly write: (chinese: string, presses: string) => Promise<void>;
  readonly count: () => number;
};

export function createKeyboard(page: Page): Keyboard {
  let pressed = 0;
  return {
    async press(key) {
      pressed += 1;
      await page.keyboard.press(key);
    },
    async type(text) {
      pressed += text.length;
      await page.keyboard.type(text);
    },
    async write(chinese, presses) {
      pressed += presses.length;
      await page.keyboard.insertText(chinese);
    },
    count: () => pressed,
  };
}

/** Opens the intake screen at a window where nobody sits; what a former journey left is put back. */
export async function openWindow(page: Page): Promise<void> {
  await page.goto('/desk/intake');
  const person = page.getByRole('complementary', { name: '来办事的人' });
  await trayOn(page).or(person).first().waitFor();
  if ((await person.count()) === 0) return;
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('F10');
  await dialog.or(trayOn(page)).first().waitFor();
  if ((await dialog.count()) > 0) await page.keyboard.press('Control+Enter');
  await trayOn(page).waitFor();
}

/** The simulated card reader: shown while the window waits for the next person. */
export function trayOn(page: Page) {
  return page.getByRole('region', { name: '模拟读卡器里的身份证' });
}

/** Waits for a step of the intake screen and for the keyboard to be there. */
export async function atStep(page: Page, name: string | RegExp): Promise<void> {
  const step = page.getByRole('region', { name });
  await step.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('.step') !== null);
}

type Item = {
  readonly typed: string;
  readonly name: string;
  /** The key pressed at each question, by its words. */
  readonly answers: Readonly<Record<string, string>>;
};

/** Takes the item whose name or initials were typed, and answers its questions as they come. */
export async function takeItem(page: Page, keys: Keyboard, { typed, name, answers }: Item): Promise<void> {
  await atStep(page, '办什么事');
  await keys.type(typed);
  await page.getByRole('option', { name: new RegExp(`^${name}`), selected: true }).waitFor();
  await keys.press('Enter');
  const ask = page.locator('.question-ask');
  for (const [at] of Object.keys(answers).entries()) {
    await page.getByText(new RegExp(`^第 ${at + 1} 问`)).waitFor();
    const key = answers[(await ask.textContent()) ?? ''];
    if (key === undefined) throw new Error(`not foreseen: ${await ask.textContent()}`);
    await keys.press(key);
  }
}

/** What is typed into a box: letters as they are, Chinese with the presses it takes, or an area picked by its initials. */
type Typed = { readonly text: string; readonly presses?: string; readonly area?: string };

/**
 * Types what is missing in the form, box by box as Enter leads there, until the materials are reached.
 * Nothing is missing when another journey has told the house the same of this person.
 */
export async function fillForm(
  page: Page,
  keys: Keyboard,
  boxes: Readonly<Record<string, Typed>>,
): Promise<void> {
  await atStep(page, '核对和填写');
  const open = page.locator('.box.open');
  if ((await open.count()) === 0) await keys.press('Enter');
  for (let left = await open.count(); left > 0; left = await open.count()) {
    const label = (await page.locator('.box:focus-within label').textContent()) ?? '';
    const typed = boxes[label];
    if (typed === undefined) throw new Error(`not foreseen: ${label}`);
    if (typed.presses === undefined) await keys.type(typed.text);
    else await keys.write(typed.text, typed.presses);
    if (typed.area !== undefined) await page.getByRole('option', { name: typed.area }).waitFor();
    await keys.press('Enter');
    await page.waitForFunction(
      (before) => document.querySelector('.box:focus-within label')?.textContent !== before,
      label,
    );
  }
  await atStep(page, '收材料');
}

/** The material at hand has this name. */
export async function atMaterial(page: Page, name: string): Promise<void> {
  await page.locator('.slot-title').getByText(name, { exact: true }).waitFor();
}

/** Takes one page of the material at hand, and waits until it is kept. */
export async function capture(page: Page, keys: Keyboard): Promise<void> {
  await page.locator('.slot-lay.current').waitFor();
  await page.locator('.camera-live:not(.away)').waitFor();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await keys.press('F7');
  await page.getByRole('button', { name: '第 1 页' }).waitFor();
}

/** Takes and checks every material that is still missing, one after the other. */
export async function captureAll(page: Page, keys: Keyboard): Promise<void> {
  const missing = page.locator('.slot-lay, .slot-check');
  for (let left = await missing.count(); left > 0; left = await missing.count()) {
    await capture(page, keys);
    await keys.press('C');
    await page
      .locator('.slot.current')
      .or(page.getByRole('region', { name: '请群众核对并签名' }))
      .waitFor();
    await page.locator('.slot-check').waitFor({ state: 'detached' });
  }
}

/** The person reads and signs on the second screen; these are not the clerk's presses. */
export async function signOn(tablet: Page): Promise<void> {
  await tablet.getByRole('heading', { name: '核对您要办的事' }).waitFor();
  await draw(tablet);
  await tablet.getByRole('button', { name: '确认并签名' }).click();
}

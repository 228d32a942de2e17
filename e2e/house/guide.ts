import type { Page } from 'playwright-core';
import { leadOn } from './visit.ts';

/** Answers by question, as the address carries them. */
export type Answered = Readonly<Record<string, string>>;

/** 投靠配偶: a newcomer from another province whose papers are all in order. */
export const newcomer: Answered = {
  投靠人身份: '普通居民',
  原户籍地: '外省',
  原户口类型: '家庭户',
  结婚登记地: '内地',
  结婚证: '持有',
  再婚: '双方初婚',
  婚龄月: '30',
  投靠人年龄: '32',
  被投靠人户口: '家庭户户主',
  住所: '夫妻一方房产',
  产权共有: '否',
  已领产权证: '是',
  迁入农村: '否',
  随迁子女: '无',
  身份证: '有效',
  证件信息一致: '一致',
  办理人: '本人',
  授权电子证照: '否',
  邮寄领取: '否',
};

/** The address of a page of the guide with answers in it. */
export function withAnswers(path: string, answers: Answered): string {
  return `${path}?${new URLSearchParams(answers).toString()}`;
}

/** Which question a page of the guide asks. */
export function questionOn(page: Page): Promise<string> {
  return page.locator('input[name=asked]').inputValue();
}

/** Answers the question on the page and goes on. */
async function answer(page: Page, value: string): Promise<void> {
  const name = await questionOn(page);
  const box = page.locator(`input[name="${name}"]:not([type=hidden])`);
  if ((await box.first().getAttribute('type')) === 'radio') await page.locator(optionOf(name, value)).check();
  else await box.fill(value);
  await leadOn(page, page.getByRole('button', { name: '继续', exact: true }).click());
}

/** Answers questions until the checklist is there; returns what was asked, in order. */
export async function walkGuide(page: Page, answers: Answered): Promise<string[]> {
  const asked: string[] = [];
  while (page.url().includes('/guide')) {
    const name = await questionOn(page);
    const value = answers[name];
    if (value === undefined) throw new Error(`the guide asks ${name}, and nobody knows the answer`);
    if (asked.includes(name)) throw new Error(`the guide asks ${name} a second time`);
    asked.push(name);
    await answer(page, value);
  }
  return asked;
}

function optionOf(name: string, value: string): string {
  return `input[name="${name}"][value="${value}"]`;
}

import { deskRoutes, intakeRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../house/client.ts';
import { ownHouse } from '../house/shared.ts';
import { codeOn, pairAtDesk, setUpTablet } from '../house/tablet.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';
import {
  atMaterial,
  atStep,
  capture,
  captureAll,
  createKeyboard,
  fillForm,
  openWindow,
  signOn,
  takeItem,
  trayOn,
} from '../house/window.ts';

const mostPresses = 40;
const { origin, sessions } = ownHouse();
const clerk = createClient(origin, { session: sessions.clerk2 ?? '' });

const moving = {
  '这次有谁一起迁？': '1',
  '您要迁到哪种住处？': '1',
  '新住址归村委会管吗？': '2',
  '由谁来办？': '1',
  '同意我们直接调取您的电子证照吗？': '1',
  '办好后要寄给您吗？': '2',
  '办理时户主能一起来吗？': '1',
  '这套房子还有别的共有人吗？': '1',
};
const lost = '户口簿是丢了，还是坏了？';
const book = {
  typed: 'jmhkb',
  name: '居民户口簿补发换发',
  answers: {
    '您的户口是哪一类？': '1',
    '户主本人申请或一起来吗？': '1',
    '同意我们直接调取您的电子证照吗？': '2',
  },
};
const here = {
  手机号码: { text: '19900000005' },
  所在地区: { text: 'ncjd', area: '南城街道' },
  详细地址: { text: '示例路9号', presses: 'shililu 9hao ' },
};
const certificate = {
  typed: 'hjzm',
  name: '户籍类证明',
  answers: {
    '您要证明什么？': '1',
    '户口簿或身份证上写着这件事吗？': '2',
    '您为谁开证明？': '1',
    '同意我们直接调取您的电子证照吗？': '2',
  },
};

/** What the sitting at the window has handed in. */
async function filedNow() {
  const { sitting } = await clerk.call(intakeRoutes.current, {});
  if (sitting === undefined) throw new Error('nobody sits at the window');
  return sitting;
}

describe('intake at the window, by keyboard alone', () => {
  let desk: Visitor;
  let tablet: Visitor;
  beforeAll(async () => {
    desk = await comeIn({ on: 'desk', as: 'clerk2' });
    tablet = await setUpTablet();
    await openWindow(desk.page);
    await pairAtDesk(desk.page, await codeOn(tablet.page));
    await desk.page.getByText('已配对').first().waitFor();
  });
  afterAll(async () => {
    await Promise.all([desk.leave(), tablet.leave()]);
  });

  const look = async (name: string) => {
    await keepPicture(desk, name);
    expect(await barriersOn(desk.page)).toEqual([]);
  };

  test('a routine item takes no more than forty presses from the card to the printed receipt', async () => {
    const { page } = desk;
    await openWindow(page);
    await look('intake-idle');
    const keys = createKeyboard(page);
    await keys.press('2');
    await takeItem(page, keys, {
      typed: 'snyj',
      name: '市内移居',
      answers: moving,
    });
    await atStep(page, '核对和填写');
    await look('intake-form');
    await fillForm(page, keys, {
      所在地区: { text: 'dcjd', area: '东城街道' },
      详细地址: { text: '示例路2号', presses: 'shililu 2hao ' },
    });
    await look('intake-materials');
    await captureAll(page, keys);
    await keys.press('F8');
    await page.getByText('已显示在群众屏上，等群众签名').waitFor();
    await look('intake-confirm');
    await signOn(tablet.page);
    await page.getByText(/已签名，按 F9/).waitFor();
    await keys.press('F9');
    await page.getByText(/已送打印/).waitFor();
    await look('intake-papers');
    expect(keys.count()).toBeLessThanOrEqual(mostPresses);
    const { filed, receipt, confirmation } = await filedNow();
    expect(receipt).toMatchObject({ kind: 'receipt' });
    expect(confirmation.state).not.toBe('declined');
    const [handedIn] = filed;
    const kept = await clerk.call(deskRoutes.get, { params: { case: handedIn?.case ?? '' } });
    expect(kept).toMatchObject({ item: 'move-within', stateName: handedIn?.stateName });
    expect(kept.actions[0]).toMatchObject({ by: '示例·罗窗口' });
    expect(kept.channel).toBe('hall');
    await keys.press('F10');
    await trayOn(page).waitFor();
  });

  test('two immediate items share the person, the material and one receipt, and are closed at once', async () => {
    const { page } = desk;
    await openWindow(page);
    const keys = createKeyboard(page);
    await keys.press('5');
    await takeItem(page, keys, { ...book, answers: { ...book.answers, [lost]: '1' } });
    await atStep(page, '核对和填写');
    await page.reload();
    await fillForm(page, keys, here);
    await atMaterial(page, '居民身份证');
    await capture(page, keys);
    await keys.press('C');
    await keys.press('/');
    await takeItem(page, keys, certificate);
    await fillForm(page, keys, { '证明交给谁、做什么用': { text: '单位入职', presses: 'danwei ruzhi ' } });
    await atMaterial(page, '居民身份证');
    await page.getByRole('button', { name: '第 1 页' }).waitFor();
    await keys.press('C');
    await keys.press('F8');
    await signOn(tablet.page);
    await page.getByText(/已签名，按 F9/).waitFor();
    await keys.press('F9');
    await page
      .getByText(/已送打印/)
      .first()
      .waitFor();
    const { filed, receipt } = await filedNow();
    expect(filed.map(({ item, stateName }) => [item, stateName])).toEqual([
      ['hh-book', '已办结'],
      ['hh-cert', '已办结'],
    ]);
    expect(receipt).toMatchObject({ kind: 'receipt', title: { zh: '收件凭证' } });
    await keys.press('F10');
    await trayOn(page).waitFor();
  });

  test('every defect of the visit goes into one notice', async () => {
    const { page } = desk;
    await openWindow(page);
    const keys = createKeyboard(page);
    await keys.press('5');
    await takeItem(page, keys, { ...book, answers: { ...book.answers, [lost]: '2' } });
    await fillForm(page, keys, here);
    await atMaterial(page, '居民身份证');
    await capture(page, keys);
    await keys.press('x');
    await keys.press('2');
    await look('intake-defect');
    await keys.press('C');
    await atMaterial(page, '旧户口簿');
    await keys.press('x');
    await keys.press('Enter');
    await keys.press('F8');
    await signOn(tablet.page);
    await page.getByText(/已签名，按 F9/).waitFor();
    await keys.press('F9');
    await page
      .getByText(/已送打印/)
      .first()
      .waitFor();
    const { filed } = await filedNow();
    const kept = await clerk.call(deskRoutes.get, { params: { case: filed[0]?.case ?? '' } });
    const told = kept.correction?.defects.map(({ material, say }) => `${material}：${say}`).sort();
    expect(told).toEqual([
      expect.stringContaining('old-book：没有收到'),
      'resident-id：拍得不清楚，重新拍一张',
    ]);
    expect(kept.documents.filter(({ kind }) => kind === 'correction')).toHaveLength(1);
    await keys.press('F10');
    await trayOn(page).waitFor();
  });

  test('a paper nobody needs any more is answered with what serves instead', async () => {
    const { page } = desk;
    await openWindow(page);
    await page.keyboard.press('1');
    await atStep(page, '办什么事');
    await page.keyboard.insertText('婚姻状况证明');
    const said = page.getByRole('region', { name: '不用交，也不用开' });
    await said.waitFor();
    expect(await said.textContent()).toContain('现在这样办');
    await look('intake-not-needed');
    await openWindow(page);
  });
});

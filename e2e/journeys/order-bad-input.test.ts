import { readFileSync } from 'node:fs';
import { orderDeskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atDesk, numberOn, send } from '../house/orders.ts';
import { photographFile } from '../house/portal.ts';
import { barriersOn, comeIn, keepPicture, leadOn, saidOn, type Visitor } from '../house/visit.ts';

const operator = atDesk('operator');
const photograph = readFileSync(photographFile);
const script = '<script>document.title = "stolen"</script><img src=x onerror="document.title = \'stolen\'">';

describe.each([
  ['with a script', true],
  ['without a script', false],
])('what somebody writes, %s,', (_, isScripted) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await comeIn({ as: 'liang-zhixia', script: isScripted });
  });
  afterAll(() => visitor.leave());
  const open = () => visitor.go('/orders/new/complaint');

  test('is asked for where nothing was written, or only spaces', async () => {
    const page = await open();
    await send(page, { title: '', text: '' });
    expect(await saidOn(page)).toContain('有 2 处要改');
    await keepPicture(visitor, 'orders-empty');
    if (isScripted) expect(await barriersOn(page)).toEqual([]);
    await send(page, { title: '　　', text: ' \n ' });
    expect(await saidOn(page)).toContain('写下经过，再提交');
    await send(page, { title: '！！', text: '。。。' });
    expect(await saidOn(page)).toContain('写一句要反映什么');
  });

  test('may be 10,000 characters long, and says so when it is longer', async () => {
    const page = await open();
    const text = '路灯不亮。'.repeat(2000);
    await page.getByLabel('经过').evaluate((box) => box.removeAttribute('maxlength'));
    await send(page, { title: '路灯一直不亮', text: `${text}了` });
    expect(await saidOn(page)).toContain('最多写 10000 个字，现在有 10001 个');
    expect(await page.getByLabel('经过').inputValue()).toBe(`${text}了`);
    await keepPicture(visitor, 'orders-too-long');
    await send(page, { title: '路灯一直不亮', text });
    const order = await numberOn(page);
    expect((await operator.call(orderDeskRoutes.get, { params: { order } })).text).toBe(text);
  });

  test('and the name of an attachment stay words, whatever stands in them', async () => {
    const page = await open();
    const name = `${script.replaceAll('/', '')}.jpg`;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: photograph });
    await send(page, { title: '<b>门口</b>的灯', text: script });
    const order = await numberOn(page);
    await visitor.go(`/orders/${order}`);
    expect(await saidOn(page)).toContain(script);
    expect(await saidOn(page)).toContain('1 个');
    expect(await page.title()).toContain('<b>门口</b>的灯');
  });

  test('stays where it is while an attachment of the wrong type is refused', async () => {
    const page = await open();
    const program = { name: '说明.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') };
    const fake = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is a program') };
    await page.locator('input[type=file]').setInputFiles([program, fake]);
    await send(page, { title: '路灯不亮', text: '示例路的路灯不亮。' });
    expect(await saidOn(page)).toContain('“说明.exe”不是照片或 PDF');
    expect(await saidOn(page)).toContain('“照片.jpg”不是照片或 PDF');
    expect(await page.getByLabel('经过').inputValue()).toBe('示例路的路灯不亮。');
    await keepPicture(visitor, 'orders-wrong-file');
    await leadOn(page, page.getByRole('button', { name: '提交', exact: true }).click());
    expect(await saidOn(page)).toContain('前答复您');
  });
});

test('somebody else’s order is nobody’s to open or to act upon', async () => {
  const owner = await comeIn({ as: 'liang-zhixia', script: false });
  const page = await owner.go('/orders/new/consult');
  await send(page, { title: '犬证怎么办', text: '要带什么？' });
  const order = await numberOn(page);
  const other = await comeIn({ as: 'he-guilan', script: false });
  for (const act of ['', '/urge', '/verdict', '/reopen', '/attach', '/withdraw']) {
    await other.go(`/orders/${order}${act}`);
    expect(await saidOn(other.page)).not.toContain('犬证怎么办');
  }
  await keepPicture(other, 'orders-not-mine');
  await Promise.all([owner.leave(), other.leave()]);
});

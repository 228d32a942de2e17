import { type HotTopic, hotlistRoutes, orderDeskRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../house/client.ts';
import { atDesk, staffOf } from '../house/colleagues.ts';
import { photographFile } from '../house/portal.ts';
import { barriersOn, comeIn, keepPicture, saidOn, type Visitor } from '../house/visit.ts';

const told = '小区里遛大型犬不牵狗绳，孩子不敢下楼。';
const doing = '已在三个小区开展文明养犬巡查，每晚两次。';
let operator: Client;
let writer: Client;
let desk: Visitor;
beforeAll(async () => {
  const staff = await staffOf(['operator', 'spokesperson', 'supervisor']);
  [operator, writer] = [staff.client('operator'), staff.client('spokesperson')];
  for (let at = 0; at < 14; at += 1) await callAbout(`1990002${String(at).padStart(4, '0')}`);
  desk = (await atDesk(staff, 'supervisor')).visitor;
  // Pickers are answered by the journey; that has to be said before the first one opens.
  desk.page.on('filechooser', () => undefined);
});
afterAll(() => desk.leave());

/** Somebody calls about dogs, by a phone of their own. */
async function callAbout(phone: string): Promise<void> {
  const { order } = await operator.call(orderDeskRoutes.register, {
    body: {
      ...{ kind: 'complaint', title: '遛狗不牵绳', text: told, division: '4419', channel: 'phone' },
      ...{ identity: 'named', urgent: false, caller: { name: '示例·来电', phone } },
    },
  });
  const { version } = await operator.call(orderDeskRoutes.get, { params: { order } });
  const act = { type: 'classify' as const, kind: 'complaint' as const, matter: 'po-dog', labels: [] };
  await operator.call(orderDeskRoutes.act, { params: { order }, body: { version, act } });
}
async function look(visitor: Visitor, name: string): Promise<void> {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
}

/** Fills in what was done with one figure, and takes the step, by keys alone. */
async function takeStep(name: string, more: () => Promise<void> = async () => undefined): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await more();
  await page.getByLabel('做了什么、查到什么').fill(`${name}：开了现场会`);
  await page.getByLabel('说的是什么').first().fill('巡查');
  await page.getByLabel('数字', { exact: true }).first().fill('6');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('what many people raise', () => {
  test('is mined for a month, and says why it stands there', async () => {
    const page = await desk.go('/desk/hotlist');
    await page.getByText('榜上还没有事情').waitFor();
    await look(desk, 'hotlist-empty');
    await page.keyboard.press('1');
    await page.getByText('这个月还没有挖掘').waitFor();
    await page.keyboard.press(']');
    await page.keyboard.press('m');
    await page.getByText(/挖掘，连同前三个月读了/).waitFor();
    await page.getByRole('heading', { name: '为什么上来' }).waitFor();
    expect(await saidOn(page)).not.toContain('孩子不敢下楼');
    await look(desk, 'hotlist-candidates');
  });

  test('is picked, assigned, watched, taken on and removed, each with evidence', async () => {
    const { page } = desk;
    await page.keyboard.press('p');
    await page.getByLabel('榜上叫什么').fill('遛狗不牵绳');
    await page.keyboard.press('Control+Enter');
    await page.getByText('写明做了什么，并至少填一个数字作佐证').waitFor();
    await look(desk, 'hotlist-pick');
    await page.getByLabel('做了什么、查到什么').fill('一个月里多人反映，定为本月热点');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '遛狗不牵绳', level: 1 }).waitFor();
    await takeStep('交办', async () => {
      await page.getByLabel('交给哪个单位').fill('东城');
      await page.locator('.ant-select-item-option-active').filter({ visible: true }).first().waitFor();
      await page.keyboard.press('Enter');
      const picker = page.waitForEvent('filechooser');
      await page.keyboard.press('F4');
      await (await picker).setFiles(photographFile);
      await page.locator('.attach-sent').waitFor();
      await look(desk, 'hotlist-assign');
    });
    await takeStep('转监测');
    await takeStep('包案', () => page.getByLabel('包案领导（姓名和职务）').fill('示例·副局长'));
    await page.getByRole('link', { name: 'photograph.jpg' }).waitFor();
    await look(desk, 'hotlist-topic');
    expect(await saidOn(page)).toContain('示例·副局长');
  });

  test('reaches the public only in words somebody else approved', async () => {
    const { page } = desk;
    const visitor = await comeIn({ script: false });
    const board = await visitor.go('/hot-topics');
    expect(await saidOn(board)).toContain('现在没有公示的事');
    await keepPicture(visitor, 'hot-board-empty');
    const { topics } = await writer.call(hotlistRoutes.board, {});
    const topic = topics.find(({ name }) => name === '遛狗不牵绳')?.topic ?? '';
    const words = { title: '遛狗不牵绳', doing, words: ['牵绳'], withFigures: true };
    const body = { revision: 0, words: { ...words, titleEn: 'Dogs without a lead' } };
    const written: HotTopic = await writer.call(hotlistRoutes.write, { params: { topic }, body });
    expect(written.mayShow).toBe(false);
    await desk.go(`/desk/hotlist?topic=${topic}`);
    await page.getByRole('button', { name: '批准公示' }).click();
    await page.getByText('正在公示').waitFor();
    await visitor.go('/hot-topics');
    const shown = await saidOn(board);
    for (const text of ['遛狗不牵绳', doing, '由领导包办']) expect(shown).toContain(text);
    expect(await board.content()).not.toContain('photograph');
    // Others may have called about dogs in this house as well.
    expect(Number(/(\d+) 人/.exec(shown)?.[1])).toBeGreaterThanOrEqual(14);
    await keepPicture(visitor, 'hot-board');
    await visitor.leave();
    for (const [name, visit] of [
      ['hot-board', { large: true }],
      ['hot-board-english', { english: true }],
    ] as const) {
      const other = await comeIn(visit);
      await other.go('/hot-topics');
      await look(other, name);
      await other.leave();
    }
  });

  test('leaves the board in the end, and stands among what was solved', async () => {
    const { page } = desk;
    await takeStep('撤榜');
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: '撤榜 1' }).waitFor();
    await look(desk, 'hotlist-board');
    const visitor = await comeIn({});
    await visitor.go('/hot-topics');
    expect(await saidOn(visitor.page)).toContain('已经解决');
    await visitor.leave();
  });
});

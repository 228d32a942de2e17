import { insightRoutes, orderDeskRoutes, ordersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient } from '../house/client.ts';
import { atDesk } from '../house/orders.ts';
import { ownHouse } from '../house/shared.ts';
import { barriersOn, comeIn, keepPicture, type Visitor } from '../house/visit.ts';

const { origin } = ownHouse();
/** Sorted under by no other journey: what the house has yet to count for them does not show here. */
const matter = 'po-fireworks';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const ofToday = () => atDesk('supervisor').call(insightRoutes.get, { query: { from: today, to: today } });

/** How many of the matter were counted until now. */
async function counted(): Promise<number> {
  return (await ofToday()).topics.find(({ id }) => id === matter)?.received ?? 0;
}

/** Told by somebody without a name in words that say nothing, and sorted by the operator. */
async function told(about: string): Promise<void> {
  const { order } = await createClient(origin).call(ordersRoutes.registerUnnamed, {
    body: { kind: 'help', title: '有件事想说一下', text: '说来话长，等您回话。', division: '4419' },
  });
  const operator = atDesk('operator');
  const { version } = await operator.call(orderDeskRoutes.get, { params: { order } });
  await operator.call(orderDeskRoutes.act, {
    params: { order },
    body: { version, act: { type: 'classify', kind: 'help', matter: about, labels: [] } },
  });
}

describe('the analysis of orders', () => {
  let desk: Visitor;
  beforeAll(async () => {
    desk = await comeIn({ on: 'desk', as: 'supervisor' });
  });
  afterAll(() => desk.leave());

  test('counts an order once it is sorted, and shows it to the supervisor by topic, fraud kind and channel', async () => {
    const before = await counted();
    await told(matter);
    // Which kind of fraud is told once three have been; each of them is a tip-off.
    for (const _ of [1, 2, 3]) await told('fraud-shopping');
    await vi.waitUntil(async () => (await counted()) === before + 1, { timeout: 30_000, interval: 500 });
    await vi.waitUntil(async () => (await ofToday()).fraud.length > 0, { timeout: 30_000, interval: 500 });
    const page = await desk.go('/desk/insight');
    await page.getByRole('heading', { name: '舆情分析' }).waitFor();
    await page.getByRole('region', { name: '诈骗类型' }).getByText('虚假购物').waitFor();
    await page
      .getByRole('region', { name: '反映的事项' })
      .getByRole('rowheader', { name: '烟花爆竹' })
      .waitFor();
    await page.getByRole('region', { name: '来源渠道' }).getByText('网站').waitFor();
    await keepPicture(desk, 'insight');
    expect(await barriersOn(page)).toEqual([]);
  });

  test('is saved as a table that holds all of it', async () => {
    const { page } = desk;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^舆情分析 .*\.csv$/);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    const lines = Buffer.concat(parts).toString('utf8').trim().split('\r\n');
    expect(lines[0]).toContain('分项,名称,收到,前期');
    expect(lines.some((line) => line.startsWith('诈骗,虚假购物,'))).toBe(true);
    expect(lines.some((line) => line.startsWith('渠道,网站,'))).toBe(true);
  });

  test('of a time without orders says so', async () => {
    const { page } = desk;
    await page.getByLabel('到', { exact: true }).fill('2020-01-31');
    await page.getByLabel('从', { exact: true }).fill('2020-01-01');
    await page.getByText('这段时间没有诉求').waitFor();
    await keepPicture(desk, 'insight-none');
  });

  test('is no page of other posts', async () => {
    const clerk = await comeIn({ on: 'desk', as: 'clerk' });
    const page = await clerk.go('/desk/insight');
    await page.getByText('没有这个页面').waitFor();
    await clerk.leave();
  });
});

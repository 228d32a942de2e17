import { orderCallsRoutes, ordersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { city, editionOf, fillDraft, handIn } from '../house/applying.ts';
import { createClient } from '../house/client.ts';
import { atDesk, type Colleague, staffOf } from '../house/colleagues.ts';
import { look, type OrderWork, orderWork } from '../house/order-work.ts';
import { citizen } from '../house/people.ts';
import { ownHouse } from '../house/shared.ts';
import { findWayThrough } from '../house/situations.ts';

/** Somebody whose orders and cases no other journey counts. */
const who = citizen('qin-chunyan');
const title = '集体户的事问到哪一步了';
const masked = `${who.phone.slice(0, 3)}****${who.phone.slice(-4)}`;

let staff: Awaited<ReturnType<typeof staffOf>>;
let work: OrderWork;
let desk: Colleague;
let number = '';
beforeAll(async () => {
  staff = await staffOf(['operator', 'clerk', 'clerk-gz', 'approver']);
  work = orderWork(staff);
  const { origin, sessions } = ownHouse();
  const own = createClient(origin, { session: sessions[who.id] ?? '' });
  const edition = await editionOf(own, 'hh-cert');
  const draft = await fillDraft(own, { item: 'hh-cert', answers: findWayThrough(edition) ?? [] });
  number = (await handIn(own, draft)).case;
  await own.call(ordersRoutes.register, {
    body: {
      ...{ kind: 'consult', title, text: '上周交的材料，想知道到哪一步。', division: city },
      ...{ identity: 'named', files: [] },
    },
  });
  desk = await atDesk(staff, 'operator');
});
afterAll(() => desk.visitor.leave());

test('a call from a known number pops up who it may be, masked, and its order hangs on their open case', async () => {
  const page = await desk.go('/desk/hotline');
  await rings();
  const caller = page.getByRole('complementary', { name: '来电' });
  await caller.getByText(masked).first().waitFor();
  await caller.getByRole('heading', { name: '示*' }).waitFor();
  await caller.getByRole('link', { name: title }).first().waitFor();
  await caller.getByTitle(number).waitFor();
  await caller.getByText('身份证').first().waitFor();
  const said = (await caller.allInnerTexts()).join();
  for (const plain of [who.name, who.phone, who.citizen_number]) expect(said).not.toContain(plain);
  await page.getByLabel('来人说的（边听边打）').fill('上周交的户籍证明，到现在还没有消息，请帮我问一问。');
  await pick('关联办件', number);
  await pick('类别', '求助');
  await pick('事项', '养犬');
  await pick('转给', '东莞市公安局');
  await look(desk, 'hotline-known-caller');
  await page.keyboard.press('Control+Enter');
  const done = page.getByRole('heading', { name: /^已转办 \d{16}$/ });
  await done.waitFor();
  const order = /\d{16}/.exec((await done.allInnerTexts()).join())?.[0] ?? '';
  await page.keyboard.press('Control+Enter');
  await page.getByText(masked).first().waitFor({ state: 'detached' });
  // The operator may not open cases: the number stands in words.
  const told = await work.seen('operator', order);
  expect([told.about, told.cases]).toEqual([number, []]);
  expect(told.caller?.phone).toBe(masked);
  const unit = await atDesk(staff, 'clerk');
  const pane = await unit.go(`/desk/orders?order=${order}`);
  const link = pane.getByRole('link', { name: number });
  await link.waitFor();
  await look(unit, 'order-of-case');
  await link.click();
  await pane.getByLabel('办件内容').waitFor();
  expect(new URL(pane.url()).pathname).toBe(`/desk/cases/${number}`);
  await look(unit, 'order-led-to-case');
  await unit.visitor.leave();
});

test('what the same caller asked before is put beside what they say, in other words too', async () => {
  const page = await desk.go('/desk/hotline');
  await rings();
  await page.getByText(masked).first().waitFor();
  await page.getByLabel('来人说的（边听边打）').fill('我又来问集体户的材料，那件事现在怎么样了？');
  await page.getByRole('heading', { name: '可能重复' }).waitFor();
  await page
    .getByText(/同一个人/)
    .first()
    .waitFor();
  await look(desk, 'hotline-same-caller');
  await pick('不建单，结束这通', '告知已有工单的进度');
  await page.getByText(masked).first().waitFor({ state: 'detached' });
});

test('a clerk hangs an order on a case; who may not open that case reads its number and is led nowhere', async () => {
  const order = await work.taken({ text: '户籍证明交了没有回音，想问一问。' });
  await work.sent(order);
  await work.does('clerk', order, { type: 'claim' });
  const unit = await atDesk(staff, 'clerk');
  const page = await unit.go(`/desk/orders?order=${order}`);
  await page.getByRole('button', { name: '关联办件' }).click();
  await page.getByLabel('办件编号').fill('4419000000000000');
  await page.keyboard.press('Control+Enter');
  await page.getByText('没有这个办件，或您不能看它').first().waitFor();
  await page.getByLabel('办件编号').fill(number);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: number }).waitFor();
  await unit.visitor.leave();
  const page2 = await desk.go(`/desk/orders?order=${order}`);
  await page2.getByText(number).first().waitFor();
  expect(await page2.getByRole('link', { name: number }).count()).toBe(0);
});

const rings = () =>
  staff.client('operator').call(orderCallsRoutes.pretendCall, {
    body: { phone: who.phone, dialled: '96110' },
  });
async function pick(label: string, words: string): Promise<void> {
  await desk.page.getByLabel(label, { exact: true }).fill(words);
  await desk.page.keyboard.press('Enter');
}

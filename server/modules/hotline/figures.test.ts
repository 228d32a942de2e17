import { type OrderAct, orderDeskRoutes, ordersRoutes } from '@tongban/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/index.ts';
import { createHotlineHouse, type HotlineHouse } from './hotline-house.fixture.ts';

let house: HotlineHouse;
let operator: SignedIn;
let clerk: SignedIn;
beforeAll(async () => {
  house = await createHotlineHouse();
  operator = house.at('operator');
  clerk = house.at('clerk');
});
afterAll(() => house.stop());

const figures = (caller: SignedIn, from = '2026-03-01', to = '2026-04-30') =>
  house.as(caller)(orderDeskRoutes.figures, { query: { from, to } });

/** An order that was answered by its unit, and what came of the call. */
async function called(citizen: SignedIn, after: OrderAct | undefined): Promise<void> {
  const { order } = await house.send(citizen);
  await house.sent(operator, order);
  for (const [by, act] of [
    [clerk, { type: 'claim' }],
    [clerk, { type: 'draft', text: '换好了' }],
    [house.at('approver'), { type: 'pass' }],
    [clerk, { type: 'reply' }],
  ] as const)
    await house.act(by, order, act);
  if (after !== undefined) await house.act(operator, order, after);
}

test('the share of call-backs counts who said something after the reply, not who was only called or left alone', async () => {
  const citizen = await house.citizen();
  const start = house.clock();
  await called(citizen, { type: 'satisfied' });
  await called(citizen, { type: 'satisfied' });
  await called(citizen, { type: 'dissatisfied', say: '还是断的' });
  await called(citizen, { type: 'not-reached' });
  await called(citizen, undefined);
  house.moveBy({ days: 30 });
  await house.platform.jobs.runTimer('hotline.sweep');
  // Two were closed because nobody answered: they were replied to, and nobody was called back.
  expect(await figures(operator)).toMatchObject({
    ...{ received: 5, replied: 4, repliedInTime: 4, calledBack: 3, satisfied: 2 },
    ...{ dispatches: 5, wrongDispatches: 0, byKind: [{ kind: 'complaint', n: 5 }] },
  });
  house.moveTo(start);
});

test('figures are of the own branch and below, of the days asked for, and of nobody else', async () => {
  expect(await figures(house.at('supervisor', 'lake'))).toMatchObject({ received: 5 });
  expect(await figures(house.at('supervisor', 'lake/west'))).toMatchObject({ received: 0, byKind: [] });
  expect(await figures(operator, '2026-03-03', '2026-03-31')).toMatchObject({ received: 0 });
  await expect(figures(await house.citizen())).rejects.toMatchObject({ kind: 'forbidden' });
});

test('a tip-off is counted nowhere but at its unit', async () => {
  const citizen = await house.citizen();
  await house.as(citizen)(ordersRoutes.register, {
    body: { kind: 'report', title: '有人偷桨', text: '夜里', division: '4419', identity: 'named', files: [] },
  });
  expect(await figures(house.at('supervisor', 'lake'))).toMatchObject({ received: 5 });
  expect(await figures(clerk)).toMatchObject({ received: 6 });
});

import { casesRoutes, deskPaymentsRoutes, deskRoutes, paymentsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { createPayingHouse } from './payments.fixture.ts';

const house = await createPayingHouse();
afterAll(house.stop);
const { clerk, colleague, as } = house;
const today = '2026-03-02';

describe('an accepted case', () => {
  test('opens an order of its fees with their legal basis, and shows how it stands', async () => {
    const { payer, number, order } = await house.aDebtor();
    const view = await as(payer)(paymentsRoutes.get, { params: { order } });
    expect(view).toMatchObject({ about: `case:${number}`, fen: 1500, lateFen: 0, state: 'open' });
    expect(view.lines).toEqual([
      { name: { zh: '艇身贴工本费' }, fen: 1500, basis: '《皮划艇管理办法》第九条' },
    ]);
    const mine = await as(payer)(casesRoutes.get, { params: { case: number } });
    expect(mine.payment).toMatchObject({ order, state: 'open', fen: 1500 });
    expect((await house.seen(clerk, number)).payment).toMatchObject({ state: 'open' });
  });

  test('that costs nothing opens none', async () => {
    const payer = await house.citizen();
    const number = await house.submitted(payer);
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    expect((await house.accept(clerk, number)).payment).toBeUndefined();
    expect(await as(payer)(paymentsRoutes.list, {})).toEqual([]);
  });

  test('that is withdrawn leaves nothing to pay', async () => {
    const { payer, number, order } = await house.aDebtor();
    await as(payer)(casesRoutes.withdraw, { params: { case: number }, body: { reason: '不办了' } });
    expect(await house.stateOf(payer, order)).toBe('closed');
  });
});

describe('who pays', () => {
  test('pays online once, and has a signed receipt', async () => {
    const { payer, order } = await house.aDebtor();
    await house.begin(payer, order);
    const paid = await house.pretend(payer, order, 'paid');
    expect(paid).toMatchObject({ state: 'paid', receipt: true, paidBy: { zh: '划艇支付' } });
    await house.settle();
    const receipt = await as(payer)(paymentsRoutes.receipt, { params: { order } });
    expect(Buffer.from(receipt.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is answered the same charge again while it is under way', async () => {
    const { payer, order } = await house.aDebtor();
    const first = await house.begin(payer, order);
    expect(await house.begin(payer, order)).toBe(first);
  });

  test('is refused a second charge of what is paid: payments.state', async () => {
    const { payer, order } = await house.aDebtor();
    await house.begin(payer, order);
    await house.pretend(payer, order, 'paid');
    await expect(house.begin(payer, order)).rejects.toMatchObject({ code: 'payments.state' });
  });

  test('sees nothing of the order of another, as if there were none', async () => {
    const { order } = await house.aDebtor();
    const stranger = await house.citizen('示例乙');
    const asked = { params: { order } };
    await expect(as(stranger)(paymentsRoutes.get, asked)).rejects.toMatchObject({ code: 'payments.order' });
    await expect(house.begin(stranger, order)).rejects.toMatchObject({ code: 'payments.order' });
    await expect(as(stranger)(paymentsRoutes.receipt, asked)).rejects.toMatchObject({
      code: 'payments.order',
    });
  });
});

describe('the window', () => {
  const take = (order: string, body: { way: 'cash' | 'pos'; fen: number; slip?: string }) =>
    as(clerk)(deskPaymentsRoutes.take, { params: { order }, body });

  test('takes cash exactly, once, with a receipt; the payer is masked', async () => {
    const { payer, number, order } = await house.aDebtor();
    const [found] = await as(clerk)(deskPaymentsRoutes.search, { query: { words: number } });
    expect(found).toMatchObject({ order, payer: '示*', fen: 1500, state: 'open' });
    expect(await take(order, { way: 'cash', fen: 1500 })).toMatchObject({
      state: 'paid',
      paidBy: '窗口现金',
    });
    await expect(take(order, { way: 'cash', fen: 1500 })).rejects.toMatchObject({ code: 'payments.state' });
    expect(await house.stateOf(payer, order)).toBe('paid');
    await house.settle();
    const receipt = await as(clerk)(deskPaymentsRoutes.receipt, { params: { order } });
    expect(receipt.contentType).toContain('application/pdf');
  });

  test('refuses another amount: payments.amount', async () => {
    const { order } = await house.aDebtor();
    await expect(take(order, { way: 'cash', fen: 1400 })).rejects.toMatchObject({ code: 'payments.amount' });
  });

  test('takes a card by the number of its slip, which counts once', async () => {
    const [one, other] = [await house.aDebtor(), await house.aDebtor()];
    const body = { way: 'pos', fen: 1500, slip: 'KAYAK-0001' } as const;
    expect((await take(one.order, body)).state).toBe('paid');
    await expect(take(other.order, body)).rejects.toMatchObject({ code: 'payments.slip' });
    await expect(take(other.order, { way: 'pos', fen: 1500 })).rejects.toMatchObject({
      code: 'payments.slip',
    });
  });

  test('of another branch reaches no order', async () => {
    const { number, order } = await house.aDebtor();
    const far = await house.staff('clerk', { branch: 'lake/west' });
    expect(await as(far)(deskPaymentsRoutes.search, { query: { words: number } })).toEqual([]);
    const body = { way: 'cash', fen: 1500 } as const;
    const taking = as(far)(deskPaymentsRoutes.take, { params: { order }, body });
    await expect(taking).rejects.toMatchObject({ code: 'payments.order' });
  });
});

describe('a refund', () => {
  const ask = async (order: string) => {
    await as(clerk)(deskPaymentsRoutes.askRefund, { params: { order }, body: { reason: '重复缴费' } });
    const row = (await as(colleague)(deskPaymentsRoutes.refunds, {})).find((one) => one.order === order);
    if (row === undefined) throw new Error('the refund is not listed');
    return row;
  };
  const settle = (who: typeof clerk, refund: string, verdict: 'confirm' | 'decline') =>
    as(who)(deskPaymentsRoutes.settleRefund, { params: { refund }, body: { verdict } });
  const aPayer = async () => {
    const debtor = await house.aDebtor();
    await house.begin(debtor.payer, debtor.order);
    await house.pretend(debtor.payer, debtor.order, 'paid');
    return debtor;
  };

  test('is asked by one and confirmed by another, goes back, and ends the receipt', async () => {
    const { payer, order } = await aPayer();
    const row = await ask(order);
    expect(await house.stateOf(payer, order)).toBe('refunding');
    await settle(colleague, row.refund, 'confirm');
    await house.settle();
    expect(await house.stateOf(payer, order)).toBe('refunded');
    const { rows } =
      await sql`select paper.state from files.paper join payments.payment_order using (paper_id)
      where order_id = ${order}`.execute(house.db);
    expect(rows).toEqual([{ state: 'revoked' }]);
  });

  test('is not confirmed by whoever asked: payments.two-people, nor by the database', async () => {
    const { order } = await aPayer();
    const { refund } = await ask(order);
    await expect(settle(clerk, refund, 'confirm')).rejects.toMatchObject({ code: 'payments.two-people' });
    const around = sql`update payments.refund set state = 'confirmed', settled_by = asked_by,
      settled_at = now() where refund_id = ${refund}`.execute(house.db);
    await expect(around).rejects.toThrow(/refund_takes_two/);
  });

  test('that is declined leaves the order paid, and can be asked for again', async () => {
    const { payer, order } = await aPayer();
    await settle(colleague, (await ask(order)).refund, 'decline');
    expect(await house.stateOf(payer, order)).toBe('paid');
    expect((await ask(order)).state).toBe('asked');
  });

  test('of cash is handed back when it is confirmed', async () => {
    const { payer, order } = await house.aDebtor();
    const body = { way: 'cash', fen: 1500 } as const;
    await as(clerk)(deskPaymentsRoutes.take, { params: { order }, body });
    await settle(colleague, (await ask(order)).refund, 'confirm');
    expect(await house.stateOf(payer, order)).toBe('refunded');
  });
});

describe('reconciliation', () => {
  test('finds a payment nobody told us of within five minutes', async () => {
    const { payer, order } = await house.aDebtor();
    await house.begin(payer, order);
    await house.pretend(payer, order, 'silent');
    expect(await house.stateOf(payer, order)).toBe('open');
    house.moveBy({ minutes: 4 });
    await house.platform.jobs.runTimer('payments.ask');
    expect(await house.stateOf(payer, order)).toBe('paid');
  });

  test('closes a charge that has run out, so that another can be begun', async () => {
    const { payer, order } = await house.aDebtor();
    const first = await house.begin(payer, order);
    house.moveBy({ minutes: 31 });
    await house.platform.jobs.runTimer('payments.ask');
    expect(await house.begin(payer, order)).not.toBe(first);
  });

  test('lists what a statement says otherwise until somebody explains it', async () => {
    const { payer, order } = await house.aDebtor();
    const trade = await house.begin(payer, order);
    await house.pretend(payer, order, 'paid');
    house.moveBy({ days: 1 });
    await sql`update payments.pretended set fen = 1400 where trade_number = ${trade}`.execute(house.db);
    await house.platform.jobs.runTimer('payments.statements');
    const [difference] = (await house.dayOf(today)).differences;
    expect(difference).toMatchObject({ kind: 'amount', tradeNumber: trade, hereFen: 1500, thereFen: 1400 });
    const body = { say: '支付机构更正' };
    await as(clerk)(deskPaymentsRoutes.explain, {
      params: { difference: difference?.difference ?? '' },
      body,
    });
    expect((await house.dayOf(today)).differences[0]?.explained).toBe(body.say);
    house.moveBy({ days: -1 });
  });

  test('adds up the day by way', async () => {
    const { ways } = await house.dayOf(today);
    expect(ways.find(({ way }) => way === 'cash')).toMatchObject({ name: '窗口现金', refundedFen: 1500 });
  });
});

test('what the database keeps counts once, whatever is tried around the code', async () => {
  const { payer, order } = await house.aDebtor();
  await house.begin(payer, order);
  await house.pretend(payer, order, 'paid');
  const again = sql`insert into payments.payment (payment_id, order_id, way, transaction_number, trade_number, fen,
      currency, paid_at, heard_at, heard_by)
    values (gen_random_uuid(), ${order}, 'kayakpay', 'another', 'T', 1500, 'CNY', now(), now(), 'callback')`;
  await expect(again.execute(house.db)).rejects.toThrow(/payment_counts_once/);
  const event = sql`insert into payments.event (order_id, seq, type, at, data)
    values (${order}, 99, 'paid', now(), '{}')`;
  await expect(event.execute(house.db)).rejects.toThrow(/event_paid_once/);
  const change = sql`update payments.event set type = 'closed' where order_id = ${order}`;
  await expect(change.execute(house.db)).rejects.toThrow(/permission denied/);
});

test('the case at the desk shows that it is paid', async () => {
  const { payer, number, order } = await house.aDebtor();
  await house.begin(payer, order);
  await house.pretend(payer, order, 'paid');
  const seen = await as(clerk)(deskRoutes.get, { params: { case: number } });
  expect(seen.payment?.state).toBe('paid');
});

import { deskPaymentsRoutes, paymentsRoutes } from '@tongban/contract';
import { afterAll, describe, expect, test } from 'vitest';
import type { Bill, BillSource } from './bills.ts';
import { createPayingHouse } from './payments.fixture.ts';

const listed = new Map<string, Bill>();
const told: Parameters<BillSource['paid']>[0][] = [];
const state = { away: false };
const bills: BillSource = {
  find: (billNumber) =>
    state.away ? Promise.reject(new Error('away')) : Promise.resolve(listed.get(billNumber)),
  paid: (paid) => {
    told.push(paid);
    return Promise.resolve();
  },
};
const lateRuleOf = (item: string) =>
  Promise.resolve(item === 'kayak-fine' ? { perDayTenThousandths: 300 } : undefined);
const house = await createPayingHouse(() => ({ bills, lateRuleOf }));
afterAll(house.stop);

let count = 0;
async function aBill(changes: Partial<Bill> = {}) {
  const payer = await house.citizen();
  count += 1;
  const billNumber = `9901${count}000`;
  listed.set(billNumber, {
    ...{ billNumber, payerNumber: payer.citizenNumber, kind: 'fine', title: { zh: '皮划艇罚款' } },
    ...{ payee: '示例·东湖', fen: 20_000, basis: '皮划艇管理办法', division: '4419', dueOn: '2026-02-20' },
    ...changes,
  });
  return { payer, billNumber };
}
type Debtor = Awaited<ReturnType<typeof aBill>>;
const open = ({ payer, billNumber }: Debtor, who = payer) =>
  house.as(who)(paymentsRoutes.openBill, { body: { billNumber } });

describe('a bill of the non-tax system', () => {
  test('is found by its number, opened once, and paid; the system is told', async () => {
    const debtor = await aBill();
    const view = await open(debtor);
    expect(view).toMatchObject({ fen: 20_000, billNumber: debtor.billNumber, dueOn: '2026-02-20' });
    expect((await open(debtor)).order).toBe(view.order);
    await house.begin(debtor.payer, view.order);
    await house.pretend(debtor.payer, view.order, 'paid');
    await house.settle();
    expect(told).toContainEqual(
      expect.objectContaining({ billNumber: debtor.billNumber, fen: 20_000, reference: view.number }),
    );
  });

  test('of another is as if there were none: payments.bill', async () => {
    const debtor = await aBill();
    const stranger = await house.citizen('示例乙');
    await expect(open(debtor, stranger)).rejects.toMatchObject({ code: 'payments.bill' });
  });

  test('costs more when it is late only where its item says so, and that is what the window takes', async () => {
    const plain = await open(await aBill({ item: 'kayak' }));
    expect(plain).toMatchObject({ lateFen: 0, fen: 20_000 });
    const late = await open(await aBill({ item: 'kayak-fine' }));
    expect(late).toMatchObject({ lateFen: 6000, fen: 26_000 });
    const take = (fen: number) =>
      house.as(house.clerk)(deskPaymentsRoutes.take, {
        params: { order: late.order },
        body: { way: 'cash', fen },
      });
    await expect(take(20_000)).rejects.toMatchObject({ code: 'payments.amount' });
    expect(await take(26_000)).toMatchObject({ state: 'paid', paidFen: 26_000, lateFen: 6000 });
  });

  test('cannot be looked up while the system is away, and says so', async () => {
    const debtor = await aBill();
    state.away = true;
    await expect(open(debtor)).rejects.toMatchObject({ code: 'payments.bill-away' });
    state.away = false;
  });
});

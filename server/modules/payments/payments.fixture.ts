import { deskPaymentsRoutes, paymentsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import type { SignedIn } from '../../platform/index.ts';
import { createKayakHouse, lakeAnswers } from '../cases/kayak-house.fixture.ts';
import { paymentsHttp } from './index.ts';

/** Answers with which a sticker is wanted, which costs 15 yuan. */
const stickerAnswers = lakeAnswers.map(([fact, value]): [string, string] => [
  fact,
  fact === '要贴标' ? '是' : value,
]);

type More = NonNullable<Parameters<typeof createKayakHouse>[1]>;

/** A house where kayaks with stickers are registered, and money is taken. */
export async function createPayingHouse(paying?: More['paying'], { toys = [] }: Pick<More, 'toys'> = {}) {
  const house = await createKayakHouse(
    {},
    {
      ...(paying === undefined ? {} : { paying }),
      toys,
      also: (platform, { payments }) => paymentsHttp(platform.http, payments),
    },
  );
  const clerk = await house.staff('clerk');
  const colleague = await house.staff('clerk');
  return {
    ...{ ...house, clerk, colleague },
    ...createDebts(house, clerk),
    ...createPayments(house, clerk),
    /** Pays an order back: asked for by one, confirmed by another, and done at the provider. */
    async refund(order: string): Promise<void> {
      await house.as(clerk)(deskPaymentsRoutes.askRefund, {
        params: { order },
        body: { reason: '重复缴费' },
      });
      const rows = await house.as(colleague)(deskPaymentsRoutes.refunds, {});
      const refund = rows.find((row) => row.order === order)?.refund ?? '';
      const confirm = { params: { refund }, body: { verdict: 'confirm' as const } };
      await house.as(colleague)(deskPaymentsRoutes.settleRefund, confirm);
      await house.settle();
      // A provider that says it is under way is asked again later; later is now.
      await sql`update graphile_worker._private_jobs set run_at = now()`.execute(house.db);
      await house.settle();
    },
  };
}
type House = Awaited<ReturnType<typeof createKayakHouse>>;

function createDebts(house: House, clerk: SignedIn) {
  return {
    /** A citizen whose case has been accepted, with the order that was opened by it. */
    async aDebtor(item = 'kayak') {
      const payer = await house.citizen();
      const draft = await house.begin(payer, item, stickerAnswers);
      const filled = await house.fill(payer, { ...draft, values: { ...draft.values, colour: '红' } });
      const { case: number } = await house.submit(payer, filled.draft);
      await house.claim(clerk, number);
      await house.mark(clerk, number);
      await house.accept(clerk, number);
      const [newest] = await house.as(payer)(paymentsRoutes.list, {});
      if (newest === undefined) throw new Error('there is nothing to pay');
      return { payer, number, order: newest.order };
    },
  };
}

function createPayments(house: House, clerk: SignedIn) {
  return {
    /** Begins to pay; answers the trade number the provider knows. */
    async begin(payer: SignedIn, order: string, way = 'kayakpay'): Promise<string> {
      await house.as(payer)(paymentsRoutes.begin, { params: { order }, body: { way } });
      const { rows } = await sql<{ trade_number: string }>`select trade_number from payments.charge
        where order_id = ${order} order by began_at desc, charge_id desc limit 1`.execute(house.db);
      return rows[0]?.trade_number ?? '';
    },
    stateOf: async (payer: SignedIn, order: string) =>
      (await house.as(payer)(paymentsRoutes.get, { params: { order } })).state,
    pretend: (payer: SignedIn, order: string, outcome: 'paid' | 'silent' | 'cancelled') =>
      house.as(payer)(paymentsRoutes.pretend, { params: { order }, body: { outcome } }),
    dayOf: (day: string) => house.as(clerk)(deskPaymentsRoutes.day, { params: { day } }),
  };
}

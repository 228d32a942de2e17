import type { PaymentView } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import type { Asking } from './asking.ts';
import type { Counting } from './counting.ts';
import { ownOrder, viewOf } from './own-views.ts';
import { lockOrder, type Parts } from './parts.ts';
import type { Message, Payer, Provider } from './providers/port.ts';
import { record, refused } from './recording.ts';
import type { ChargeRow, OrderRow } from './store/orders.ts';
import { dueFen } from './views.ts';

/** How long one attempt to pay is good for; a house default. */
const chargeMinutes = 30;
const minute = 60_000;

type Beginning = {
  readonly caller: SignedIn;
  readonly order: string;
  readonly way: string;
  /** From what somebody pays; inside WeChat the payer is who they are known as there. */
  readonly payer: { readonly ip: string; readonly from: 'screen' | 'phone' | 'wechat' };
};

/** 缴费: begins attempts to pay, and takes in what providers say. */
export function createPaying(parts: Parts, { count, asking }: { count: Counting; asking: Asking }) {
  const { clock } = parts;
  const providerOf = providersOf(parts);
  return {
    /** Orders the charge before anything is written, so that a provider that is away holds nothing up here. */
    async begin({ caller, order, way, payer }: Beginning, write: Write): Promise<PaymentView> {
      const provider = providerOf(way);
      const row = ownOrder(caller, await parts.store.find(order));
      if (row.state !== 'opened') throw refused();
      const charges = await parts.store.chargesOf(order);
      const fen = dueFen(row, clock());
      if (charges.some((one) => isUsable(one, { way, fen, now: clock() }))) return viewOf(parts, row);
      const known = await knownPayer(parts, caller, { way, payer });
      await endEarlier(parts, asking, charges);
      const now = ownOrder(caller, await parts.store.find(order));
      if (now.state !== 'opened') return viewOf(parts, now);
      const tradeNumber = `${row.number}${attempt(charges.length)}`;
      const goodUntil = new Date(clock().getTime() + chargeMinutes * minute);
      const wish = { tradeNumber, fen, title: row.title.zh, goodUntil, payer: known };
      const next = await reach(parts, () => provider.begin({ ...wish, ...addresses(parts, row, way) }));
      const charge = { order_id: order, trade_number: tradeNumber, way, fen, next: JSON.stringify(next) };
      return write(async (tx) => {
        await keepCharge(parts, tx, { ...charge, goodUntil });
        return viewOf(parts, row, tx);
      });
    },
    pretend: createPretending(parts, { count, providerOf }),
    /** 支付通知: believed only when it is signed and ours; it is always answered. */
    async hear(way: string, message: Omit<Message, 'now'>) {
      const provider = parts.providers.find((one) => one.way === way);
      if (provider === undefined) return { status: 404, contentType: 'text/plain', body: 'no' };
      const taken = await takeNotice({ parts, count }, provider, { ...message, now: clock() });
      return provider.answer(taken);
    },
  };
}

/** Inside WeChat its own payment wants to know who pays; whoever has not joined the account is told how. */
async function knownPayer(
  { wechatAccountOf }: Parts,
  { personId }: SignedIn,
  { way, payer }: Pick<Beginning, 'way' | 'payer'>,
): Promise<Payer> {
  const { ip, from } = payer;
  if (from !== 'wechat') return { ip, from };
  if (way !== 'wechat') return { ip, from: 'phone' };
  const openId = await wechatAccountOf?.(personId);
  if (openId !== undefined) return { ip, from: 'phone', openId };
  const message = '在微信里缴费，先到“消息”里关联微信；也可以用手机浏览器打开这一页缴';
  throw new Problem('payments.wechat-unknown', 'conflict', message);
}

/** What was begun before comes to its end first, so that nobody pays in two ways. */
async function endEarlier({ log }: Parts, asking: Asking, charges: readonly ChargeRow[]): Promise<void> {
  try {
    await asking.end(charges.filter(({ state }) => state === 'open'));
  } catch (error) {
    log.warn({ err: error }, 'a charge could not be ended');
    const message = '上一次支付还没有结果，查清以前不能换方式。过几分钟再看，不会重复扣钱';
    throw new Problem('payments.under-way', 'unavailable', message);
  }
}

type Sides = { readonly count: Counting; readonly providerOf: (way: string) => Provider };
type Outcome = 'paid' | 'silent' | 'cancelled';

/** Plays the payer at the simulator; what it says afterwards goes the way of every notice. */
function createPretending(parts: Parts, { count, providerOf }: Sides) {
  const { db, clock, store } = parts;
  return async (caller: SignedIn, order: string, outcome: Outcome): Promise<void> => {
    const row = ownOrder(caller, await store.find(order));
    const charge = (await store.chargesOf(order)).find(({ state }) => state === 'open');
    const provider = charge === undefined ? undefined : providerOf(charge.way);
    if (charge === undefined || provider?.pretend === undefined || row.state !== 'opened') throw refused();
    const does = outcome === 'cancelled' ? outcome : 'paid';
    const said = await provider.pretend(charge.trade_number, does, clock());
    await asMachine('worker', async () => {
      if (outcome === 'cancelled') {
        await transaction(db, (tx) => store.setCharge(tx, charge.trade_number, 'closed'));
      } else if (said !== undefined && outcome === 'paid') {
        const header = (name: string) => said.headers[name];
        await takeNotice({ parts, count }, provider, { header, bytes: said.bytes, now: clock() });
      }
    });
  };
}
type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The number of one more attempt, two digits behind the number of the order. */
function attempt(before: number): string {
  return String(before + 1).padStart(2, '0');
}

/** Whether a message was taken in; a refused one is on the log without what it said. */
async function takeNotice(
  { parts, count }: { parts: Parts; count: Counting },
  provider: Provider,
  message: Message,
): Promise<boolean> {
  const heard = await provider.read(message).catch(() => ({ ok: false, why: 'malformed' }) as const);
  if (!heard.ok) {
    parts.log.warn(
      { alarm: 'payments.notice', way: provider.way, why: heard.why },
      'a notice was not believed',
    );
    return false;
  }
  if (heard.said === 'paid') {
    const told = { way: provider.way, paid: heard.paid, heardBy: 'callback' } as const;
    await transaction(parts.db, (tx) => count(tx, told));
  }
  return true;
}

type NewCharge = Pick<ChargeRow, 'order_id' | 'trade_number' | 'way' | 'fen'> & {
  next: string;
  goodUntil: Date;
};

/** Keeps a charge unless the order has changed meanwhile or another click was faster; earlier ways run out. */
async function keepCharge(parts: Parts, tx: Tx, { goodUntil, ...charge }: NewCharge): Promise<void> {
  const { store, clock } = parts;
  const row = await lockOrder(parts, tx, charge.order_id);
  if (row.state !== 'opened') throw refused();
  const now = clock();
  const standing = await store.chargesOf(row.order_id, tx);
  if (standing.some((one) => isUsable(one, { way: charge.way, fen: charge.fen, now }))) return;
  await store.endCharges(tx, row.order_id, now);
  await store.insertCharge(tx, { ...charge, state: 'open', began_at: now, good_until: goodUntil });
  const { way, trade_number: tradeNumber } = charge;
  await record(parts, tx, { row, event: { type: 'begun', way, tradeNumber } });
}

function isUsable(charge: ChargeRow, { way, fen, now }: { way: string; fen: number; now: Date }): boolean {
  return charge.state === 'open' && charge.way === way && charge.fen === fen && charge.good_until > now;
}

function addresses({ config }: Parts, row: OrderRow, way: string) {
  const origin = config.publicOrigin;
  return { returnTo: `${origin}/pay/${row.order_id}/wait`, tellTo: `${origin}/api/payment-notices/${way}` };
}

/** Waits for a provider; one that is away is told as that. */
async function reach<T>({ log }: Pick<Parts, 'log'>, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    log.warn({ err: error }, 'a payment provider did not answer');
    throw new Problem(
      'payments.provider-away',
      'unavailable',
      '支付机构没有回应，钱没有扣。过一会儿再试，也可以到窗口缴',
    );
  }
}

function providersOf({ providers }: Pick<Parts, 'providers'>) {
  return (way: string): Provider => {
    const provider = providers.find((one) => one.way === way);
    if (provider === undefined) {
      throw new Problem('payments.way', 'invalid', '现在不能用这种方式缴费，换一种方式');
    }
    return provider;
  };
}

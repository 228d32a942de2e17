import { randomBytes } from 'node:crypto';
import type { PaymentState, PaymentView, Words } from '@tongban/contract';
import { compactDay, Problem, randomPublicNumber, shanghaiDay } from '@tongban/kernel';
import { asMachine, publish, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import type { Bill } from './bills.ts';
import { paymentOpened } from './events.ts';
import { isRefunding, ownOrder, payerOf, viewOf, viewsOf } from './own-views.ts';
import { missingOrder, type Parts } from './parts.ts';
import { keepReceipt } from './receipts.ts';
import { happened, record } from './recording.ts';
import type { NewOrderRow, OrderLine, OrderRow } from './store/orders.ts';
import { shortView } from './views.ts';

/** What is to be paid for one thing of another module; `about` says which, e.g. `case:NUMBER`. */
export type NewOrder = {
  readonly about: string;
  readonly personId: string;
  readonly branch: string;
  readonly city: string;
  readonly title: Words;
  readonly payee: string;
  readonly lines: readonly OrderLine[];
};
const numberDigits = 10;

/** 缴款单: orders are opened for what has to be paid, shown to who pays, and given up when nothing is due any more. */
export function createOrders(parts: Parts) {
  const { store, clock } = parts;
  return {
    /** Opens an order once for one thing; nothing to pay opens none. */
    async open(tx: Tx, wish: NewOrder): Promise<void> {
      const fen = wish.lines.reduce((sum, line) => sum + line.fen, 0);
      const standing = await store.findAbout(wish.about, tx);
      if (fen === 0 || (standing !== undefined && standing.state !== 'closed')) return;
      await openOrder(parts, tx, { ...rowOf(parts, wish), kind: 'fee', fen });
    },
    /** Gives up what has not been paid; what has been is for a refund. */
    async close(tx: Tx, about: string, why: string): Promise<void> {
      const found = await store.findAbout(about, tx);
      const row = found === undefined ? undefined : await store.lock(tx, found.order_id);
      if (row?.state !== 'opened') return;
      await record(parts, tx, { row, event: { type: 'closed', why } });
      await store.endCharges(tx, row.order_id, clock());
    },
    ...createReading(parts),
    ...createBilling(parts),
  };
}

/** How orders stand, to those they concern. */
function createReading(parts: Parts) {
  const { store, money, clock } = parts;
  return {
    /** How the order of one thing stands; undefined where nothing was ever to be paid. */
    async stateOf(about: string, tx?: Tx): Promise<PaymentState | undefined> {
      const row = await store.findAbout(about, tx);
      return row === undefined ? undefined : shortView(row, await isRefunding(money, row, tx), clock());
    },
    async list(caller: SignedIn): Promise<PaymentView[]> {
      const payer = payerOf(caller);
      return payer === undefined ? [] : viewsOf(parts, await store.ofPerson(payer));
    },
    get: async (caller: SignedIn, order: string): Promise<PaymentView> =>
      viewOf(parts, ownOrder(caller, await store.find(order))),
    ownReceipt: async (caller: SignedIn, order: string) =>
      receiptOf(parts, ownOrder(caller, await store.find(order))),
    /** The receipt of an order the desk reaches; the paper itself is its payer's. */
    async deskReceipt(order: string) {
      const row = await store.find(order);
      return asMachine('worker', () => receiptOf(parts, row));
    },
  };
}

/** The paper of what was paid; who asks in the second after paying has it made at once. */
async function receiptOf(parts: Parts, row: OrderRow | undefined) {
  const { db, store, files } = parts;
  if (row === undefined) throw missingOrder();
  if (row.paper_id !== undefined) return files.papers.paper(row.paper_id);
  if (row.state !== 'paid') throw new Problem('payments.receipt', 'missing', '还没有缴清，没有凭证');
  await asMachine('worker', () =>
    transaction(db, async (tx) => {
      const locked = await store.lock(tx, row.order_id);
      if (locked?.state === 'paid') await keepReceipt(parts, tx, locked);
    }),
  );
  const sealed = await store.find(row.order_id);
  if (sealed?.paper_id === undefined) throw missingOrder();
  return files.papers.paper(sealed.paper_id);
}

/** 非税缴款单: a bill of the non-tax system becomes an order of the one it names. */
function createBilling(parts: Parts) {
  return {
    /** Finds the bill before anything is written; nobody learns of the bill of another. */
    async findBill(caller: SignedIn, billNumber: string): Promise<Bill> {
      const bill = await findAtSource(parts, billNumber.trim());
      const payer = await parts.identity.person(caller.principalId ?? caller.personId);
      if (bill !== undefined && bill.payerNumber === payer.citizenNumber) return bill;
      throw new Problem('payments.bill', 'missing', '没有查到您名下的这张缴款单。核对缴款单号再试');
    },
    async openBill(tx: Tx, caller: SignedIn, bill: Bill): Promise<PaymentView> {
      const standing = await parts.store.findBill(bill.billNumber, tx);
      if (standing !== undefined) return viewOf(parts, ownOrder(caller, standing), tx);
      const row = await openOrder(parts, tx, await billRow(parts, caller, bill));
      return viewOf(parts, row, tx);
    },
  };
}

async function findAtSource({ bills, log }: Parts, billNumber: string): Promise<Bill | undefined> {
  try {
    return await bills.find(billNumber);
  } catch (error) {
    log.warn({ err: error }, 'the non-tax system did not answer');
    throw new Problem('payments.bill-away', 'unavailable', '财政非税系统没有回应，过一会儿再查');
  }
}

async function billRow(parts: Parts, caller: SignedIn, bill: Bill): Promise<NewOrderRow> {
  const { division, item, fen, title, payee, basis, kind, dueOn } = bill;
  const office = parts.offices.intakeFor(division);
  if (office === undefined) throw new Problem('payments.bill', 'missing', '没有查到您名下的这张缴款单');
  const late = item === undefined ? undefined : await parts.lateRuleOf(item, division);
  const wish = { about: `bill:${bill.billNumber}`, personId: caller.principalId ?? caller.personId };
  return {
    ...rowOf(parts, {
      ...{ ...wish, branch: office.branch, city: division.slice(0, 4), title, payee },
      lines: [{ name: title, fen, basis }],
    }),
    ...{ kind, fen, bill_number: bill.billNumber },
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(late === undefined ? {} : { late: JSON.stringify(late) }),
  };
}

function rowOf({ clock }: Pick<Parts, 'clock'>, wish: NewOrder) {
  const now = clock();
  return {
    number: `P${compactDay(shanghaiDay(now))}${randomPublicNumber(numberDigits, randomBytes)}`,
    ...{ about: wish.about, person_id: wish.personId, branch: wish.branch, city: wish.city },
    ...{ title: JSON.stringify(wish.title), payee: wish.payee, lines: JSON.stringify(wish.lines) },
    ...{ state: 'opened' as const, version: 0, opened_at: now },
  };
}

async function openOrder(parts: Parts, tx: Tx, wish: NewOrderRow): Promise<OrderRow> {
  const { store, clock } = parts;
  const row = await store.insert(tx, { ...wish, version: 1 });
  const event = { type: 'opened' as const, at: clock(), data: { fen: row.fen } };
  await store.insertEvent(tx, row.order_id, 0, event);
  await publish(tx, paymentOpened(happened(row)), clock());
  return row;
}

import type { PaymentDay } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import { compareStatement } from './comparing.ts';
import { dayBefore, spanOf } from './days.ts';
import { lockOrder, type Parts } from './parts.ts';
import type { Provider, StatementLine } from './providers/port.ts';
import { record } from './recording.ts';
import { refundLines } from './refund-lines.ts';
import type { PaymentRow } from './store/money.ts';
import type { OrderRow } from './store/orders.ts';
import { wayName } from './words.ts';

/**
 * Half past ten in the morning in Shanghai, when the statements of the day before are there, and every hour after until half
 * past nine in the evening: a provider may be late with one.
 */
const fromTenOn = '30 2-13 * * *';
/** So many days back a statement is still asked for, and read again while it differs. */
const lookedAt = 7;

/** 对账: compares each day with the providers' statements, and lets people say what becomes of what does not fit. */
export function createReconciling(parts: Parts) {
  parts.jobs.every('payments.statements', fromTenOn, (now) => readStatements(parts, shanghaiDay(now)));
  return {
    day: (day: string) => dayView(parts, day),
    async explain(tx: Tx, caller: SignedIn, wish: { difference: string; say: string }): Promise<void> {
      const by = caller.personId;
      const how = { id: wish.difference, by, at: parts.clock(), how: wish.say.trim() };
      if (await parts.money.explain(tx, how)) return;
      throw new Problem('payments.difference', 'missing', '没有这条差异，或已经有人说明');
    },
    settleHeld: (tx: Tx, caller: SignedIn, settling: { payment: string; say: string }) =>
      settleHeld(parts, tx, caller, settling),
  };
}

/** Reads the statements that are missing, and again those that differ and nobody has explained. */
async function readStatements(parts: Parts, today: string): Promise<void> {
  let day = today;
  for (let back = 0; back < lookedAt; back += 1) {
    day = dayBefore(day);
    const agreed = await parts.money.agreed(day);
    for (const provider of parts.providers) {
      if (!agreed.includes(provider.way)) await compareDay(parts, provider, day);
    }
  }
}

/** Compares one day of one provider with what is kept here. */
async function compareDay(parts: Parts, provider: Provider, day: string): Promise<void> {
  const { money, log, clock, db } = parts;
  const { way } = provider;
  const there = await provider.statement(day).catch((error: unknown) => {
    log.warn({ err: error, way, day }, 'a statement could not be fetched');
    return undefined;
  });
  if (there === undefined) return;
  const here = await money.countedIn(way, spanOf(day));
  const kept = [...paidLines(here), ...(await refundLines(parts, provider, { day, there }))];
  const found = compareStatement(there, kept);
  const [sumThere, sumHere] = [paidSum(there), paidSum(kept)];
  const row = { way, day, read_at: clock(), there_count: sumThere.count, there_fen: sumThere.fen };
  const rows = found.map(({ tradeNumber, kind, hereFen, thereFen }) => ({
    ...{ way, day, kind, trade_number: tradeNumber },
    ...(hereFen === undefined ? {} : { here_fen: hereFen }),
    ...(thereFen === undefined ? {} : { there_fen: thereFen }),
  }));
  await transaction(db, (tx) =>
    money.keepStatement(tx, { ...row, here_count: sumHere.count, here_fen: sumHere.fen }, rows),
  );
  if (found.length > 0)
    log.error({ alarm: 'payments.differences', way, day, count: found.length }, 'a statement differs');
}

function paidLines(here: readonly PaymentRow[]): StatementLine[] {
  return here.map(({ trade_number: tradeNumber, fen }) => ({ said: 'paid' as const, tradeNumber, fen }));
}

/** How many charges were paid, and how much in all. */
function paidSum(lines: readonly StatementLine[]): { count: number; fen: number } {
  const paid = lines.filter(({ said }) => said === 'paid');
  return { count: paid.length, fen: paid.reduce((sum, { fen }) => sum + fen, 0) };
}

async function settleHeld(
  parts: Parts,
  tx: Tx,
  caller: SignedIn,
  { payment, say }: { payment: string; say: string },
): Promise<void> {
  const held = await parts.money.payment(tx, payment);
  if (held === undefined || held.why === '' || held.settled_at !== undefined) {
    throw new Problem('payments.held', 'missing', '没有这笔到账，或已经处理');
  }
  const how = say.trim();
  await parts.money.settlePayment(tx, { id: payment, by: caller.personId, at: parts.clock(), how });
  if (held.order_id === undefined) return;
  const row = await lockOrder(parts, tx, held.order_id);
  const left = await parts.money.heldOf(tx, row.order_id);
  if (row.state !== 'quarantined' || left > 0) return;
  await record(parts, tx, { row, event: { type: 'released', say: how }, by: caller.personId });
}

async function dayView(parts: Parts, day: string): Promise<PaymentDay> {
  const { money, store, providers } = parts;
  const span = spanOf(day);
  const [totals, back, statements, differences, held] = await Promise.all([
    money.totals(span),
    money.refundsDoneIn(span),
    money.statements(day),
    money.differences(day),
    money.held(),
  ]);
  const ids = [...back, ...held].flatMap(({ order_id: order }) => order ?? []);
  const orders = new Map((await store.many(ids)).map((row) => [row.order_id, row]));
  const refunded = back.map(({ order_id: order, fen }) => ({ way: orders.get(order)?.way ?? '', fen }));
  const ways = new Set([...totals, ...statements, ...refunded].map(({ way }) => way));
  return {
    day,
    ways: [...ways].sort().map((way) => {
      const total = totals.find((one) => one.way === way);
      const read = statements.find((one) => one.way === way);
      return {
        ...{ way, name: wayName(providers, way).zh, count: total?.count ?? 0, fen: Number(total?.fen ?? 0) },
        refundedFen: refunded.filter((one) => one.way === way).reduce((sum, { fen }) => sum + fen, 0),
        ...(read === undefined
          ? {}
          : {
              statement: { readAt: read.read_at.toISOString(), count: read.there_count, fen: read.there_fen },
            }),
      };
    }),
    differences: differences.map((one) => ({
      ...{ difference: one.difference_id, way: one.way, day: one.day, kind: one.kind },
      tradeNumber: one.trade_number,
      ...(one.here_fen === undefined ? {} : { hereFen: one.here_fen }),
      ...(one.there_fen === undefined ? {} : { thereFen: one.there_fen }),
      ...(one.explained_how === undefined ? {} : { explained: one.explained_how }),
    })),
    held: held.flatMap((one) => heldView(one, orders.get(one.order_id ?? ''))),
  };
}

function heldView(one: PaymentRow, order: OrderRow | undefined): PaymentDay['held'] {
  const { why } = one;
  if (why === '') return [];
  const known = order === undefined ? {} : { number: order.number, expectedFen: order.fen };
  return [
    {
      ...{ payment: one.payment_id, way: one.way, why, tradeNumber: one.trade_number, fen: one.fen },
      ...{ currency: one.currency, heardAt: one.heard_at.toISOString(), ...known },
    },
  ];
}

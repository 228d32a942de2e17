import { shanghaiDay } from '@tongban/kernel';
import type { Tx } from '../../../platform/index.ts';
import { orderClassified, orderRegistered } from '../events.ts';
import { type OpenOrder, saidIn } from '../model.ts';
import type { OrderCommand } from '../rules/commands.ts';
import { decideOrder } from '../rules/decide.ts';
import { kindRule } from '../rules/order-rules.ts';
import { indexOrder } from './indexing.ts';
import type { Shared } from './parts.ts';
import { decidedBy, kindsOf, mattersOf } from './reading.ts';
import type { Usuals } from './usual.ts';

type Following = Shared & { usuals: Usuals };

/**
 * 跟进: a new order is put into the index, and classified and sent on where the model is sure enough; what somebody classified
 * otherwise than the model would have is remembered as a correction. Tip-offs are none of its business.
 */
export function followOrders(following: Following): void {
  const { outbox, ledger, clock } = following;
  outbox.subscribe({
    name: 'hotline.index-orders',
    on: orderRegistered,
    async handle(tx, { data }) {
      if (data.tipOff) return;
      const open = await ledger.lock(tx, data.number);
      if (open.state.tipOff) return;
      await indexOrder(following, tx, open.row);
      await decideAlone(following, tx, open);
    },
  });
  outbox.subscribe({
    name: 'hotline.learn-corrections',
    on: orderClassified,
    async handle(tx, { data }) {
      if (data.tipOff) return;
      const open = await ledger.lock(tx, data.number);
      const last = open.steps.findLast(({ type }) => type === 'classified');
      if (last?.by === undefined || open.state.tipOff || open.state.matter === undefined) return;
      await rememberCorrection(following, tx, { open, matter: open.state.matter, at: clock() });
    },
  });
}

/** 自动分派: only of the kind its caller chose, never urgent, never of what is secret, and only where one unit usually answers. */
async function decideAlone(shared: Following, tx: Tx, open: OpenOrder): Promise<void> {
  const { keeper, words, rules, usuals } = shared;
  const model = keeper.model();
  const { state, row } = open;
  if (model === undefined || state.stage !== 'received' || state.urgent) return;
  const { title, text } = saidIn(shared, row);
  const decided = decidedBy(model, words.cutFine(`${title} ${text}`));
  const matter = rules.matters.find(({ id }) => id === decided?.matter);
  if (decided === undefined || decided.kind !== state.kind || matter === undefined) return;
  if (matter.secret || kindRule(rules, decided.kind).tipOff) return;
  const classified = await give(shared, tx, open, { type: 'classify', ...decided, labels: [] });
  const to = classified === undefined ? undefined : await usuals.unitFor(row.city, decided.matter);
  if (classified !== undefined && to !== undefined)
    await give(shared, tx, classified, { type: 'dispatch', to });
}

/** Given by the house, where the rules let it. */
async function give(
  { ledger, clock, timing }: Following,
  tx: Tx,
  open: OpenOrder,
  command: OrderCommand,
): Promise<OpenOrder | undefined> {
  const actor = { kind: 'house' } as const;
  const verdict = decideOrder({ state: open.state, actor, today: shanghaiDay(clock()) }, command, timing);
  return verdict.ok ? ledger.give(tx, open, { actor, command }) : undefined;
}

type Corrected = { open: OpenOrder; matter: string; at: Date };

async function rememberCorrection(shared: Following, tx: Tx, { open, matter, at }: Corrected): Promise<void> {
  const { keeper, words, index } = shared;
  const model = keeper.model();
  const { title, text } = saidIn(shared, open.row);
  const tokens = words.cutFine(`${title} ${text}`);
  const kindGuess = model === undefined ? undefined : kindsOf(model, tokens)[0]?.kind;
  const matterGuess = model === undefined ? undefined : mattersOf(model, tokens)[0]?.label;
  if (kindGuess === open.state.kind && matterGuess === matter) return;
  await index.correct(tx, {
    ...{ order_id: open.row.order_id, kind: open.state.kind, matter, at },
    ...{ guessed_kind: kindGuess, guessed_matter: matterGuess },
  });
}

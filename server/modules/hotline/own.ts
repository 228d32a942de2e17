import type { OwnOrder } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Attaching } from './attaching.ts';
import { after, next } from './cursors.ts';
import { type Ledger, missing } from './ledger.ts';
import { type OpenOrder, ownerIn } from './model.ts';
import { ownRow, ownView } from './own-views.ts';
import type { Parts } from './parts.ts';
import { hashOf } from './registering.ts';
import type { OrderCommand } from './rules/commands.ts';
import type { AnswerStore } from './store/answers.ts';
import type { ListStore } from './store/lists.ts';
import type { OrderRow } from './store/tables.ts';
import { withoutAddress } from './visits.ts';

type Deps = Parts & { ledger: Ledger; lists: ListStore; answers: AnswerStore; attaching: Attaching };
const pageSize = 20;

/** 我的诉求: what became of it, and what whoever asked may still do about it. */
export function createOwn(deps: Deps) {
  const { store, ledger, lists } = deps;
  /** One of theirs. Tip-offs stand under no person that the database could tell, so the house looks for them. */
  const mine = async (caller: SignedIn, number: string): Promise<OrderRow> => {
    const row = (await store.find(number)) ?? (await asMachine('worker', () => store.find(number)));
    if (row === undefined || ownerIn(deps, row) !== caller.personId) throw missing();
    return row;
  };
  return {
    /** Tip-offs stand in no list, for others may look at the same screen. */
    async list(caller: SignedIn, from: string | undefined) {
      const found = await lists.ofPerson(caller.personId, { limit: pageSize + 1, ...after(from) });
      const shown = found.slice(0, pageSize);
      return {
        orders: shown.map((row) => ownRow(deps, row)),
        ...next(found.length > pageSize, shown.at(-1), ({ received_at: at, order_id: id }) => [
          at.toISOString(),
          id,
        ]),
      };
    },
    async get(caller: SignedIn, number: string): Promise<OwnOrder> {
      const row = await mine(caller, number);
      return ownView(deps, await asMachine('worker', () => ledger.read(row)));
    },
    /** Makes sure that an order is theirs, before the house acts on it. */
    mine,
    ...createOwnActs(deps),
  };
}

/** What whoever asked does about an order, once it is known to be theirs. */
function createOwnActs(deps: Deps) {
  const { store, ledger, attaching } = deps;
  return {
    async act(tx: Tx, number: string, command: OrderCommand): Promise<OwnOrder> {
      const open = await ledger.lock(tx, number);
      const done = await ledger.give(tx, open, { actor: { kind: 'caller' }, command });
      await hideReopened(deps, tx, done);
      return ownView(deps, done);
    },
    async attach(tx: Tx, caller: SignedIn, { order, files: added }: Attached) {
      await attaching.refuseOthers(tx, caller.personId, added);
      const open = await ledger.lock(tx, order);
      const command = { type: 'attach', files: added } as const;
      return ownView(deps, await ledger.give(tx, open, { actor: { kind: 'caller' }, command }));
    },
    /** For whoever has the receipt; nothing can be done by it. */
    async follow(key: string): Promise<OwnOrder> {
      const row = await store.byKey(hashOf(key));
      if (row === undefined)
        throw new Problem('orders.receipt', 'missing', '没有这个查询码，核对回执上的 16 位数字');
      return { ...withoutAddress(ownView(deps, await ledger.read(row))), may: [] };
    },
  };
}

type Attached = { order: string; files: readonly string[] };

/** What is not solved after all is not shown as an answer any more. */
export async function hideReopened(
  { answers }: Pick<Deps, 'answers'>,
  tx: Tx,
  { row, state }: OpenOrder,
): Promise<void> {
  if (state.round > 1 && state.repliedOn === undefined)
    await answers.hide(tx, { city: row.city, orderId: row.order_id });
}

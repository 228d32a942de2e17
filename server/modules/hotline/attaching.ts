import { Problem } from '@tongban/kernel';
import { can, type SignedIn, type Tx } from '../../platform/index.ts';
import { opened } from './model.ts';
import { indexes, type Parts, places, postOf } from './parts.ts';
import { seesOrder } from './rules/reach.ts';
import type { OrderState } from './rules/state.ts';
import { createAttachmentStore } from './store/attachments.ts';
import type { AttachmentRow, OrderKey, OrderRow } from './store/tables.ts';

export type Attaching = ReturnType<typeof createAttaching>;
type Laid = { row: OrderKey; before: Pick<OrderState, 'files' | 'tipOff'>; state: OrderState };

/**
 * 附件: files under an order are read by whoever sees the order, asked anew each time. Which file lies under which order is
 * sealed, and what the desk adds or a tip-off brings belongs to nobody from then on, so that no person is found by it.
 */
export function createAttaching(parts: Parts) {
  const { files, vault, store } = parts;
  const attachments = createAttachmentStore(parts.db);
  return {
    /** Only whole files of one’s own are laid under an order. */
    async refuseOthers(tx: Tx, owner: string, added: readonly string[]): Promise<void> {
      const found = await files.mine(tx, owner, added);
      if (found.some(({ complete }) => !complete))
        throw new Problem('orders.files', 'invalid', '有的附件没有传完，传完再交');
    },
    /** Keeps what came under an order with a step. */
    async lay(tx: Tx, { row, before, state }: Laid): Promise<void> {
      const first = before.files.length;
      const fresh = state.files.slice(first);
      const rows = fresh.map(({ file }, at) => rowOf(parts, row, { file, place: first + at }));
      await attachments.insert(tx, rows);
      const all = state.tipOff && !before.tipOff ? state.files : fresh;
      const freed = all.filter(({ from }) => from === 'desk' || state.tipOff);
      if (freed.length > 0)
        await files.letGo(
          tx,
          freed.map(({ file }) => file),
        );
    },
    /** Whether somebody at a post sees an order this file lies under. */
    async opens(caller: SignedIn, file: string): Promise<boolean> {
      if (can(caller, 'read', { kind: 'order' }).filter.rows !== 'branch') return false;
      const rows = await store.byIds(await attachments.ordersOf(vault.indexes(indexes.file, file)));
      const states = await Promise.all(rows.map((row) => stateOf(parts, row)));
      return states.some((state) => seesOrder(postOf(caller), state));
    },
  };
}

async function stateOf(parts: Parts, row: OrderRow): Promise<OrderState> {
  const steps = await parts.store.steps(undefined, { city: row.city, orderId: row.order_id });
  return opened(parts, row, steps).state;
}

function rowOf(
  { vault }: Parts,
  { city, orderId }: OrderKey,
  { file, place }: { file: string; place: number },
): AttachmentRow {
  return {
    ...{ city, order_id: orderId, place, file_index: vault.index(indexes.file, file) },
    file: vault.seal(places.attachment(orderId, place), file),
  };
}

import type { OrderRow } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { OrderTable } from './OrderTable.tsx';
import { type OrderList, useFound, useOrders } from './queries.ts';
import { orderWords as said } from './words.ts';

type Open = { open: string | undefined; pick: (order: string) => void };

/** One list of the desk. */
export function Listed({ list, open, pick }: Open & { list: OrderList }) {
  const orders = useOrders(list);
  const rows = (orders.data?.pages ?? []).flatMap((page) => page.orders);
  useSteps(rows, { open, pick });
  return (
    <section className="order-pane order-list-pane" aria-label={said.lists[list]}>
      <ProblemNote error={orders.error} />
      {orders.isPending ? <Spin description={said.loading} /> : null}
      {orders.isSuccess && rows.length === 0 ? <Nothing text={said.empty[list]} /> : null}
      <OrderTable rows={rows} open={open} pick={pick} />
      {orders.hasNextPage ? <Button onClick={() => void orders.fetchNextPage()}>{said.more}</Button> : null}
    </section>
  );
}

/** What was looked for by words or number. */
export function Found({ q, open, pick }: Open & { q: string }) {
  const { data, error, isPending } = useFound(q);
  const rows = data?.orders ?? [];
  useSteps(rows, { open, pick });
  return (
    <section className="order-pane order-list-pane" aria-label={said.find}>
      <ProblemNote error={error} />
      {isPending ? <Spin description={said.loading} /> : null}
      {data === undefined ? null : (
        <p className="order-near faint" role="status">
          {rows.length === 0 ? said.notFound : data.near ? said.near : said.found(rows.length)}
        </p>
      )}
      <OrderTable rows={rows} open={open} pick={pick} />
    </section>
  );
}

/** J and K move through what is shown. */
export function useSteps(rows: readonly Pick<OrderRow, 'order'>[], { open, pick }: Open): void {
  const step = (by: 1 | -1) => {
    const at = rows.findIndex(({ order }) => order === open);
    const next = rows[at === -1 ? 0 : at + by];
    if (next !== undefined) pick(next.order);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
}

export function Nothing({ text }: { text: string }) {
  return (
    <div className="empty">
      <p className="empty-title">{text}</p>
    </div>
  );
}

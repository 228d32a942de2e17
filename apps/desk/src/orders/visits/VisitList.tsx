import type { VisitRow } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing, useSteps } from '../Lists.tsx';
import { OrderTable } from '../OrderTable.tsx';
import { useVisits } from './queries.ts';
import { visitWords as said, timeText } from './words.ts';

type Open = { open: string | undefined; pick: (order: string) => void };

/** 上门安排: those without a day first, then by day; the address masked. */
export function VisitList({ open, pick }: Open) {
  const visits = useVisits();
  const rows = (visits.data?.pages ?? []).flatMap((page) => page.visits);
  useSteps(rows, { open, pick });
  return (
    <section className="order-pane order-list-pane" aria-label={said.list}>
      <ProblemNote error={visits.error} />
      {visits.isPending ? <Spin description={said.loading} /> : null}
      {visits.isSuccess && rows.length === 0 ? <Nothing text={said.none} /> : null}
      <OrderTable rows={rows} open={open} pick={pick} below={whenAndWhere} />
      {visits.hasNextPage ? <Button onClick={() => void visits.fetchNextPage()}>{said.more}</Button> : null}
    </section>
  );
}

function whenAndWhere({ visit: { arranged, address } }: VisitRow): string {
  if (arranged === undefined) return `${said.unarranged}　${address}`;
  const { day, time, who } = arranged;
  return `${day.slice(5).replace('-', '/')} ${timeText(time)}　${address}　${who}`;
}

import type { StuckRow } from '@tongban/contract';
import { Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Nothing, useSteps } from '../orders/Lists.tsx';
import { OrderPane } from '../orders/OrderPane.tsx';
import { OrderTable } from '../orders/OrderTable.tsx';
import { type StuckList, useStuckList } from './queries.ts';
import { TakeDialog } from './TakeDialog.tsx';
import { stuckWords as said } from './words.ts';

const lists = ['open', 'closed'] as const;

/** 办不成事窗口: what people could not get done on the left, the one that is open beside it. */
export function StuckPage({ role }: { role: string }) {
  const [list, setList] = useState<StuckList>('open');
  const [open, setOpen] = useState<string>();
  const [taking, take] = useState(false);
  const stuck = useStuckList(list);
  const rows = (stuck.data?.pages ?? []).flatMap(({ orders }) => orders);
  const registers = role === 'hall-manager' || role === 'spokesperson';
  useSteps(rows, { open, pick: setOpen });
  useKeys(registers ? { n: () => take(true) } : {});
  return (
    <main id="main" className="plain-page orders">
      <div className="orders-head">
        <h1>{said.title}</h1>
        <Segmented<StuckList>
          value={list}
          onChange={setList}
          options={lists.map((value) => ({ value, label: said.lists[value] }))}
        />
        {registers ? (
          <Button onClick={() => take(true)} aria-keyshortcuts="n">
            {said.take.press}
            <KeyCap of="n" />
          </Button>
        ) : null}
      </div>
      <div className="order-sides">
        <section className="order-pane order-list-pane" aria-label={said.lists[list]}>
          <ProblemNote error={stuck.error} />
          {stuck.isPending ? <Spin description={said.loading} /> : null}
          {stuck.isSuccess && rows.length === 0 ? <Nothing text={said.none[list]} /> : null}
          <OrderTable rows={rows} open={open} pick={setOpen} below={hangsOn} />
          {stuck.hasNextPage ? <Button onClick={() => void stuck.fetchNextPage()}>{said.more}</Button> : null}
        </section>
        {open === undefined ? (
          <section className="order-pane order-blank">{said.pick}</section>
        ) : (
          <OrderPane key={open} order={open} />
        )}
      </div>
      {taking ? <TakeDialog close={() => take(false)} done={setOpen} /> : null}
    </main>
  );
}

function hangsOn({ attached, rootCauseName, unit, handler }: StuckRow): string {
  const what = attached.item?.name ?? attached.case;
  return [what === undefined ? said.notSaid : said.on(what), rootCauseName, handler ?? unit]
    .filter((one) => one !== undefined)
    .join('　');
}

import { App, Button, Input, type InputRef, Segmented } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Figures } from './Figures.tsx';
import { Found, Listed } from './Lists.tsx';
import { OrderPane } from './OrderPane.tsx';
import { PostsDialog } from './PostsDialog.tsx';
import { ProceduresDialog } from './ProceduresDialog.tsx';
import type { OrderList } from './queries.ts';
import { RosterLine } from './Roster.tsx';
import { TourPane } from './visits/TourPane.tsx';
import { VisitList } from './visits/VisitList.tsx';
import { visitWords } from './visits/words.ts';
import { orderWords as said } from './words.ts';

const keepers = ['spokesperson', 'operator'];
type Shown = OrderList | 'visits';
/** 上门安排 is a list of its own, with a sheet to take along. */
const labels: Readonly<Record<Shown, string>> = { ...said.lists, visits: visitWords.list };
const lists = Object.keys(labels) as Shown[];
/** Which list a post begins with. */
const firstOf: Readonly<Record<string, OrderList>> = { supervisor: 'below', operator: 'call-backs' };

/** 工单台: lists by level on the left, the open order beside them. */
export function OrdersPage({ role }: { role: string }) {
  const [list, setList] = useState<Shown>(firstOf[role] ?? 'inbox');
  const [open, setOpen] = useState<string | undefined>(asked);
  const [q, setQ] = useState('');
  const field = useRef<InputRef>(null);
  const sought = useDeferredValue(q.trim());
  const show = (next: Shown) => {
    setQ('');
    setOpen(undefined);
    setList(next);
  };
  useKeys({
    '/': () => field.current?.focus({ cursor: 'all' }),
    ...Object.fromEntries(lists.map((one, at) => [String(at + 1), () => show(one)])),
  });
  return (
    <main id="main" className="plain-page orders">
      <div className="orders-head">
        <h1>{said.title}</h1>
        <Segmented<Shown>
          value={list}
          onChange={show}
          options={lists.map((value) => ({ value, label: labels[value] }))}
        />
        <Input.Search
          ref={field}
          className="orders-find"
          aria-label={said.find}
          placeholder={said.findHint}
          allowClear
          maxLength={100}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        {keepers.includes(role) ? <Procedures /> : null}
        {role === 'spokesperson' ? <Posts /> : null}
        <RosterLine />
      </div>
      <div className="order-sides">
        {sought.length > 1 ? (
          <Found q={sought} open={open} pick={setOpen} />
        ) : list === 'visits' ? (
          <VisitList open={open} pick={setOpen} />
        ) : (
          <Listed list={list} open={open} pick={setOpen} />
        )}
        {open === undefined && list === 'visits' ? (
          <TourPane />
        ) : open === undefined ? (
          <section className="order-pane" aria-label={said.figures.title}>
            <Figures />
          </section>
        ) : (
          <OrderPane key={open} order={open} />
        )}
      </div>
    </main>
  );
}

/** 在办程序: for those who keep what runs elsewhere. */
function Procedures() {
  const [open, setOpen] = useState(false);
  useKeys({ p: () => setOpen(true) });
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-keyshortcuts="p">
        {said.procedures.press}
        <KeyCap of="p" />
      </Button>
      {open ? <ProceduresDialog close={() => setOpen(false)} /> : null}
    </>
  );
}

/** 社交媒体导入: for whoever answers for the channels of the bureau. */
function Posts() {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  useKeys({ i: () => setOpen(true) });
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-keyshortcuts="i">
        {said.posts.press}
        <KeyCap of="i" />
      </Button>
      {open ? (
        <PostsDialog
          close={() => setOpen(false)}
          done={(taken) => void message.success(said.posts.done(taken))}
        />
      ) : null}
    </>
  );
}

/** An order somebody was sent to. */
function asked(): string | undefined {
  return new URLSearchParams(location.search).get('order') ?? undefined;
}

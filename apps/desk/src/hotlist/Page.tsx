import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { Board } from './Board.tsx';
import { Candidates } from './Candidates.tsx';
import { TopicView } from './TopicView.tsx';
import { hotlistWords as said } from './words.ts';

type Tab = keyof typeof said.tabs;

/** 热点诉求榜: candidates of a month for those who pick, the board by state, and one matter with its evidence. */
export function HotlistPage({ role }: { role: string }) {
  const leads = role === 'supervisor';
  const [tab, setTab] = useState<Tab>('board');
  const [open, setOpen] = useState<string | undefined>(asked);
  const show = (next: Tab) => {
    setOpen(undefined);
    setTab(next);
  };
  useKeys(leads ? { '1': () => show('candidates'), '2': () => show('board') } : {});
  if (open !== undefined) return <TopicView key={open} topic={open} back={() => show('board')} />;
  const head = (acts?: ReactNode) => (
    <div className="orders-head">
      <h1>{said.title}</h1>
      {leads ? (
        <Segmented<Tab>
          value={tab}
          onChange={show}
          options={(['candidates', 'board'] as const).map((value) => ({ value, label: said.tabs[value] }))}
        />
      ) : null}
      <span className="pane-acts">{acts}</span>
    </div>
  );
  return (
    <main id="main" className="plain-page orders hotlist">
      {tab === 'candidates' ? (
        <>
          {head()}
          <Candidates open={setOpen} />
        </>
      ) : (
        <Board open={setOpen} head={head} />
      )}
    </main>
  );
}

/** A matter somebody was sent to. */
function asked(): string | undefined {
  return new URLSearchParams(location.search).get('topic') ?? undefined;
}

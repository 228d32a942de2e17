import type { ForumItem, ForumLedger } from '@tongban/contract';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { exportLedger } from './export.ts';
import { ForumDialog } from './ForumDialog.tsx';
import { spanOf } from './ForumList.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { useCloseForum, useLedger, wholeLedger } from './queries.ts';
import { forumWords as said } from './words.ts';

const opening = 'Enter';

/** 整改台账: one forum, what is counted of it, and how each of its orders stands. */
export function Ledger({ forum, back }: { forum: string; back: () => void }) {
  const [first] = useLedger(forum).data?.pages ?? [];
  useKeys({ b: back });
  return (
    <main id="main" className="plain-page forums forum-open">
      <div className="orders-head">
        <KeyButton label={said.back} of="b" run={back} />
        {first === undefined ? null : <Acts ledger={first} />}
      </div>
      <LedgerPane forum={forum} />
    </main>
  );
}

/** The ledger itself, wherever it stands. */
export function LedgerPane({ forum }: { forum: string }) {
  const ledger = useLedger(forum);
  const [first] = ledger.data?.pages ?? [];
  return (
    <>
      <ProblemNote error={ledger.error} />
      {first === undefined ? (
        ledger.error === null && <Spin description={said.loading} />
      ) : (
        <section className="order-pane forum-whole" aria-label={first.title}>
          <Head ledger={first} />
          <Items ledger={first} items={(ledger.data?.pages ?? []).flatMap(({ items }) => items)} />
          {ledger.hasNextPage ? (
            <Button className="forum-more" onClick={() => void ledger.fetchNextPage()}>
              {said.more}
            </Button>
          ) : null}
        </section>
      )}
    </>
  );
}

/** Export, print and, for those who lead it, changing and ending. */
export function Acts({ ledger }: { ledger: ForumLedger }) {
  const [changing, change] = useState(false);
  const { modal, message } = App.useApp();
  const close = useCloseForum(ledger.forum);
  useKeys(ledger.mayChange ? { e: () => change(true) } : {});
  const save = async () => {
    try {
      exportLedger(ledger.title, await wholeLedger(ledger.forum));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };
  const ask = () =>
    modal.confirm({
      ...{ title: said.closing(ledger.title), content: said.closingHelp, okText: said.close },
      onOk: () => close.mutateAsync(ledger.version),
    });
  return (
    <span className="pane-acts">
      {ledger.mayChange ? (
        <>
          <KeyButton label={said.change} of="e" run={() => change(true)} />
          {ledger.state === 'over' ? null : <Button onClick={ask}>{said.close}</Button>}
        </>
      ) : null}
      <Button onClick={() => void save()}>{said.exporting}</Button>
      <Button onClick={() => window.print()}>{said.print}</Button>
      <ProblemNote error={close.error} />
      {changing ? <ForumDialog row={ledger} close={() => change(false)} done={() => change(false)} /> : null}
    </span>
  );
}

function Head({ ledger }: { ledger: ForumLedger }) {
  const { kind, state, title, unit, host, line, words } = ledger;
  return (
    <header className="order-head forum-head">
      <h1>{title}</h1>
      <p className="order-line">
        <span className={`forum-state forum-state--${state}`}>{said.states[state]}</span>
        <strong>{said.kinds[kind]}</strong>
        <span>{unit}</span>
        <span>{host}</span>
        <span className="number">{spanOf(ledger)}</span>
        {line === undefined ? null : (
          <span>
            {said.line} <span className="number">{line}</span>
          </span>
        )}
      </p>
      <p className="forum-words">{words}</p>
      <Figures figures={ledger.figures} />
    </header>
  );
}

function Figures({ figures }: Pick<ForumLedger, 'figures'>) {
  const { received, answered } = figures;
  const rows = [
    ...([
      ['received', ''],
      ['answered', said.share(answered, received)],
    ] as const),
    ...([['inTime', said.share(figures.inTime, answered)]] as const),
    ...([
      ['solved', said.share(figures.solved, received)],
      ['reopened', ''],
    ] as const),
  ];
  return (
    <dl className="figure-row forum-figures">
      {rows.map(([name, share]) => (
        <div key={name}>
          <dt>{said.figures[name]}</dt>
          <dd>
            <strong className="number">{said.count(figures[name])}</strong>
            <span className="faint">{share}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** J and K go through the orders; W writes what was done about one, Enter opens it. */
function Items({ ledger, items }: { ledger: ForumLedger; items: readonly ForumItem[] }) {
  const [at, setAt] = useState(0);
  const [noting, note] = useState<ForumItem>();
  const [, go] = useLocation();
  const chosen = items[Math.min(at, items.length - 1)];
  useKeys({
    j: () => setAt(Math.min(at + 1, items.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    ...(chosen === undefined ? {} : { [opening]: () => go(`/orders?order=${chosen.order.order}`) }),
    ...(chosen?.mayNote === true ? { w: () => note(chosen) } : {}),
  });
  if (chosen === undefined)
    return (
      <div className="empty">
        <p className="empty-title">{said.ledgerNone}</p>
        <p>{said.ledgerNoneHelp[ledger.kind]}</p>
      </div>
    );
  return (
    <>
      <LedgerTable items={items} chosen={chosen} choose={setAt} note={note} />
      {noting === undefined ? null : (
        <NoteDialog
          forum={ledger.forum}
          order={noting.order.order}
          title={noting.order.title}
          close={() => note(undefined)}
        />
      )}
    </>
  );
}

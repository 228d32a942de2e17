import type { OrderView } from '@tongban/contract';
import { Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { StuckPart } from '../stuck/StuckPart.tsx';
import { Acts } from './Acts.tsx';
import { Due, Marks } from './Due.tsx';
import { Facts } from './Facts.tsx';
import { useOrder } from './queries.ts';
import { orderWords as said } from './words.ts';

/** 一张工单: what was asked, what may be done next, and everything that happened. */
export function OrderPane({ order }: { order: string }) {
  const { data, error } = useOrder(order);
  return (
    <section className="order-pane order-open" aria-label={said.open(order)}>
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin description={said.loading} /> : <Whole view={data} />}
    </section>
  );
}

function Whole({ view }: { view: OrderView }) {
  return (
    <>
      <header className="order-head">
        <h2>{view.title}</h2>
        <p className="order-line">
          <strong>{view.kindName.zh}</strong>
          <Due row={view} />
          <Marks row={view} />
          <span>{said.stages[view.stage]}</span>
          {view.round > 1 ? <span>{said.round(view.round)}</span> : null}
          <span className="number faint">{view.order}</span>
        </p>
      </header>
      <Acts key={view.version} view={view} />
      <div className="order-body">
        <div className="order-words">
          <h3>{said.asked}</h3>
          <p className="order-text">{view.text}</p>
          {view.kind === 'stuck' ? <StuckPart order={view.order} /> : null}
          <Draft view={view} />
          {view.reply === undefined ? null : (
            <>
              <h3>{said.replied}</h3>
              <p className="order-text order-reply">{view.reply}</p>
            </>
          )}
        </div>
        <div className="order-side">
          <Facts view={view} />
          <Steps view={view} />
        </div>
      </div>
    </>
  );
}

function Draft({ view: { draft, reply } }: { view: OrderView }) {
  if (draft === undefined || reply !== undefined) return null;
  return (
    <>
      <h3>
        {said.draft}
        <span className="faint">{said.drafted(draft.by, draft.passed, draft.needs)}</span>
      </h3>
      <p className="order-text order-reply">{draft.text}</p>
      {draft.open === undefined ? null : (
        <>
          <h3>{said.openTitle}</h3>
          <p className="order-text">
            <strong>{draft.open.title}</strong>
            {'\n'}
            {draft.open.question}
          </p>
        </>
      )}
    </>
  );
}

function Steps({ view: { steps } }: { view: OrderView }) {
  return (
    <>
      <h3>{said.steps}</h3>
      <ol className="order-steps">
        {steps.map(({ type, title, on, by, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened is never taken away or moved
          <li key={at}>
            <strong>{title}</strong>
            <span className="faint number">
              {by} {on.slice(5).replace('-', '/')}
            </span>
            {text === undefined || type === 'drafted' || type === 'replied' ? null : <p>{text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

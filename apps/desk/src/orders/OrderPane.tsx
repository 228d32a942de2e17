import type { OrderView } from '@tongban/contract';
import { Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { OrderForums } from '../forums/OrderForums.tsx';
import { StuckPart } from '../stuck/StuckPart.tsx';
import { Acts } from './Acts.tsx';
import { Due, Marks } from './Due.tsx';
import { Facts } from './Facts.tsx';
import { useOrder, useTerms } from './queries.ts';
import { VisitPart } from './visits/VisitPart.tsx';
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
      <Elsewhere view={view} />
      <div className="order-body">
        <div className="order-words">
          <h3>{said.asked}</h3>
          <p className="order-text">{view.text}</p>
          {view.kind === 'stuck' ? <StuckPart order={view.order} /> : null}
          {view.visit === undefined ? null : <VisitPart view={view} visit={view.visit} />}
          <Helpers view={view} />
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
          {view.tipOff ? null : <OrderForums order={view.order} title={view.title} />}
          <Steps view={view} />
        </div>
      </div>
    </>
  );
}

/** 在别的单位: who has it and until when, and that one may only look on. */
function Elsewhere({ view: { may, stage, unit, handDueOn } }: { view: OrderView }) {
  const { data: terms } = useTerms();
  const isOver = stage === 'call-back' || stage === 'closed';
  if (isOver || terms === undefined || terms.unit.name === unit) return null;
  return (
    <p className="order-elsewhere" role="note">
      {said.elsewhere(unit, handDueOn)}
      {may.length === 0 ? said.onlyLooks : null}
    </p>
  );
}

/** 协办: what other units were asked, and what they said. */
function Helpers({ view: { helpers } }: { view: OrderView }) {
  if (helpers.length === 0) return null;
  return (
    <>
      <h3>{said.facts.helpers}</h3>
      <ul className="order-helpers">
        {helpers.map(({ unit, given, asked, opinion }) => (
          <li key={unit}>
            <p>
              <strong>{unit}</strong>
              <span className="faint">{given ? said.helping.given : said.helping.asked}</span>
            </p>
            <p className="faint">{said.helping.question(asked)}</p>
            {opinion === undefined ? null : <p className="order-text">{said.helping.opinion(opinion)}</p>}
          </li>
        ))}
      </ul>
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
      {draft.mine && draft.passed < draft.needs ? <p className="faint">{said.ownDraft}</p> : null}
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

/** What stands elsewhere in the pane already: replies in full, cases as links. */
const untold: readonly string[] = ['drafted', 'replied', 'linked'];

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
            {text === undefined || untold.includes(type) ? null : <p>{text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

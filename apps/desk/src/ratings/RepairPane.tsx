import type { RepairView } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords, momentWords } from '../clocks/moments.ts';
import { ActDialog, type Asking } from './ActDialog.tsx';
import { DueLight } from './DueLight.tsx';
import { useDeed, useRepair, useUnmask } from './queries.ts';
import { ratingWords as said } from './words.ts';

const { detail } = said;

/** 一张整改单: what was said, what was done, and what may be done next. */
export function RepairPane({ repair, close }: { repair: string; close: () => void }) {
  const { data, error } = useRepair(repair);
  return (
    <section className="hall-pane repair-pane" aria-label={detail.steps}>
      <header>
        <h2>{data === undefined ? said.loading : data.itemName}</h2>
        <span className="pane-acts">
          <Button size="small" onClick={close}>
            {detail.close}
          </Button>
        </span>
      </header>
      <div className="repair-body">
        <ProblemNote error={error} />
        {data === undefined ? error === null && <Spin /> : <Whole view={data} />}
      </div>
    </section>
  );
}

function Whole({ view }: { view: RepairView }) {
  return (
    <>
      <p className="repair-head">
        <strong>{view.levelName}</strong>
        <DueLight row={view} />
        <span className="faint">
          {said.states[view.state]} {said.round(view.round)}
        </span>
      </p>
      <Acts view={view} />
      <Facts view={view} />
      <Steps view={view} />
      {view.state === 'closed' ? null : <p className="faint">{detail.hidden}</p>}
    </>
  );
}

/** The presses this caller may make now; what needs words asks for them in a dialog. */
function Acts({ view }: { view: RepairView }) {
  const [asking, ask] = useState<Asking>();
  const deed = useDeed(view.repair);
  const phone = useUnmask(view.repair);
  const { data: shown } = phone;
  if (view.may.length === 0) return null;
  const press = (act: RepairView['may'][number]) => {
    if (act === 'unmask') phone.mutate();
    else if (act === 'take' || act === 'close') deed.mutate({ act });
    else ask(act);
  };
  return (
    <>
      <div className="repair-acts">
        {view.may.map((act, at) => (
          <Button
            key={act}
            type={at === 0 ? 'primary' : 'default'}
            loading={(deed.isPending && deed.variables.act === act) || (act === 'unmask' && phone.isPending)}
            onClick={() => press(act)}
          >
            {said.acts[act]}
          </Button>
        ))}
      </div>
      {shown === undefined ? null : (
        <p>
          {detail.phone}：<strong>{shown.name}</strong>{' '}
          <strong className="number">{shown.phone ?? detail.noPhone}</strong>
        </p>
      )}
      <ProblemNote error={deed.error ?? phone.error} />
      {asking === undefined ? null : (
        <ActDialog act={asking} repair={view.repair} close={() => ask(undefined)} />
      )}
    </>
  );
}

function Facts({ view }: { view: RepairView }) {
  const { rater, reasons, say, windowName, appeal } = view;
  const rows: [string, ReactNode][] = [
    [
      said.columns.number,
      <span className="number" key="number">
        {view.number}
      </span>,
    ],
    [detail.reasons, reasons.length === 0 ? detail.saidNothing : reasons.join('、')],
    [detail.say, say ?? detail.saidNothing],
    [detail.rater, rater === undefined ? detail.nobody : `${rater.name} ${rater.phone ?? ''}`.trim()],
    [detail.ratedAt, momentWords(view.ratedAt)],
    [detail.channel, view.channelName],
    [said.columns.unit, windowName === undefined ? view.unit : `${view.unit} ${windowName}`],
    [said.columns.due, dayWords(view.dueOn)],
    ...(view.notReached === 0
      ? []
      : [[said.acts['call-back'], detail.notReached(view.notReached)] as [string, ReactNode]]),
    ...(appeal === undefined ? [] : [[said.acts.appeal, said.appeals[appeal]] as [string, ReactNode]]),
  ];
  return (
    <dl className="repair-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ view: { steps } }: { view: RepairView }) {
  return (
    <>
      <h3>{detail.steps}</h3>
      {steps.length === 0 ? <p className="faint">{detail.noSteps}</p> : null}
      <ol className="repair-steps">
        {steps.map(({ act, title, at, by, text }) => (
          <li key={`${at} ${act}`}>
            <strong>{title}</strong>
            <span className="faint">
              {by} {momentWords(at)}
            </span>
            {text === undefined ? null : <p>{text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

import type { HotActName, HotStep, HotTopic } from '@tongban/contract';
import { hotStages } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { FileLink } from '../attach/FileLink.tsx';
import { attachWords } from '../attach/words.ts';
import { momentWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ActDialog } from './ActDialog.tsx';
import { BoardPart } from './BoardPart.tsx';
import { DayBars } from './DayBars.tsx';
import { monthWords } from './months.ts';
import { useTopic } from './queries.ts';
import { SignalBars } from './Signals.tsx';
import { hotlistWords as said } from './words.ts';

/** 榜上一件: how far it is, what may be done next, its figures, and everything done about it with its evidence. */
export function TopicView({ topic, back }: { topic: string; back: () => void }) {
  const { data, error } = useTopic(topic);
  useKeys({ b: back });
  return (
    <main id="main" className="plain-page hotlist hot-topic">
      <div className="orders-head">
        <KeyButton label={said.back} of="b" run={back} />
        <span className="pane-acts">
          <Button onClick={() => window.print()}>{said.print}</Button>
        </span>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin description={said.loading} /> : <Whole topic={data} />}
    </main>
  );
}

function Whole({ topic }: { topic: HotTopic }) {
  return (
    <section className="order-pane hot-open" aria-label={topic.name}>
      <header className="order-head">
        <h1>{topic.name}</h1>
        <p className="order-line">
          <span className={`light light-${topic.light}`}>
            <span className="light-dot" aria-hidden="true" />
            <span className="light-name">{said.lights[topic.light]}</span>
          </span>
          <span>{topic.scopeName}</span>
          <span>{[topic.matterName, ...topic.words].join(' · ')}</span>
          {topic.round > 1 ? (
            <span className="order-mark order-mark--urgent">{said.round(topic.round)}</span>
          ) : null}
        </p>
        <Stages topic={topic} />
      </header>
      <Acts key={topic.version} topic={topic} />
      <div className="order-body">
        <div className="order-words">
          <h2>{said.timeline}</h2>
          <ol className="hot-steps">
            {topic.steps.toReversed().map((step) => (
              <Step key={`${step.at} ${step.type}`} step={step} />
            ))}
          </ol>
        </div>
        <div className="order-side">
          <Facts topic={topic} />
          <DayBars days={topic.days} />
          <h3>{said.why}</h3>
          <SignalBars signals={topic.signals} />
          <BoardPart topic={topic} />
        </div>
      </div>
    </section>
  );
}

/** 上榜 → 交办 → 监测 → 包案 → 撤榜, with where it stands. */
function Stages({ topic: { stage } }: { topic: HotTopic }) {
  return (
    <ol className="hot-stages">
      {hotStages.map((one) => (
        <li key={one} aria-current={one === stage ? 'step' : undefined}>
          <span>{said.stages[one]}</span>
        </li>
      ))}
    </ol>
  );
}

function Acts({ topic }: { topic: HotTopic }) {
  const [doing, begin] = useState<HotActName>();
  const next = topic.may.find((act) => act !== 'note');
  const mayNote = topic.may.includes('note');
  useKeys({
    ...(next === undefined ? {} : { n: () => begin(next) }),
    ...(mayNote ? { r: () => begin('note') } : {}),
  });
  if (topic.may.length === 0) return null;
  return (
    <div className="order-acts">
      {next === undefined ? null : (
        <KeyButton label={said.acts[next]} of="n" run={() => begin(next)} look="primary" />
      )}
      {mayNote ? <KeyButton label={said.acts.note} of="r" run={() => begin('note')} /> : null}
      {doing === undefined ? null : <ActDialog act={doing} topic={topic} close={() => begin(undefined)} />}
    </div>
  );
}

function Step({ step: { type, at, by, say, figures, files } }: { step: HotStep }) {
  return (
    <li>
      <strong>{said.steps[type]}</strong>
      <span className="faint number">
        {by === '' ? said.by.house : by} {momentWords(at)}
      </span>
      <p>{say}</p>
      {figures.length === 0 ? null : (
        <dl className="hot-evidence">
          {figures.map(({ what, value, unit }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd className="number">
                <strong>{value}</strong> {unit}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {files.length === 0 ? null : (
        <ul className="hot-files" aria-label={attachWords.label}>
          {files.map((file) => (
            <li key={file.file}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Facts({ topic }: { topic: HotTopic }) {
  const { facts } = said;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [facts.owner, topic.owner],
    [facts.leader, topic.leader],
    [facts.dueOn, topic.dueOn],
    [facts.month, monthWords(topic.month)],
    [facts.people, said.people(topic.people)],
    [facts.orders, said.orders(topic.orders)],
    [facts.hotWeek, said.orders(topic.hotWeek)],
    [facts.week, said.orders(topic.week)],
    [facts.listedOn, topic.listedOn],
    [facts.reboundedOn, topic.reboundedOn],
    [facts.removedOn, topic.removedOn],
  ];
  return (
    <dl className="order-facts hot-facts">
      {rows.map(([label, value]) =>
        value === undefined ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

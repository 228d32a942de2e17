import { type HotStage, type HotTopicRow, hotStages } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { today } from '../plan/days.ts';
import { exportBoard } from './export.ts';
import { useBoard } from './queries.ts';
import { hotlistWords as said } from './words.ts';

const opening = 'Enter';

type Props = { open: (topic: string) => void; head: (acts?: ReactNode) => ReactNode };

/** 榜单: the matters of the lists by state, from left to right; J and K go through them, Enter opens one. */
export function Board({ open, head }: Props) {
  const { data, error } = useBoard();
  const [at, setAt] = useState(0);
  const rows = hotStages.flatMap((stage) => (data?.topics ?? []).filter((one) => one.stage === stage));
  const chosen = rows[Math.min(at, rows.length - 1)];
  useKeys({
    j: () => setAt(Math.min(at + 1, rows.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    ...(chosen === undefined ? {} : { [opening]: () => open(chosen.topic) }),
  });
  if (chosen === undefined)
    return (
      <>
        {head()}
        <ProblemNote error={error} />
        {data === undefined ? error === null && <Spin description={said.loading} /> : <Nothing />}
      </>
    );
  return (
    <>
      {head(
        <>
          <Button onClick={() => exportBoard(rows, today())}>{said.exporting}</Button>
          <Button onClick={() => window.print()}>{said.print}</Button>
        </>,
      )}
      <div className="hot-board">
        {hotStages.map((stage) => (
          <Column
            key={stage}
            stage={stage}
            rows={rows.filter((one) => one.stage === stage)}
            chosen={chosen}
            open={open}
          />
        ))}
      </div>
    </>
  );
}

function Nothing() {
  return (
    <section className="order-pane order-blank">
      <div className="empty">
        <p className="empty-title">{said.boardNone}</p>
        <p>{said.boardNoneHelp}</p>
      </div>
    </section>
  );
}

type ColumnProps = {
  stage: HotStage;
  rows: readonly HotTopicRow[];
  chosen: HotTopicRow | undefined;
  open: (topic: string) => void;
};

function Column({ stage, rows, chosen, open }: ColumnProps) {
  return (
    <section className="hot-column" aria-labelledby={`hot-${stage}`}>
      <h2 id={`hot-${stage}`}>
        {said.stages[stage]}
        <span className="faint number">{rows.length}</span>
      </h2>
      {rows.length === 0 ? <p className="faint hot-column-none">{said.stageNone}</p> : null}
      <ul>
        {rows.map((one) => (
          <li key={one.topic}>
            <Card topic={one} here={one === chosen} open={() => open(one.topic)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ topic, here, open }: { topic: HotTopicRow; here: boolean; open: () => void }) {
  const { name, light, round, owner, leader, dueOn, week, hotWeek, stage, shown } = topic;
  const lines = [leader ?? owner, stage === 'removed' || dueOn === undefined ? undefined : said.dueOn(dueOn)];
  const told = lines.filter((one) => one !== undefined);
  return (
    <button type="button" className={here ? 'hot-card here' : 'hot-card'} onClick={open}>
      <strong>{name}</strong>
      {stage === 'removed' ? null : (
        <span className={`light light-${light}`}>
          <span className="light-dot" aria-hidden="true" />
          <span className="light-name">{said.lights[light]}</span>
        </span>
      )}
      {round > 1 || shown ? (
        <span>
          {round > 1 ? <span className="order-mark order-mark--urgent">{said.round(round)}</span> : null}
          {shown ? <span className="order-mark">{said.shown}</span> : null}
        </span>
      ) : null}
      {told.map((line) => (
        <span key={line} className="faint">
          {line}
        </span>
      ))}
      <span className="faint number">{said.weekly(week, hotWeek)}</span>
    </button>
  );
}

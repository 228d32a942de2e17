import type { HotCandidateRow, HotMonth } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import type { KeyMap } from '../keys/keys.ts';
import { useKeys } from '../keys/use-keys.ts';
import { CandidatePane } from './CandidatePane.tsx';
import { exportCandidates } from './export.ts';
import { MonthBar } from './MonthBar.tsx';
import { lastMonth, monthWords } from './months.ts';
import { PickDialog } from './PickDialog.tsx';
import { type Asked, useMonth } from './queries.ts';
import { SignalMarks } from './Signals.tsx';
import { hotlistWords as said } from './words.ts';

const opening = 'Enter';

/** 月度候选: what was mined of a month, the hottest first; one of them is looked at, and picked. */
export function Candidates({ open }: { open: (topic: string) => void }) {
  const [asked, ask] = useState<Asked>(() => ({ month: lastMonth() }));
  const { data, error } = useMonth(asked);
  const candidates = data?.candidates ?? [];
  return (
    <>
      <MonthBar asked={asked} ask={ask} data={data}>
        {candidates.length === 0 ? null : (
          <>
            <Button onClick={() => exportCandidates(monthWords(asked.month), candidates)}>
              {said.exporting}
            </Button>
            <Button onClick={() => window.print()}>{said.print}</Button>
          </>
        )}
      </MonthBar>
      <ProblemNote error={error} />
      {data === undefined && error === null ? <Spin description={said.loading} /> : null}
      {data !== undefined && candidates.length === 0 ? <Nothing data={data} /> : null}
      {candidates.length === 0 ? null : (
        <Chooser key={`${asked.month} ${data?.scope}`} candidates={candidates} open={open} />
      )}
    </>
  );
}

type ChooserProps = { candidates: readonly HotCandidateRow[]; open: (topic: string) => void };

/** J and K go through the candidates; P picks the one that is looked at, Enter opens what it has become. */
function Chooser({ candidates, open }: ChooserProps) {
  const [at, setAt] = useState(0);
  const [picking, pick] = useState(false);
  const chosen = candidates[Math.min(at, candidates.length - 1)];
  const topic = chosen?.topic;
  useKeys({
    j: () => setAt(Math.min(at + 1, candidates.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    ...keysFor(topic, { pick: () => pick(true), open }),
  });
  if (chosen === undefined) return null;
  return (
    <div className="order-sides hot-sides">
      <section className="order-pane" aria-label={said.tabs.candidates}>
        <Table candidates={candidates} chosen={chosen} choose={setAt} />
      </section>
      <CandidatePane candidate={chosen} pick={() => pick(true)} open={open} />
      {picking ? <PickDialog candidate={chosen} close={() => pick(false)} done={open} /> : null}
    </div>
  );
}

function keysFor(
  topic: string | undefined,
  { pick, open }: { pick: () => void; open: (topic: string) => void },
): KeyMap {
  return topic === undefined ? { p: pick } : { [opening]: () => open(topic) };
}

function Nothing({ data: { scope, run } }: { data: HotMonth }) {
  const told =
    scope === undefined
      ? [said.noList, said.noListHelp]
      : run === undefined
        ? [said.notMined, said.notMinedHelp]
        : run.state === 'done'
          ? [said.none, said.noneHelp]
          : [said.runs[run.state], said.minedSoon];
  return (
    <section className="order-pane order-blank">
      <div className="empty">
        <p className="empty-title">{told[0]}</p>
        <p>{told[1]}</p>
      </div>
    </section>
  );
}

type TableProps = {
  candidates: readonly HotCandidateRow[];
  chosen: HotCandidateRow | undefined;
  choose: (at: number) => void;
};

function Table({ candidates, chosen, choose }: TableProps) {
  const { columns } = said;
  return (
    <table className="dense hot-table">
      <thead>
        <tr>
          <th scope="col">{columns.rank}</th>
          <th scope="col" className="rest">
            {columns.matter}
          </th>
          <th scope="col" className="figure">
            {columns.people}
          </th>
          <th scope="col" className="figure">
            {columns.orders}
          </th>
          <th scope="col">{columns.signals}</th>
          <th scope="col" className="figure">
            {columns.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((one, at) => (
          <tr key={one.candidate} className={one === chosen ? 'picked' : ''} onClick={() => choose(at)}>
            <td className="number">{at + 1}</td>
            <th scope="row" className="rest">
              <button type="button" className="row-pick" aria-pressed={one === chosen}>
                <strong>{one.matterName}</strong>
              </button>
              <span className="hot-words">{one.words.length === 0 ? said.whole : one.words.join(' · ')}</span>
              {one.topic === undefined ? null : <span className="order-mark">{said.onList}</span>}
            </th>
            <td className="figure">{one.people}</td>
            <td className="figure">{one.orders}</td>
            <td>
              <SignalMarks signals={one.signals} />
            </td>
            <td className="figure">
              <strong>{said.of100(one.score)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { Warning } from '@tongban/contract';
import { Button, Popconfirm, Spin, Tag } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { useSettleWarning, useWarnings } from './queries.ts';
import { WarningDialog } from './WarningDialog.tsx';
import { noticeWords } from './words.ts';

const said = noticeWords.warnings;

/** 预警: what was written, who confirmed it, and how many have been told. */
export function WarningsPane() {
  const [writing, write] = useState(false);
  const { data, error } = useWarnings();
  return (
    <>
      <div className="notice-lead">
        <span className="faint">{said.lead}</span>
        <Button type="primary" onClick={() => write(true)}>
          {said.write}
        </Button>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin description={said.loading} /> : <Rows rows={data} />}
      {writing ? <WarningDialog close={() => write(false)} /> : null}
    </>
  );
}

function Rows({ rows }: { rows: readonly Warning[] }) {
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp}</p>
      </div>
    );
  }
  return (
    <table className="dense notice-warnings">
      <thead>
        <tr>
          <th scope="col">{said.columns.warning}</th>
          <th scope="col">{said.columns.until}</th>
          <th scope="col">{said.columns.by}</th>
          <th scope="col">{said.columns.state}</th>
          <th scope="col" className="figure">
            {said.columns.told}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.warning} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: Warning }) {
  const { title, text, urgent, staleAfter, askedBy, askedAt, state, told, settledBy } = row;
  return (
    <tr>
      <th scope="row" className="notice-warned">
        {title} {urgent ? <Tag className="notice-mark">{said.mark}</Tag> : null}
        <p className="notice-plain">{text}</p>
      </th>
      <td className="number">{momentWords(staleAfter)}</td>
      <td>
        {askedBy}
        <span className="faint number">{momentWords(askedAt)}</span>
      </td>
      <td>
        {state === 'asked' ? <Answer row={row} /> : said.states[state]}
        {settledBy === undefined ? null : <span className="faint">{said.settledBy(settledBy)}</span>}
      </td>
      <td className="figure">{state === 'asked' || state === 'declined' ? '—' : said.people(told)}</td>
    </tr>
  );
}

/** The second person answers; the writer waits. */
function Answer({ row: { warning, mine } }: { row: Warning }) {
  const settle = useSettleWarning();
  const press = (verdict: 'confirm' | 'decline') => settle.mutate({ warning, verdict });
  if (mine) return <span>{said.mine}</span>;
  return (
    <>
      <div className="notice-acts">
        <Popconfirm title={said.sure} onConfirm={() => press('confirm')}>
          <Button size="small" type="primary" disabled={settle.isPending}>
            {said.confirm}
          </Button>
        </Popconfirm>
        <Button size="small" disabled={settle.isPending} onClick={() => press('decline')}>
          {said.decline}
        </Button>
      </div>
      <ProblemNote error={settle.error} />
    </>
  );
}

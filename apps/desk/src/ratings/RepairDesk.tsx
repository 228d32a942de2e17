import type { RepairRow } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { DueLight } from './DueLight.tsx';
import { PhoneDialog } from './PhoneDialog.tsx';
import { type Shown, useRepairs } from './queries.ts';
import { RepairPane } from './RepairPane.tsx';
import { ratingWords as said } from './words.ts';

type Props = { shown: Shown; registers: boolean };

/** 整改单: the list on the left, the one that is open beside it. */
export function RepairDesk({ shown, registers }: Props) {
  const [open, setOpen] = useState<string>();
  const [calling, call] = useState(false);
  const list = useRepairs(shown);
  const rows = (list.data?.pages ?? []).flatMap(({ repairs }) => repairs);
  return (
    <div className={open === undefined ? 'repair-desk' : 'repair-desk repair-desk--open'}>
      <section className="hall-pane" aria-label={said.tabs[shown]}>
        {registers ? (
          <header>
            <h2>{said.tabs[shown]}</h2>
            <span className="pane-acts">
              <Button size="small" onClick={() => call(true)}>
                {said.phone.add}
              </Button>
            </span>
          </header>
        ) : null}
        <ProblemNote error={list.error} />
        {list.isPending ? <Spin description={said.loading} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty shown={shown} /> : null}
        {rows.length === 0 ? null : <Rows rows={rows} open={open} pick={setOpen} />}
        {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{said.more}</Button> : null}
      </section>
      {calling ? <PhoneDialog close={() => call(false)} /> : null}
      {open === undefined ? null : <RepairPane key={open} repair={open} close={() => setOpen(undefined)} />}
    </div>
  );
}

function Empty({ shown }: { shown: Shown }) {
  return (
    <div className="empty">
      <p className="empty-title">{shown === 'open' ? said.none : said.noneClosed}</p>
      {shown === 'open' ? <p>{said.noneHelp}</p> : null}
    </div>
  );
}

type RowsProps = { rows: readonly RepairRow[]; open: string | undefined; pick: (repair: string) => void };

function Rows({ rows, open, pick }: RowsProps) {
  const { columns } = said;
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.level}</th>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.handler}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.repair} row={row} picked={row.repair === open} pick={() => pick(row.repair)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, picked, pick }: { row: RepairRow; picked: boolean; pick: () => void }) {
  const { number, levelName, itemName, unit, windowName, state, round, appeal, handler } = row;
  const more = [said.round(round), appeal === undefined ? '' : said.appeals[appeal]].filter(
    (one) => one !== '',
  );
  return (
    <tr className={picked ? 'picked' : ''} onClick={pick}>
      <th scope="row">
        <button
          type="button"
          className="row-pick number"
          aria-pressed={picked}
          aria-label={said.open(number)}
          onClick={pick}
        >
          {number}
        </button>
      </th>
      <td>
        <DueLight row={row} />
      </td>
      <td>{levelName}</td>
      <td className="rest">{itemName}</td>
      <td>{windowName === undefined ? unit : `${unit} ${windowName}`}</td>
      <td>
        {said.states[state]}
        {more.length === 0 ? null : <span className="faint"> {more.join(' ')}</span>}
      </td>
      <td className={handler === undefined ? 'faint' : ''}>{handler ?? '—'}</td>
    </tr>
  );
}

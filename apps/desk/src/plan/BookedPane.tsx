import type { HallBooking } from '@tongban/contract';
import { Input, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { byHour, foundBy, priorityWord, stateWord } from './booked.ts';
import { useBooked } from './queries.ts';
import { planWords } from './words.ts';

const said = planWords.booked;
const soughtField = 'booked-sought';

/** 预约名单: who is booked on a day, by hour, with names masked; searched here and printed as shown. */
export function BookedPane({ day }: { day: string }) {
  const { data, error } = useBooked(day);
  const [sought, seek] = useState('');
  const print = () => window.print();
  useKeys({ '/': () => document.getElementById(soughtField)?.focus(), p: print });
  const shown = foundBy(data ?? [], sought);
  return (
    <section className="plan-part plan-booked" aria-labelledby="plan-booked">
      <header>
        <h3 id="plan-booked">{said.title}</h3>
        <span className="faint number" role="status">
          {data === undefined ? '' : said.count(shown.length, data.length)}
        </span>
        <span className="plan-booked-tools">
          <label htmlFor={soughtField}>{said.seek}</label>
          <KeyCap of="/" />
          <Input
            id={soughtField}
            value={sought}
            onChange={({ target }) => seek(target.value)}
            placeholder={said.seekHint}
          />
          <KeyButton of="p" label={said.print} run={print} why={shown.length === 0 ? said.none : undefined} />
        </span>
      </header>
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Spin description={said.loading} />
      ) : shown.length === 0 ? (
        <p className="faint">{data.length === 0 ? said.none : said.notFound}</p>
      ) : (
        <BookedTable bookings={shown} />
      )}
    </section>
  );
}

function BookedTable({ bookings }: { bookings: readonly HallBooking[] }) {
  const { columns } = said;
  return (
    <table className="dense booked">
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.person}</th>
          <th scope="col" className="rest">
            {columns.item}
          </th>
          <th scope="col">{columns.window}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      {byHour(bookings).map(({ hour, bookings: own }) => (
        <tbody key={hour}>
          <tr className="booked-hour">
            <th scope="rowgroup" colSpan={5}>
              {said.hour(hour, own.length)}
            </th>
          </tr>
          {own.map((one) => (
            <BookedRow key={one.booking} one={one} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function BookedRow({ one }: { one: HallBooking }) {
  const { at, until, person, itemName, windowName, state } = one;
  return (
    <tr>
      <td className="number">
        {timeWords(at)}–{timeWords(until)}
      </td>
      <td>
        <strong>{person}</strong>
        <span className="booked-first">{priorityWord(one)}</span>
      </td>
      <td className="rest">{itemName}</td>
      <td>{windowName ?? said.anyWindow}</td>
      <td className={state === 'missed' ? 'bad' : state === 'booked' ? '' : 'faint'}>{stateWord(state)}</td>
    </tr>
  );
}

import type { FleetRow } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Link } from 'wouter';
import { momentWords } from '../clocks/moments.ts';
import { machineWords } from './words.ts';

const said = machineWords.refused;

/** 没能排上的号: numbers given without network that could not join the queue, why, and what the hall does for their holders. */
export function RefusedNumbers({ rows, takes }: { rows: readonly FleetRow[]; takes: boolean }) {
  const all = rows
    .flatMap(({ device, name, refused }) => refused.map((one) => ({ ...one, device, name })))
    .toSorted((one, other) => other.takenAt.localeCompare(one.takenAt));
  if (all.length === 0) return null;
  const { columns } = said;
  return (
    <section className="refused-numbers" aria-labelledby="refused-numbers">
      <h2 id="refused-numbers">{said.title}</h2>
      <p className="faint">{said.lead}</p>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.machine}</th>
            <th scope="col">{columns.takenAt}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ device, name, number, takenAt, why }) => (
            <tr key={`${device} ${number} ${takenAt}`}>
              <th scope="row" className="number">
                {number}
              </th>
              <td>{name}</td>
              <td className="number">{momentWords(takenAt)}</td>
              <td className="bad">{why}</td>
              <td>
                <WhatToDo takenAt={takenAt} takes={takes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whoever holds a number of today may still be there; one of another day has had its day. */
function WhatToDo({ takenAt, takes }: { takenAt: string; takes: boolean }) {
  if (shanghaiDay(new Date(takenAt)) < shanghaiDay(new Date()))
    return <span className="faint">{said.over}</span>;
  return (
    <>
      {said.today}
      {takes ? (
        <Link className="refused-take" href="/reception">
          {said.take}
        </Link>
      ) : null}
    </>
  );
}

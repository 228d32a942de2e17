import { Input, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { today } from '../plan/days.ts';
import { csvOf, type Figures } from './csv.ts';
import { useFigures } from './queries.ts';
import { hallWords } from './words.ts';

const said = hallWords.figures;

/** 当天数据: a day by hour, window and item, to read, to print and to take along. */
export function FigurePane() {
  const [day, setDay] = useState(today);
  const { data, error } = useFigures(day);
  const empty = data === undefined || data.rows.length === 0;
  const why = empty ? said.none : undefined;
  const print = () => empty || window.print();
  const save = () => empty || saveAs(csvOf(data), said.file(day));
  useKeys({ F9: print, e: save });
  return (
    <div className="figures">
      <div className="figure-tools">
        <label htmlFor="figure-day">{said.day}</label>
        <Input
          id="figure-day"
          type="date"
          max={today()}
          value={day}
          onChange={({ target }) => target.value !== '' && setDay(target.value)}
        />
        <strong>{dayWords(day)}</strong>
        <span className="pane-acts">
          <KeyButton of="F9" label={said.print} run={print} why={why} />
          <KeyButton of="e" label={said.csv} run={save} why={why} />
        </span>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin /> : <Shown figures={data} />}
    </div>
  );
}

function Shown({ figures }: { figures: Figures }) {
  if (figures.rows.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp}</p>
      </div>
    );
  }
  return (
    <>
      <Totals figures={figures} />
      <div className="figure-tables">
        {(['hour', 'window', 'item'] as const)
          .map((by) => ({ by, rows: figures.rows.filter((row) => row.by === by) }))
          .filter(({ rows }) => rows.length > 0)
          .map((group) => (
            <Group key={group.by} {...group} />
          ))}
      </div>
    </>
  );
}

function Totals({
  figures: { tickets, served, abandoned, waitP50, waitP90, estimate },
}: {
  figures: Figures;
}) {
  const told: [string, string, string?][] = [
    [said.tickets, String(tickets)],
    [said.served, String(served)],
    [said.abandoned, String(abandoned)],
    [said.p50, waitP50 === undefined ? '—' : said.minutes(Math.round(waitP50))],
    [said.p90, waitP90 === undefined ? '—' : said.minutes(Math.round(waitP90))],
  ];
  if (estimate !== undefined) {
    const { mae, coverage } = estimate;
    told.push([said.estimate, said.mae(mae.toFixed(1)), said.coverage(Math.round(coverage * 100))]);
  }
  return (
    <dl className="hall-facts">
      {told.map(([label, value, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong className="number">{value}</strong>
            {note === undefined ? null : <span className="faint">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type GroupProps = { by: keyof typeof said.by; rows: Figures['rows'] };

function Group({ by, rows }: GroupProps) {
  const most = Math.max(1, ...rows.map(({ tickets }) => tickets));
  const { columns } = said;
  return (
    <section className="hall-pane" aria-labelledby={`figures-${by}`}>
      <header>
        <h2 id={`figures-${by}`}>{said.by[by]}</h2>
      </header>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{said.by[by]}</span>
            </th>
            <th scope="col">{columns.tickets}</th>
            <th scope="col" className="figure">
              {columns.abandoned}
            </th>
            <th scope="col" className="figure">
              {columns.wait}
            </th>
            <th scope="col" className="figure">
              {columns.handling}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, tickets, abandoned, wait, handling }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <span className="bar-cell">
                  <span className="bar" style={{ width: `${(100 * tickets) / most}%` }} aria-hidden="true" />
                  <span className="number">{tickets}</span>
                </span>
              </td>
              <td className="figure">{abandoned}</td>
              <td className="figure">{minuteWords(wait)}</td>
              <td className="figure">{minuteWords(handling)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function minuteWords(minutes: number | undefined): string {
  return minutes === undefined ? '' : said.minutes(Math.round(minutes));
}

/** Hands a text over as a file. */
function saveAs(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

import type { PraiseRow } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords } from '../clocks/moments.ts';
import { saveTable } from './export.ts';
import { PraiseDialog } from './PraiseDialog.tsx';
import { type Span, usePraises } from './queries.ts';
import { SpanFields, useSpan } from './SpanFields.tsx';
import { ratingWords } from './words.ts';

const said = ratingWords.praise;
const kinds = ['banner', 'letter', 'hotline'] as const;

/** 表扬登记: how many of each kind, and what they were. */
export function PraisePane() {
  const [span, setSpan] = useSpan();
  const [adding, add] = useState(false);
  const { data, error } = usePraises(span);
  return (
    <div className="rating-figures">
      <div className="rating-tools">
        <SpanFields span={span} change={setSpan} />
        <span className="pane-acts">
          <Button disabled={data === undefined} onClick={() => data && exportPraises(data.rows, span)}>
            {ratingWords.exporting}
          </Button>
          <Button type="primary" onClick={() => add(true)}>
            {said.add}
          </Button>
        </span>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Spin description={ratingWords.loading} />
      ) : (
        <>
          <dl className="hall-facts">
            {kinds.map((kind) => (
              <div key={kind}>
                <dt>{said.kinds[kind]}</dt>
                <dd>
                  <strong className="number">{data.counts[kind]}</strong>
                </dd>
              </div>
            ))}
          </dl>
          <Rows rows={data.rows} />
        </>
      )}
      {adding ? <PraiseDialog close={() => add(false)} /> : null}
    </div>
  );
}

function exportPraises(rows: readonly PraiseRow[], { from, to }: Span): void {
  saveTable(
    `${ratingWords.tabs.praises} ${from} ${to}`,
    [said.on, said.kind, said.count, said.unit, said.who, said.what],
    rows.map((row) => [row.on, said.kinds[row.kind], row.count, row.unit, row.from ?? '', row.say ?? '']),
  );
}

function Rows({ rows }: { rows: readonly PraiseRow[] }) {
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp}</p>
      </div>
    );
  }
  return (
    <section className="hall-pane" aria-label={ratingWords.tabs.praises}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{said.on}</th>
            <th scope="col">{said.kind}</th>
            <th scope="col" className="figure">
              {said.count}
            </th>
            <th scope="col">{said.unit}</th>
            <th scope="col" className="rest">
              {said.what}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ praise, on, kind, count, unit, from, say }) => (
            <tr key={praise}>
              <th scope="row">{dayWords(on)}</th>
              <td>{said.kinds[kind]}</td>
              <td className="figure">{count}</td>
              <td>{unit}</td>
              <td className="rest">{[from, say].filter((one) => one !== undefined).join('：')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

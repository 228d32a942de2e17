import type { IndicatorFigure, RatingFigure } from '@tongban/contract';
import { Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { saveTable } from './export.ts';
import { type By, type Span, useRatingFigures } from './queries.ts';
import { SpanFields, useSpan } from './SpanFields.tsx';
import { ratingWords } from './words.ts';

const said = ratingWords.figures;

/** 统计: the share of good ratings, by unit, window or item; default and struck ones stand in columns of their own. */
export function FigurePane() {
  const [by, setBy] = useState<By>('unit');
  const [span, setSpan] = useSpan();
  const { data, error } = useRatingFigures(by, span);
  return (
    <div className="rating-figures">
      <div className="rating-tools">
        <Segmented<By>
          value={by}
          onChange={setBy}
          options={(['unit', 'window', 'item', 'channel'] as const).map((value) => ({
            value,
            label: said.by[value],
          }))}
        />
        <SpanFields span={span} change={setSpan} />
        <span className="pane-acts">
          <Button disabled={data === undefined} onClick={() => data && exportFigures(data, by, span)}>
            {ratingWords.exporting}
          </Button>
        </span>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Spin description={ratingWords.loading} />
      ) : (
        <>
          <Totals total={data.total} />
          <Table rows={data.rows} by={by} />
          <Indicators rows={data.indicators} />
          <p className="faint">{data.defaultRule ? said.defaultOn : said.defaultOff}</p>
          <p className="faint">
            {said.push[data.push.to]}
            {data.push.to === 'nobody'
              ? ''
              : `：${said.pushed(data.push.sent, data.push.waiting, data.push.failed)}`}
          </p>
        </>
      )}
    </div>
  );
}

function Totals({ total }: { total: RatingFigure }) {
  const told: [string, string][] = [
    [said.rated, String(total.rated)],
    [said.favourable, share(total.favourable, total.rated)],
    [said.repairs, String(total.repairs)],
    [said.calledBack, share(total.calledBack, total.repairs)],
    [said.repaired, share(total.repaired, total.repairs)],
    [said.byDefault, String(total.byDefault)],
    [said.struck, String(total.struck)],
  ];
  return (
    <dl className="hall-facts">
      {told.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong className="number">{value}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ rows, by }: { rows: readonly RatingFigure[]; by: By }) {
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp}</p>
      </div>
    );
  }
  const heads = headsOf(by);
  return (
    <section className="hall-pane" aria-label={said.by[by]}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col" className="rest">
              <span className="visually-hidden">{said.by[by]}</span>
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="rest">
                {row.name}
              </th>
              {cellsOf(row, by).map((text, at) => (
                <td key={heads[at]} className="figure">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** 评价指标: what people named as good and as bad, online and offline apart. */
function Indicators({ rows }: { rows: readonly IndicatorFigure[] }) {
  return (
    <section className="hall-pane rating-indicators" aria-labelledby="indicators">
      <header>
        <h2 id="indicators">{said.indicators}</h2>
        <span className="faint">{said.indicatorsHelp}</span>
      </header>
      <div className="rating-sides">
        {(['online', 'offline'] as const).map((side) => (
          <table key={side} className="dense">
            <thead>
              <tr>
                <th scope="col" className="rest">
                  {said.sides[side]}
                </th>
                <th scope="col" className="figure">
                  {said.named.good}
                </th>
                <th scope="col" className="figure">
                  {said.named.bad}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows
                .filter(({ where }) => where === side)
                .map(({ indicator, name, good, bad }) => (
                  <tr key={indicator}>
                    <th scope="row" className="rest">
                      {name}
                    </th>
                    <td className="figure">{good}</td>
                    <td className="figure">{bad}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

function headsOf(by: By): string[] {
  return [
    ...(by === 'channel' ? [] : [said.ended, said.active]),
    ...[said.rated, said.good, said.favourable, said.repairs, said.repaired, said.byDefault, said.struck],
  ];
}

function cellsOf(row: RatingFigure, by: By): string[] {
  const { ended = 0 } = row;
  return [
    ...(by === 'channel' ? [] : [String(ended), share(row.rated, ended)]),
    ...[String(row.rated), String(row.favourable), share(row.favourable, row.rated), String(row.repairs)],
    ...[String(row.repaired), String(row.byDefault), String(row.struck)],
  ];
}

type Shown = { rows: readonly RatingFigure[]; total: RatingFigure; indicators: readonly IndicatorFigure[] };

/** Figures and indicators in one sheet, as they stand on the screen. */
function exportFigures({ rows, total, indicators }: Shown, by: By, { from, to }: Span): void {
  const named = indicators.map(({ name, where, good, bad }) => [`${said.sides[where]} ${name}`, good, bad]);
  saveTable(
    `${ratingWords.title} ${said.by[by]} ${from} ${to}`,
    ['', ...headsOf(by)],
    [
      ...[...rows, total].map((row) => [row.name, ...cellsOf(row, by)]),
      [],
      [said.indicators, said.named.good, said.named.bad],
      ...named,
    ],
  );
}

/** A share, or nothing where there is nothing to share. */
function share(part: number, whole: number): string {
  return whole === 0 ? '—' : said.percent(part / whole);
}

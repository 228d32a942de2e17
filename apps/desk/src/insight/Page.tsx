import type { Insight, InsightRow } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { orderWords } from '../orders/words.ts';
import { saveTable } from '../ratings/export.ts';
import { SpanFields, useSpan } from '../ratings/SpanFields.tsx';
import { Bars } from './Bars.tsx';
import { Bursts } from './Bursts.tsx';
import './insight.css';
import { useInsight } from './queries.ts';
import { Rows } from './Rows.tsx';
import { Trend } from './Trend.tsx';
import { tableOf } from './table.ts';
import { insightWords as said } from './words.ts';

/** 舆情分析: what people raised in a time, where, how they came, and whether it was solved. */
export function InsightPage() {
  const [span, setSpan] = useSpan();
  const { data, error } = useInsight(span);
  return (
    <main id="main" className="plain-page insight">
      <div className="insight-head">
        <h1>{said.title}</h1>
        <SpanFields span={span} change={setSpan} />
        <span className="pane-acts">
          <Button disabled={data === undefined} onClick={() => data && save(data)}>
            {said.exporting}
          </Button>
        </span>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin description={said.loading} /> : <Whole data={data} />}
    </main>
  );
}

function Whole({ data }: { data: Insight }) {
  if (data.total.received === 0 && data.total.closed === 0)
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp}</p>
      </div>
    );
  return (
    <>
      <Totals total={data.total} />
      <div className="insight-wide">
        <Trend days={data.days} />
        <Bursts bursts={data.bursts} />
      </div>
      <div className="insight-wide">
        <Rows title={said.topics} axis={said.axes.topic} rows={data.topics} />
        <div className="insight-side">
          {data.fraud.length > 0 && <Bars title={said.fraud} rows={data.fraud} />}
          <Bars
            title={said.kinds}
            rows={data.kinds.map(({ kind, name, ...of }) => ({ id: kind, name: name.zh, ...of }))}
          />
          <Bars title={said.channels} rows={data.channels.map(channelRow)} />
        </div>
      </div>
      {data.regions.length > 1 && <Rows title={said.regions} axis={said.axes.region} rows={data.regions} />}
      <footer className="faint insight-note">
        <p>{said.note}</p>
        <p>
          {said.feed(data.feed.lines, data.feed.written)}，
          {data.feed.to === 'nobody'
            ? said.noPeer
            : said.pushed(data.feed.lines, data.feed.pushed, data.feed.failures)}
          。
        </p>
      </footer>
    </>
  );
}

function channelRow({ channel, ...of }: Insight['channels'][number]): InsightRow {
  return { id: channel, name: orderWords.channels[channel], ...of };
}

function Totals({ total }: { total: Insight['total'] }) {
  const told = [
    [said.totals.received, said.count(total.received), said.compared(total.received, total.before)],
    [said.totals.closed, said.count(total.closed), ''],
    [said.totals.satisfied, said.share(total.satisfied, total.asked), said.asked(total.asked)],
    [said.totals.reopened, said.count(total.reopened), ''],
  ] as const;
  return (
    <dl className="hall-facts">
      {told.map(([label, value, more]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong className="number">{value}</strong>
            {more !== '' && <span className="faint">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function save(data: Insight): void {
  const { heads, rows } = tableOf(data);
  saveTable(said.file(data.from, data.to), heads, rows);
}

import type { DayCount } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords } from '../clocks/moments.ts';
import { saveTable } from '../ratings/export.ts';
import { SpanFields, useSpan } from '../ratings/SpanFields.tsx';
import { type CountLine, lineOf, promptShare, sumOf } from './counts.ts';
import { useCounts } from './queries.ts';
import { noticeWords } from './words.ts';

const said = noticeWords.counts;

/** 按天数: new accounts, cases by channel and messages by channel, day by day with their sum on top. */
export function CountsPane() {
  const [span, setSpan] = useSpan();
  const { data, error } = useCounts(span);
  const name = `${said.title} ${span.from} ${span.to}`;
  return (
    <section aria-labelledby="counts">
      <div className="notice-tools">
        <h2 id="counts">{said.title}</h2>
        <SpanFields span={span} change={setSpan} />
        <Button disabled={data === undefined} onClick={() => data && exportDays(name, data)}>
          {said.exporting}
        </Button>
      </div>
      <ProblemNote error={error} />
      {data === undefined ? error === null && <Spin description={said.loading} /> : <Days days={data} />}
    </section>
  );
}

function Days({ days }: { days: readonly DayCount[] }) {
  const sum = sumOf(days);
  const heads = headsOf(sum);
  const lines = [...days].reverse();
  return (
    // The table rolls in its own frame, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what rolls has to be reached
    <section className="notice-counts" tabIndex={0} aria-label={said.title}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{said.day}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name={said.sum} cells={cellsOf(sum, sum)} heads={heads} isSum />
          {lines.map((day) => (
            <Line key={day.day} name={dayWords(day.day)} cells={cellsOf(lineOf(day), sum)} heads={heads} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type LineProps = { name: string; cells: readonly string[]; heads: readonly string[]; isSum?: boolean };

function Line({ name, cells, heads, isSum }: LineProps) {
  return (
    <tr className={isSum === true ? 'notice-sum' : undefined}>
      <th scope="row">{name}</th>
      {cells.map((text, at) => (
        <td key={heads[at]} className="figure">
          {text}
        </td>
      ))}
    </tr>
  );
}

/** A column for each channel that occurs in the span. */
function headsOf({ cases, messages }: CountLine): string[] {
  return [
    said.accounts,
    ...[...cases.keys()].map((channel) => `${said.cases}·${said.channels[channel] ?? channel}`),
    ...[...messages.keys()].flatMap((channel) => {
      const name = (noticeWords.channels as Readonly<Record<string, string>>)[channel] ?? channel;
      return [`${name}·${said.due}`, `${name}·${said.share}`];
    }),
  ];
}

function cellsOf(line: CountLine, { cases, messages }: CountLine): string[] {
  return [
    String(line.accounts),
    ...[...cases.keys()].map((channel) => String(line.cases.get(channel) ?? 0)),
    ...[...messages.keys()].flatMap((channel) => {
      const told = line.messages.get(channel);
      return [String(told?.due ?? 0), promptShare(told)];
    }),
  ];
}

function exportDays(name: string, days: readonly DayCount[]): void {
  const sum = sumOf(days);
  saveTable(
    name,
    [said.day, ...headsOf(sum)],
    [...days.map((day) => [day.day, ...cellsOf(lineOf(day), sum)]), [said.sum, ...cellsOf(sum, sum)]],
  );
}

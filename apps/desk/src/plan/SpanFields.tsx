import type { Span } from '@tongban/contract';
import { Button, Input } from 'antd';
import { clockOf, cutOut, spansFault } from './rule.ts';
import { planWords } from './words.ts';

const said = planWords.day;
const lunch: Span = { from: '12:00', to: '14:00' };
const mostSpans = 8;
const clockField = { maxLength: 5, autoComplete: 'off', placeholder: '09:00' } as const;

type Props = {
  readonly spans: readonly Span[];
  readonly change: (spans: readonly Span[]) => void;
  /** Gives back the hours of the template or of the week. */
  readonly usual?: () => void;
};

/** 开放时间: one line for each span; lunch is cut out of them in one press. */
export function SpanFields({ spans, change, usual }: Props) {
  const set = (at: number, part: Partial<Span>) =>
    change(spans.map((span, place) => (place === at ? { ...span, ...part } : span)));
  const settle = (at: number) => {
    const { from = '', to = '' } = spans[at] ?? {};
    const read = { from: clockOf(from), to: clockOf(to) };
    if (read.from !== from || read.to !== to) set(at, read);
  };
  const fault = spansFault(spans);
  return (
    <div className="plan-stack">
      {spans.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is known by its place alone while it is typed
        <span className="plan-line" key={at}>
          <Input
            {...clockField}
            aria-label={said.spansFrom(at + 1)}
            value={span.from}
            onChange={({ target }) => set(at, { from: target.value })}
            onBlur={() => settle(at)}
          />
          <span>{said.to}</span>
          <Input
            {...clockField}
            aria-label={said.spansTo(at + 1)}
            value={span.to}
            onChange={({ target }) => set(at, { to: target.value })}
            onBlur={() => settle(at)}
          />
          <Button
            size="small"
            aria-label={said.dropSpan(at + 1)}
            onClick={() => change(spans.filter((_, place) => place !== at))}
          >
            {said.drop}
          </Button>
        </span>
      ))}
      <span className="phrases">
        <Button
          size="small"
          disabled={spans.length >= mostSpans}
          onClick={() => change([...spans, nextSpan(spans)])}
        >
          {said.addSpan}
        </Button>
        <Button size="small" onClick={() => change(cutOut(spans, lunch))}>
          {said.lunch}
        </Button>
        {usual === undefined ? null : (
          <Button size="small" onClick={usual}>
            {said.usual}
          </Button>
        )}
      </span>
      {fault === undefined ? null : <span className="fault">{fault}</span>}
    </div>
  );
}

/** A span after the last one. */
function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1)?.to;
  return last === undefined || last >= '20:00' ? { from: '09:00', to: '12:00' } : { from: last, to: '20:00' };
}

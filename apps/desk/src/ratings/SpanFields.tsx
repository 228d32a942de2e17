import { Input } from 'antd';
import { useState } from 'react';
import { plusDays, today } from '../plan/days.ts';
import type { Span } from './queries.ts';
import { ratingWords } from './words.ts';

const said = ratingWords.figures;

/** The last thirty days, until somebody chooses others. */
export function useSpan() {
  return useState<Span>(() => ({ from: plusDays(today(), -29), to: today() }));
}

/** 起止日期. */
export function SpanFields({ span, change }: { span: Span; change: (span: Span) => void }) {
  return (
    <>
      <label htmlFor="span-from">{said.from}</label>
      <Input
        id="span-from"
        type="date"
        max={span.to}
        value={span.from}
        onChange={({ target }) => target.value !== '' && change({ ...span, from: target.value })}
      />
      <label htmlFor="span-to">{said.to}</label>
      <Input
        id="span-to"
        type="date"
        min={span.from}
        max={today()}
        value={span.to}
        onChange={({ target }) => target.value !== '' && change({ ...span, to: target.value })}
      />
    </>
  );
}

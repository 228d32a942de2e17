import type { Answered, hallPlanRoutes } from '@tongban/contract';
import { type KeyboardEvent, useRef } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyButton } from '../keys/KeyButton.tsx';
import { daysOfKey, plusDays, today } from './days.ts';
import { planWords } from './words.ts';

const said = planWords.month;
const shownDays = 42;

type DayLine = Answered<typeof hallPlanRoutes.month>[number];

type Props = {
  readonly from: string;
  readonly days: readonly DayLine[];
  readonly chosen: string;
  readonly choose: (day: string) => void;
  readonly step: (by: 1 | -1) => () => void;
  readonly unsaved: readonly string[];
  readonly error: Error | null;
};

/** 六个星期: each day with what is open and how much of it is booked; arrows move between days. */
export function Weeks({ from, days, chosen, choose, step, unsaved, error }: Props) {
  const weeks = useRef<HTMLDivElement>(null);
  const last = plusDays(from, shownDays - 1);
  const move = (event: KeyboardEvent) => {
    const by = daysOfKey(event.key);
    if (by === undefined) return;
    const next = plusDays(chosen, by);
    event.preventDefault();
    if (next < from || next > last) return;
    choose(next);
    weeks.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <section className="plan-weeks" aria-label={said.label}>
      <header>
        <h1>{planWords.title}</h1>
        <KeyButton of="[" label={said.earlier} run={step(-1)} size="small" />
        <KeyButton of="]" label={said.later} run={step(1)} size="small" />
      </header>
      <ProblemNote error={error} />
      <div className="weekdays" aria-hidden="true">
        {said.weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go between the buttons within */}
      <div ref={weeks} className="days" onKeyDown={move}>
        {days.slice(0, shownDays).map((one) => (
          <DayButton
            key={one.day}
            one={one}
            chosen={one.day === chosen}
            unsaved={unsaved.includes(one.day)}
            stop={one.day === (chosen < from || chosen > last ? from : chosen)}
            choose={() => choose(one.day)}
          />
        ))}
      </div>
      <p className="faint">{said.legend}</p>
    </section>
  );
}

type DayProps = { one: DayLine; chosen: boolean; unsaved: boolean; stop: boolean; choose: () => void };

function DayButton({ one, chosen, unsaved, stop, choose }: DayProps) {
  const { day, open, from, capacity, booked, stranded } = one;
  const share = capacity === 0 ? 0 : Math.min(100, Math.round((100 * booked) / capacity));
  return (
    <button
      type="button"
      className={['plan-cell', open ? '' : 'shut', day === today() ? 'today' : ''].join(' ')}
      data-day={day}
      tabIndex={stop ? 0 : -1}
      aria-pressed={chosen}
      onClick={choose}
    >
      <span className="plan-date number">
        {dateWords(day)}
        {unsaved ? <span className="plan-unsaved" title={said.unsaved} /> : null}
      </span>
      <span className="plan-says">
        {stranded > 0 ? <strong className="bad">{said.stranded(stranded)}</strong> : wordOf(one, from)}
      </span>
      <span className="visually-hidden">
        {open ? (booked === 0 ? said.free : said.booked(share)) : said.closed}
      </span>
      {open ? (
        <span className="plan-bar" aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </span>
      ) : null}
    </button>
  );
}

/** Only what is unusual is said: why a day is shut, or open in another way. */
function wordOf({ open, says }: DayLine, from: DayLine['from']): string {
  if (!open) return says === '' ? said.closed : says;
  return from === 'hours' ? '' : says;
}

/** `3` within a month, `3月1日` where one begins. */
function dateWords(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return date === '01' ? `${Number(month)}月1日` : String(Number(date));
}

import type { DayRule } from '@tongban/contract';
import { Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { DayDesk } from './DayDesk.tsx';
import { mondayOf, plusDays, today } from './days.ts';
import { useDay, useWeeks } from './queries.ts';
import { Weeks } from './Weeks.tsx';
import { planWords as said } from './words.ts';

const stepDays = 28;

/** Rules by day. */
type Changed = Readonly<Record<string, DayRule>>;

/** 预约与排班: six weeks of days, and one of them by window and hour. */
export function PlanPage() {
  const [from, setFrom] = useState(() => mondayOf(today()));
  const [day, choose] = useState(today);
  const [changed, change] = useState<Changed>({});
  const [former, keep] = useState<Changed>({});
  const weeks = useWeeks(from);
  const step = (by: 1 | -1) => () => setFrom(plusDays(from, by * stepDays));
  useKeys({ '[': step(-1), ']': step(1) });
  return (
    <main id="main" className="plan">
      <Weeks
        from={from}
        days={weeks.data ?? []}
        chosen={day}
        choose={choose}
        step={step}
        unsaved={Object.keys(changed)}
        error={weeks.error}
      />
      <Day
        key={day}
        day={day}
        changed={changed[day]}
        change={(rule) => change(withDay(changed, day, rule))}
        former={former[day]}
        keep={(rule) => keep(withDay(former, day, rule))}
      />
    </main>
  );
}

function withDay(changed: Changed, day: string, rule: DayRule | undefined): Changed {
  const others = Object.entries(changed).filter(([one]) => one !== day);
  return Object.fromEntries(rule === undefined ? others : [...others, [day, rule]]);
}

type DayProps = {
  day: string;
  changed: DayRule | undefined;
  change: (rule: DayRule | undefined) => void;
  /** The rule before the last save, to go back to. */
  former: DayRule | undefined;
  keep: (rule: DayRule | undefined) => void;
};

function Day({ day, changed, ...rest }: DayProps) {
  const { data, error } = useDay(day);
  if (data === undefined) {
    return (
      <section className="plan-day">
        {error === null ? <Spin description={said.loading} /> : <ProblemNote error={error} />}
      </section>
    );
  }
  return <DayDesk plan={data} rule={changed ?? data.rule} {...rest} />;
}

import type { DayPlan, DayRule } from '@tongban/contract';
import { Segmented } from 'antd';
import { useState } from 'react';
import { dayWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { BlockDialog } from './BlockDialog.tsx';
import { Blocks } from './Blocks.tsx';
import { BookedPane } from './BookedPane.tsx';
import { HourGrid } from './HourGrid.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { usePreview } from './queries.ts';
import { RuleFields } from './RuleFields.tsx';
import { type EditProps, isSameRule, spansFault, withPart } from './rule.ts';
import { blockOutOf, hoursOf, type Selection } from './selection.ts';
import { planWords as said } from './words.ts';

type Props = {
  readonly plan: DayPlan;
  /** As it is changed here; the plan keeps what is saved. */
  readonly rule: DayRule;
  readonly change: (rule: DayRule | undefined) => void;
  readonly former: DayRule | undefined;
  readonly keep: (rule: DayRule | undefined) => void;
};

/** 一天: what is changed is seen in the plan at once, and its effect on people already booked before it is saved. */
export function DayDesk({ plan, rule, change, former, keep }: Props) {
  const dirty = !isSameRule(plan.rule, rule);
  const preview = usePreview(
    plan.day,
    dirty && spansFault(rule.spans ?? []) === undefined ? rule : undefined,
  );
  const shown = (dirty ? preview.data?.plan : undefined) ?? plan;
  const edit = (next: DayRule) => change(isSameRule(plan.rule, next) ? undefined : next);
  return (
    <section className="plan-day" aria-labelledby="plan-day">
      <DayHead plan={shown} rule={rule} edit={edit} />
      <div className="plan-work">
        <Hours plan={shown} rule={rule} edit={edit} />
        <div className="plan-columns">
          <div className="plan-column">
            <Blocks plan={shown} rule={rule} edit={edit} />
            <RuleFields plan={shown} rule={rule} edit={edit} />
          </div>
          <PreviewPane
            plan={plan}
            rule={rule}
            dirty={dirty}
            preview={preview}
            reset={() => change(undefined)}
            undo={{ former, keep }}
          />
        </div>
        <BookedPane day={plan.day} />
      </div>
    </section>
  );
}

function DayHead({ plan, rule, edit }: EditProps) {
  const { day, says, from, bookings } = plan;
  const toggle = () => edit({ ...rule, open: !rule.open });
  useKeys({ o: toggle });
  return (
    <header className="plan-head">
      <h2 id="plan-day">{dayWords(day)}</h2>
      <span className="tag">{said.month.from[from]}</span>
      <span className="faint">{says}</span>
      <span className="plan-head-end">
        <a className="number" href="#plan-booked">
          {said.day.bookings(bookings)}
        </a>
        <Segmented<'open' | 'closed'>
          aria-label={said.day.open}
          value={rule.open ? 'open' : 'closed'}
          onChange={(next) => edit({ ...rule, open: next === 'open' })}
          options={[
            { value: 'open', label: said.day.states.open },
            { value: 'closed', label: said.day.states.closed },
          ]}
        />
        <KeyCap of={said.day.openKey} />
      </span>
    </header>
  );
}

/** The hours of the windows, and blocking out what is selected in them. */
function Hours({ plan, rule, edit }: EditProps) {
  const [selection, select] = useState<Selection>();
  const [asking, ask] = useState(false);
  const hours = hoursOf(plan);
  const chosen = selection === undefined ? undefined : blockOutOf(selection, plan, hours);
  const block = () => chosen !== undefined && ask(true);
  useKeys({ x: block });
  return (
    <>
      <HourGrid
        plan={plan}
        hours={hours}
        selection={selection}
        select={select}
        chosen={chosen}
        block={block}
      />
      {asking && chosen !== undefined ? (
        <BlockDialog
          chosen={chosen}
          plan={plan}
          close={() => ask(false)}
          block={(reason) => {
            edit(withPart(rule, { blockOuts: [...rule.blockOuts, { ...chosen, reason }] }));
            ask(false);
            select(undefined);
          }}
        />
      ) : null}
    </>
  );
}

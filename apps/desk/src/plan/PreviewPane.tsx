import type { UseQueryResult } from '@tanstack/react-query';
import type { Answered, DayPlan, DayRule, hallPlanRoutes, Stranded } from '@tongban/contract';
import { App, Button, Checkbox, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useChangeDay } from './queries.ts';
import { spansFault } from './rule.ts';
import { planWords } from './words.ts';

const said = planWords.preview;
const mostShown = 8;

type Preview = Answered<typeof hallPlanRoutes.preview>;

type Props = {
  readonly plan: DayPlan;
  readonly rule: DayRule;
  readonly dirty: boolean;
  readonly preview: UseQueryResult<Preview>;
  readonly reset: () => void;
  readonly undo: { former: DayRule | undefined; keep: (rule: DayRule | undefined) => void };
};

/** 保存前先看看: what the change does to people already booked, then saving, then the way back. */
export function PreviewPane(props: Props) {
  const { plan, rule, dirty, preview, reset } = props;
  const [tell, setTell] = useState(true);
  const saving = useSaving(props);
  const stranded = dirty ? (preview.data?.stranded.length ?? 0) : 0;
  const why = holdOf(props);
  const save = () => why === undefined && saving.save(rule, tell && stranded > 0);
  useKeys({ 'Ctrl+Enter': save, z: saving.undo ?? (() => undefined) });
  return (
    <section className="plan-part plan-preview" aria-labelledby="plan-preview">
      <header>
        <h3 id="plan-preview">{said.title}</h3>
      </header>
      {dirty ? <Effect plan={plan} preview={preview} /> : <Unchanged />}
      {stranded > 0 ? (
        <Checkbox checked={tell} onChange={({ target }) => setTell(target.checked)}>
          {said.tell}
        </Checkbox>
      ) : null}
      <ProblemNote error={saving.error} />
      <footer>
        <KeyButton of="Ctrl+Enter" label={said.save} run={save} why={why} look="primary" busy={saving.busy} />
        {dirty ? <Button onClick={reset}>{said.reset}</Button> : null}
        {saving.undo === undefined || dirty ? null : <KeyButton of="z" label={said.undo} run={saving.undo} />}
      </footer>
    </section>
  );
}

/** Why the change cannot be saved yet: nothing leaves before its effect was shown. */
function holdOf({ rule, dirty, preview: { data, isFetching, error } }: Props): string | undefined {
  if (!dirty) return said.same;
  if (error !== null) return error.message;
  return spansFault(rule.spans ?? []) ?? (data === undefined || isFetching ? said.looking : undefined);
}

/** Saving remembers the former rule; undoing saves that one again. */
function useSaving({ plan, reset, undo: { former, keep } }: Pick<Props, 'plan' | 'reset' | 'undo'>) {
  const { message } = App.useApp();
  const act = useChangeDay();
  const { day } = plan;
  const save = (rule: DayRule, tell: boolean) =>
    act.mutate(
      { day, rule, tell },
      {
        onSuccess: ({ stranded }) => {
          keep(plan.rule);
          reset();
          const count = stranded.length;
          void (count === 0 ? message.success(said.saved) : message.warning(said.left(count)));
        },
      },
    );
  const undo = () => {
    if (former === undefined) return;
    act.mutate(
      { day, rule: former, tell: false },
      {
        onSuccess: () => {
          keep(undefined);
          void message.success(said.restored);
        },
      },
    );
  };
  return { save, undo: former === undefined ? undefined : undo, busy: act.isPending, error: act.error };
}

function Unchanged() {
  return (
    <p className="faint">
      {said.same}。{said.sameHelp}
    </p>
  );
}

function Effect({ plan, preview: { data, error } }: { plan: DayPlan; preview: UseQueryResult<Preview> }) {
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Spin description={said.looking} />;
  const { stranded } = data;
  return (
    <div className="plan-effect" role="status">
      <p>{said.capacity(capacityOf(plan), capacityOf(data.plan))}</p>
      {stranded.length === 0 ? (
        <p className="good">{said.nobody}</p>
      ) : (
        <>
          <p className="bad">{said.some(stranded.length)}</p>
          <StrandedList stranded={stranded} />
        </>
      )}
    </div>
  );
}

function StrandedList({ stranded }: { stranded: readonly Stranded[] }) {
  return (
    <ul className="stranded">
      {stranded.slice(0, mostShown).map(({ booking, at, itemName, person, phone }) => (
        <li key={booking}>
          <span className="number">{timeWords(at)}</span>
          <strong>{person}</strong>
          <span className="number faint">{phone ?? ''}</span>
          <span className="faint">{itemName}</span>
        </li>
      ))}
      {stranded.length > mostShown ? (
        <li className="faint">{said.more(stranded.length - mostShown)}</li>
      ) : null}
    </ul>
  );
}

function capacityOf({ hours }: DayPlan): number {
  return hours.reduce((sum, { capacity }) => sum + capacity, 0);
}

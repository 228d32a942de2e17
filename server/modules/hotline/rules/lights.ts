import { dueOn, workingDaysBetween } from '@tongban/calendar';
import type { Day } from '@tongban/kernel';
import { handDueOn, type OrderState, replyDueOn, type Timing } from './state.ts';

export type Light = 'green' | 'yellow' | 'red';
/** One clock of an order on a day; a clock that has stopped shows the light it stopped with. */
export type ClockReading = {
  readonly dueOn: Day;
  readonly light: Light;
  /** Below zero when late. */
  readonly workingDaysLeft: number;
  readonly stoppedOn?: Day;
};

/** 红黄灯: how the promised day stands; it stops with the reply. */
export function readReplyClock(state: OrderState, timing: Timing, today: Day): ClockReading {
  const stoppedOn = state.stage === 'call-back' ? state.repliedOn : (state.repliedOn ?? state.closedOn);
  return readDue(replyDueOn(state, timing), { timing, today, stoppedOn });
}

/** The clock of the level that has it now; absent where nobody has handed it on. */
export function readHandClock(state: OrderState, timing: Timing, today: Day): ClockReading | undefined {
  const due = handDueOn(state, timing);
  const over = state.stage === 'call-back' || state.stage === 'closed';
  return due === undefined || over ? undefined : readDue(due, { timing, today, stoppedOn: undefined });
}

type At = { readonly timing: Timing; readonly today: Day; readonly stoppedOn: Day | undefined };

function readDue(due: Day, { timing: { calendar, limits }, today, stoppedOn }: At): ClockReading {
  const on = stoppedOn === undefined || stoppedOn > today ? today : stoppedOn;
  const late = on > due;
  const workingDaysLeft = late
    ? -workingDaysBetween(calendar, due, on)
    : workingDaysBetween(calendar, on, due);
  const stopped = stoppedOn === undefined ? {} : { stoppedOn };
  if (late) return { dueOn: due, light: 'red', workingDaysLeft, ...stopped };
  const near = stoppedOn === undefined && workingDaysLeft <= limits.warnDays;
  return { dueOn: due, light: near ? 'yellow' : 'green', workingDaysLeft, ...stopped };
}

/** 到期次日催办: the first reminder falls on the day after the last, once in a round. */
export function mustRemind(state: OrderState, timing: Timing, today: Day): boolean {
  const open = state.stage !== 'call-back' && state.stage !== 'closed';
  return open && state.remindedOn === undefined && today > replyDueOn(state, timing);
}

/** 通报: still open so long after its reminder, it is named, once in a round. */
export function mustName(state: OrderState, { calendar, limits }: Timing, today: Day): boolean {
  const { stage, remindedOn, namedOn } = state;
  if (stage === 'call-back' || stage === 'closed' || remindedOn === undefined) return false;
  return namedOn === undefined && today > dueOn(calendar, remindedOn, limits.criticism).dueOn;
}

import { addDays, dueOn, type Limit, type WorkingCalendar } from '@tongban/calendar';
import type { ArrangedVisit, OrderEnding, OrderKind, OrderStage } from '@tongban/contract';
import type { Day } from '@tongban/kernel';
import type { OrderFile, PublicText } from './steps.ts';

/** 延期: asked for once; refused ones are not asked for again. */
type Extension = {
  readonly state: 'asked' | 'granted' | 'refused';
  readonly days: number;
  readonly basis: string;
  readonly by?: string;
};
/** 上交、下交: a stretch in which another level has the order, with a clock of its own. */
type Hand = {
  readonly direction: 'up' | 'down';
  readonly from: string;
  readonly on: Day;
};
/** 拟复: what a reply will say, by whom, and who has passed it. */
export type DraftReply = {
  readonly text: string;
  readonly open?: PublicText;
  readonly by: string;
  readonly passedBy: readonly string[];
};
/** 协办: a unit asked to help, and whether it has. */
type Helper = { readonly unit: string; readonly given: boolean };

/** 工单: how an order stands, folded from its steps. */
export type OrderState = {
  readonly stage: OrderStage;
  readonly how?: OrderEnding;
  readonly kind: OrderKind;
  readonly urgent: boolean;
  readonly petition: boolean;
  readonly tipOff: boolean;
  readonly secret: boolean;
  /** The branch whose desk took it in. */
  readonly desk: string;
  /** Where it stands now: the desk, or the unit that handles it. */
  readonly branch: string;
  readonly handlerId?: string;
  readonly matter?: string;
  readonly labels: readonly string[];
  /** The working day the clock of this round counts from. */
  readonly startedOn: Day;
  readonly round: number;
  readonly extension?: Extension;
  readonly helpers: readonly Helper[];
  /** Open hands, the latest last: what came from above may be handed further down. */
  readonly hands: readonly Hand[];
  /** Levels that have handed it on; they may look on. */
  readonly passedThrough: readonly string[];
  readonly draft?: DraftReply;
  readonly reply?: string;
  readonly repliedOn?: Day;
  readonly notReached: number;
  readonly calledBack: boolean;
  readonly dispatches: number;
  readonly wrongDispatches: number;
  readonly urgedOn: readonly Day[];
  readonly files: readonly OrderFile[];
  readonly remindedOn?: Day;
  readonly namedOn?: Day;
  readonly procedure?: string;
  readonly linkedCase?: string;
  /** It came with an address to go to. */
  readonly asksVisit?: true;
  /** 约好的上门: promised, whoever has the order by then, until it is arranged anew. */
  readonly visit?: ArrangedVisit;
  readonly closedOn?: Day;
};

/** What decides how long something takes. */
export type Timing = {
  readonly calendar: WorkingCalendar;
  readonly limits: {
    readonly of: (kind: OrderKind, petition: boolean) => Limit;
    readonly urgent: Limit;
    readonly hand: Limit;
    readonly callBack: Limit;
    readonly silent: Limit;
    readonly warnDays: number;
    readonly reopenDays: number;
    readonly criticism: Limit;
  };
};

/** 承诺答复日: the last day of this round, with any time that was granted. */
export function replyDueOn(
  state: Pick<OrderState, 'kind' | 'urgent' | 'petition' | 'startedOn' | 'extension'>,
  { calendar, limits }: Timing,
): Day {
  const limit = state.urgent ? limits.urgent : limits.of(state.kind, state.petition);
  const { dueOn: first } = dueOn(calendar, state.startedOn, limit);
  if (state.extension?.state !== 'granted') return first;
  return dueOn(calendar, first, { days: state.extension.days, unit: 'working' }).dueOn;
}

/** Until when the level that has an order handed to it may keep it; absent where nobody has handed it on. */
export function handDueOn({ hands }: OrderState, { calendar, limits }: Timing): Day | undefined {
  const last = hands.at(-1);
  return last === undefined ? undefined : dueOn(calendar, last.on, limits.hand).dueOn;
}

/** 回访日: by when whoever asked is called, while the answer to the reply is awaited. */
export function callBackDueOn(
  { stage, repliedOn }: OrderState,
  { calendar, limits }: Timing,
): Day | undefined {
  if (stage !== 'call-back' || repliedOn === undefined) return undefined;
  return dueOn(calendar, repliedOn, limits.callBack).dueOn;
}

/** From this day on an order whose reply nobody answered may be closed. */
export function silentOn({ stage, repliedOn }: OrderState, { calendar, limits }: Timing): Day | undefined {
  if (stage !== 'call-back' || repliedOn === undefined) return undefined;
  return addDays(dueOn(calendar, repliedOn, limits.silent).dueOn, 1);
}

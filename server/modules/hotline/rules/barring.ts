import { addDays, type Limit } from '@tongban/calendar';
import type { CommandType, OrderCommand, Situation } from './commands.ts';
import { mustName, mustRemind } from './lights.ts';
import { isWithin } from './reach.ts';
import { type OrderState, replyDueOn, silentOn, type Timing } from './state.ts';
import { whyNotVisited } from './visits.ts';
import type { OrderWhy } from './why.ts';

export type Rules = Timing & {
  readonly notReached: number;
  /** The most that is granted, in working days. */
  readonly extensionDays: number;
  readonly reopenTimes: number;
  /** 双人审核: besides whoever drafted, for what anybody can read; anything else takes one. */
  readonly reviewers: number;
  /** 上门: how far ahead one is arranged. */
  readonly visitAhead: Limit;
  readonly mayOpen: (kind: OrderState['kind']) => boolean;
};

const spreading: readonly CommandType[] = ['ask-help', 'merge', 'return', 'supervise', 'arrange-visit'];
const onward: readonly CommandType[] = ['dispatch', 'answer'];

/** What an order is closed to or not ready for, whatever the wish says. */
export function whyNotNow(situation: Situation, type: CommandType, rules: Rules): OrderWhy | undefined {
  const { state } = situation;
  if (state.tipOff && spreading.includes(type)) return 'tip-off';
  if (state.procedure !== undefined && onward.includes(type)) return 'procedure';
  return bars[type]?.(situation, rules);
}

type Bar = (situation: Situation, rules: Rules) => OrderWhy | undefined;

const bars: Readonly<Partial<Record<CommandType, Bar>>> = {
  claim: ({ state }) => (state.handlerId === undefined ? undefined : 'held'),
  return: ({ state }) => (state.hands.length === 0 ? undefined : 'handed'),
  'hand-back': ({ state }) => (state.hands.length === 0 ? 'not-handed' : undefined),
  'ask-time': ({ state, today }, rules) => {
    if (state.extension !== undefined) return 'asked-already';
    return today > replyDueOn(state, rules) ? 'too-late' : undefined;
  },
  'grant-time': whyNotDecided,
  'refuse-time': whyNotDecided,
  pass: whyNotReviewed,
  'send-back': whyNotReviewed,
  reply: ({ state: { draft } }, { reviewers }) => {
    if (draft === undefined) return 'no-draft';
    const needed = draft.open === undefined ? 1 : reviewers;
    return draft.passedBy.length < needed ? 'not-reviewed' : undefined;
  },
  close: whyWaits,
  reopen: whyNotReopened,
  urge: ({ state, today }) => (state.urgedOn.includes(today) ? 'urged' : undefined),
  'arrange-visit': ({ state }) => (state.kind === 'visit' ? undefined : 'not-visit'),
  'tell-apart': ({ state }) => (state.procedure === undefined ? 'no-procedure' : undefined),
  remind: ({ state, today }, rules) => (mustRemind(state, rules, today) ? undefined : 'not-due'),
  name: ({ state, today }, rules) => (mustName(state, rules, today) ? undefined : 'not-due'),
};

function whyNotDecided({ state: { extension }, actor }: Situation): OrderWhy | undefined {
  if (extension?.state !== 'asked') return 'not-asked';
  return actor.kind === 'staff' && extension.by === actor.personId ? 'own-wish' : undefined;
}

function whyNotReviewed({ state: { draft }, actor }: Situation): OrderWhy | undefined {
  if (draft === undefined) return 'no-draft';
  if (actor.kind !== 'staff') return 'role';
  if (draft.by === actor.personId) return 'own-draft';
  return draft.passedBy.includes(actor.personId) ? 'passed' : undefined;
}

/** Nobody closes what has been asked about and not answered, before its time. */
function whyWaits({ state, today }: Situation, rules: Rules): OrderWhy | undefined {
  if (state.notReached >= rules.notReached) return undefined;
  const silent = silentOn(state, rules);
  return silent !== undefined && today >= silent ? undefined : 'waits';
}

const reopenable: readonly OrderState['how'][] = ['answered', 'solved', 'unreached'];

function whyNotReopened({ state, today }: Situation, { limits, reopenTimes }: Rules): OrderWhy | undefined {
  if (state.stage !== 'closed') return undefined;
  if (!reopenable.includes(state.how)) return 'stage';
  if (state.round > reopenTimes) return 'reopened';
  return today > addDays(state.closedOn ?? today, limits.reopenDays) ? 'too-late' : undefined;
}

/** What stands against exactly this wish. */
export function whyNotThis(
  { state, today }: Situation,
  command: OrderCommand,
  rules: Rules,
): OrderWhy | undefined {
  switch (command.type) {
    case 'classify':
      return unless(command.kind !== 'visit' || state.asksVisit === true, 'no-visit');
    case 'arrange-visit':
      return whyNotVisited(command, today, rules);
    case 'ask-time':
      return unless(command.days <= rules.extensionDays, 'too-late');
    case 'dispatch':
      return unless(isWithin(command.to, state.desk), 'not-below');
    case 'hand-up':
      return unless(isBelow(state.branch, command.to), 'not-above');
    case 'hand-down':
      return unless(isBelow(command.to, state.branch), 'not-below');
    case 'ask-help':
      return unless(!isAtWork(state, command.of), 'helping');
    case 'draft':
      return command.open === undefined ? undefined : whyNotOpen(state, rules);
    default:
      return undefined;
  }
}

function unless(holds: boolean, why: OrderWhy): OrderWhy | undefined {
  return holds ? undefined : why;
}

function isBelow(branch: string, top: string): boolean {
  return branch !== top && isWithin(branch, top);
}

function isAtWork({ branch, helpers }: OrderState, unit: string): boolean {
  return unit === branch || helpers.some((one) => one.unit === unit);
}

function whyNotOpen({ tipOff, secret, kind }: OrderState, { mayOpen }: Rules): OrderWhy | undefined {
  if (tipOff) return 'tip-off';
  if (secret) return 'secret';
  return mayOpen(kind) ? undefined : 'not-open';
}

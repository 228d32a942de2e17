import { shanghaiDay } from '@tongban/kernel';
import type { ActionOf } from './actions.ts';
import type { Ask, CaseState, DecidedFile, Decision, Ending, FiledFile, StateOf } from './state.ts';
import { within } from './within.ts';

const working = ['accepted', 'in-review', 'awaiting-decision'] as const;
const untouched = ['submitted', 'pre-review'] as const;
const standing = ['correction-after-acceptance', 'special-procedure'] as const;
const askable = [...untouched, ...working, 'decided', 'producing', 'at-issue-desk', 'in-delivery'] as const;
const withdrawable = [
  ...untouched,
  ...working,
  'correction-before-acceptance',
  'correction-after-acceptance',
  'special-procedure',
] as const;
const granted = ['decided', 'producing', 'at-issue-desk', 'in-delivery', 'closed'] as const;
const unanswered = ['correction-before-acceptance', 'correction-after-acceptance'] as const;

export type OutcomeAction = ActionOf<
  | 'asked'
  | 'ask-settled'
  | 'decision-lapsed'
  | 'granted'
  | 'refused'
  | 'production-started'
  | 'result-ready'
  | 'sent'
  | 'handed-over'
  | 'closed'
  | 'returned'
  | 'forwarded'
  | 'withdrawn'
  | 'correction-expired'
  | 'revoked'
>;

/** Questions to the applicant, the decision, what comes of it, and every way a case ends. */
export function applyOutcome(state: CaseState, action: OutcomeAction): CaseState {
  switch (action.type) {
    case 'asked':
    case 'ask-settled':
      return asked(within(state, askable, action.type), action);
    case 'decision-lapsed':
      return within(state, [...untouched, ...working, ...standing], action.type);
    case 'granted':
    case 'refused': {
      const { file } = within(state, ['accepted', 'awaiting-decision'], action.type);
      return { status: 'decided', file: { ...file, decision: decision(action) } };
    }
    case 'production-started':
      return { status: 'producing', file: within(state, ['decided'], action.type).file };
    case 'result-ready':
      return ready(within(state, ['producing'], action.type).file, action);
    case 'sent': {
      const { file } = within(state, ['at-issue-desk'], action.type);
      return { status: 'in-delivery', file, waybill: action.waybill };
    }
    case 'handed-over':
      return within(state, ['at-issue-desk', 'in-delivery'], action.type);
    case 'closed': {
      const { file } = within(state, ['decided', 'at-issue-desk', 'in-delivery'], action.type);
      return ended(file, file.decision.outcome, action);
    }
    case 'returned':
      return ended(within(state, working, action.type).file, 'returned', action);
    case 'forwarded':
      return ended(within(state, working, action.type).file, 'forwarded', action);
    case 'withdrawn':
      return ended(within(state, withdrawable, action.type).file, 'withdrawn', action);
    case 'correction-expired':
      return ended(within(state, unanswered, action.type).file, 'expired', action);
    case 'revoked':
      return ended(within(state, granted, action.type).file, 'revoked', action);
  }
}

function asked(
  state: StateOf<(typeof askable)[number]>,
  action: ActionOf<'asked' | 'ask-settled'>,
): CaseState {
  const others = state.file.asks.filter((ask) => ask.need !== action.need);
  if (action.type === 'ask-settled') return withAsks(state, others);
  const { need, detail } = action;
  return withAsks(state, [...others, { need, detail, askedOn: shanghaiDay(action.at) }]);
}

function withAsks<S extends { readonly file: FiledFile }>(state: S, asks: readonly Ask[]): S {
  return { ...state, file: { ...state.file, asks } };
}

function decision(action: ActionOf<'granted' | 'refused'>): Decision {
  const on = shanghaiDay(action.at);
  const by = action.by.id;
  if (action.type === 'refused') return { outcome: 'refused', on, by, refusal: action.refusal };
  const { produces, text } = action;
  return { outcome: 'granted', on, by, produces, ...(text === undefined ? {} : { text }) };
}

function ready(file: DecidedFile, action: ActionOf<'result-ready'>): CaseState {
  const made = { ...file, readyOn: shanghaiDay(action.at) };
  return action.delivery.by === 'desk'
    ? { status: 'at-issue-desk', file: made }
    : { status: 'in-delivery', file: made, waybill: action.delivery.waybill };
}

function ended(file: StateOf<'closed'>['file'], how: Ending, action: OutcomeAction): CaseState {
  const reason = 'reason' in action ? action.reason : undefined;
  return {
    status: 'closed',
    file,
    how,
    on: shanghaiDay(action.at),
    ...(reason === undefined ? {} : { reason }),
    ...(action.type === 'revoked' ? { refusal: action.refusal } : {}),
  };
}

import type { Action } from './actions.ts';
import { applyIntake } from './fold-intake.ts';
import { applyOutcome } from './fold-outcome.ts';
import { applyWork } from './fold-work.ts';
import type { CasePlan } from './plan.ts';
import { type CaseState, NO_CASE } from './state.ts';

/** Folds the actions of a case, in order, into the state it is in. The same actions always give the same state. */
export function fold(actions: readonly Action[], plan: CasePlan): CaseState {
  return actions.reduce((state, action) => apply(state, action, plan), NO_CASE);
}

/** The state after one more action; an action that cannot follow is a broken history and throws. */
export function apply(state: CaseState, action: Action, plan: CasePlan): CaseState {
  switch (action.type) {
    case 'opened':
    case 'draft-saved':
    case 'submitted':
    case 'pre-review-started':
    case 'correction-requested':
    case 'resubmitted':
    case 'accepted':
    case 'not-accepted':
      return applyIntake(state, action);
    case 'assigned':
    case 'step-passed':
    case 'step-returned':
    case 'special-procedure-started':
    case 'special-procedure-ended':
    case 'extension-requested':
    case 'extension-declined':
    case 'limit-extended':
      return applyWork(state, action, plan);
    case 'asked':
    case 'ask-settled':
    case 'decision-lapsed':
    case 'granted':
    case 'refused':
    case 'production-started':
    case 'result-ready':
    case 'sent':
    case 'handed-over':
    case 'closed':
    case 'returned':
    case 'forwarded':
    case 'withdrawn':
    case 'correction-expired':
    case 'revoked':
      return applyOutcome(state, action);
  }
}

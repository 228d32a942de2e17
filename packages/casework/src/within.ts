import { Problem } from '@tongban/kernel';
import type { ActionType } from './actions.ts';
import type { CaseState, StateOf, Status } from './state.ts';

/** The state, known to be one of these; a history that says otherwise is broken. */
export function within<S extends Status>(
  state: CaseState,
  statuses: readonly S[],
  type: ActionType,
): StateOf<S> {
  if (isOneOf(state, statuses)) return state;
  throw new Problem(
    'case.broken-history',
    'conflict',
    `办件记录前后不符：${state.status} 之后不能有 ${type}`,
  );
}

function isOneOf<S extends Status>(state: CaseState, statuses: readonly S[]): state is StateOf<S> {
  return statuses.some((status) => status === state.status);
}

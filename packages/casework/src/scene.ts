import type { WorkingCalendar } from '@tongban/calendar';
import type { Day, Instant } from '@tongban/kernel';
import type { Action } from './actions.ts';
import type { CasePlan, SpecialProcedure } from './plan.ts';
import { type No, no } from './refusals.ts';
import type { ActorRef, CaseState, Refusal } from './state.ts';

/** What a decision rests on besides the case: the plan of its edition and the calendar. */
export type Rules = { readonly plan: CasePlan; readonly calendar: WorkingCalendar };

/** What a command leads to: the actions to record, or why it is refused. */
export type Outcome = { readonly ok: true; readonly actions: readonly Action[] } | No;

/** The case and the moment a command meets; `mark` is the who and when of every action that follows. */
export type Scene = {
  readonly state: CaseState;
  readonly rules: Rules;
  readonly today: Day;
  readonly mark: { readonly at: Instant; readonly by: ActorRef };
};

export function yes(...actions: Action[]): Outcome {
  return { ok: true, actions };
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** What a refusal still lacks; undefined when it is complete. */
export function findRefusalFault(refusal: Refusal): No | undefined {
  if (isBlank(refusal.reason)) return no('no-reason');
  if (refusal.basis.filter((basis) => !isBlank(basis)).length === 0) return no('no-basis');
  return refusal.remedies.length === 0 ? no('no-remedy') : undefined;
}

/** 特别程序 of the edition by its name and kind. */
export function findProcedure(
  { rules }: Scene,
  id: string,
  type: SpecialProcedure['type'],
): SpecialProcedure | undefined {
  return rules.plan.specialProcedures.find((procedure) => procedure.id === id && procedure.type === type);
}

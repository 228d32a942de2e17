import type { Unit } from '@tongban/calendar';
import type { Day, Instant } from '@tongban/kernel';
import type { DecisionType } from './commands.ts';
import type { Limits } from './plan.ts';
import type {
  ActorRef,
  Assignment,
  CaseFile,
  CorrectionNotice,
  Delivery,
  Missing,
  Need,
  Refusal,
} from './state.ts';

type Did<Type extends string, Facts = object> = {
  readonly type: Type;
  readonly at: Instant;
  readonly by: ActorRef;
} & Readonly<Facts>;

/** What happened to a case; the list of these is the case, everything else is folded from it. */
export type Action =
  | Did<'opened', { file: CaseFile }>
  | Did<'draft-saved'>
  | Did<'submitted', { number: string }>
  | Did<'pre-review-started'>
  | Did<
      'correction-requested',
      { phase: CorrectionNotice['phase']; missing: readonly Missing[]; replyBy: Day }
    >
  | Did<'resubmitted'>
  | Did<'accepted', { on: Day; deemed: boolean; limits: Limits }>
  | Did<'not-accepted', { refusal: Refusal }>
  | Did<'assigned', { assignment: Assignment }>
  | Did<'step-passed', { step: string; opinion: string }>
  | Did<'step-returned', { step: string; reason: string }>
  | Did<'special-procedure-started', { procedure: string; reason: string; dueOn: Day }>
  | Did<'special-procedure-ended', { result: string }>
  | Did<'extension-requested', { procedure: string; days: number; reason: string }>
  | Did<'extension-declined', { reason: string }>
  | Did<'limit-extended', { procedure: string; days: number; unit: Unit; reason: string }>
  | Did<'asked', { need: Need; detail: string }>
  | Did<'ask-settled', { need: Need }>
  | Did<'decision-lapsed', { verdict: DecisionType; reason: string }>
  | Did<'granted', { produces: boolean; text?: string }>
  | Did<'refused', { refusal: Refusal }>
  | Did<'production-started'>
  | Did<'result-ready', { delivery: Delivery }>
  | Did<'sent', { waybill: string }>
  | Did<'handed-over', { to: string }>
  | Did<'closed'>
  | Did<'returned', { reason: string }>
  | Did<'forwarded', { to: string; reason: string }>
  | Did<'withdrawn', { reason?: string }>
  | Did<'correction-expired'>
  | Did<'revoked', { refusal: Refusal }>;

export type ActionType = Action['type'];
export type ActionOf<T extends ActionType> = Action & { readonly type: T };

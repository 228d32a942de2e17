import type { Day, Instant } from '@tongban/kernel';
import type { Limits } from './plan.ts';
import { type Actor, APPLICANT_SIDE, type Role } from './roles.ts';
import type { Assignment, CaseFile, Delivery, Missing, Need, Refusal, Status } from './state.ts';

type Wishes<Type extends string, Facts = object> = {
  readonly type: Type;
  readonly by: Actor;
  readonly at: Instant;
} & Readonly<Facts>;

/** 决定: what decides a case, or whether it is accepted; each can be taken back until it has left. */
export type DecisionType = 'grant' | 'refuse' | 'not-accept' | 'return' | 'forward';

/** What someone wants to happen to a case. */
export type Command =
  | Wishes<'save-draft', { file: CaseFile }>
  | Wishes<'submit', { file: CaseFile; number: string }>
  | Wishes<'pre-review'>
  | Wishes<'request-correction', { missing: readonly Missing[]; replyBy: Day }>
  | Wishes<'resubmit'>
  | Wishes<'accept', { limits?: Limits }>
  | Wishes<'deem-accepted', { limits?: Limits }>
  | Wishes<'not-accept', { refusal: Refusal }>
  | Wishes<'assign', { assignment: Assignment }>
  | Wishes<'pass-step', { step: string; opinion: string }>
  | Wishes<'return-step', { step: string; reason: string }>
  | Wishes<'start-special-procedure', { procedure: string; reason: string }>
  | Wishes<'end-special-procedure', { result: string }>
  | Wishes<'request-extension', { procedure: string; days: number; reason: string }>
  | Wishes<'approve-extension'>
  | Wishes<'decline-extension', { reason: string }>
  | Wishes<'ask', { need: Need; detail: string }>
  | Wishes<'settle-ask', { need: Need }>
  | Wishes<'drop-decision', { verdict: DecisionType; reason: string }>
  | Wishes<'grant', { text?: string }>
  | Wishes<'refuse', { refusal: Refusal }>
  | Wishes<'produce'>
  | Wishes<'finish-production', { delivery: Delivery }>
  | Wishes<'send', { waybill: string }>
  | Wishes<'hand-over', { to: string }>
  | Wishes<'close'>
  | Wishes<'return', { reason: string }>
  | Wishes<'forward', { to: string; reason: string }>
  | Wishes<'withdraw', { reason?: string }>
  | Wishes<'expire-correction'>
  | Wishes<'revoke', { refusal: Refusal }>;

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Command & { readonly type: T };

const applicantsAndClerk: readonly Role[] = [...APPLICANT_SIDE, 'clerk'];
const untouched: readonly Status[] = ['submitted', 'pre-review'];
const working: readonly Status[] = ['accepted', 'in-review', 'awaiting-decision'];
const standing: readonly Status[] = ['correction-after-acceptance', 'special-procedure'];
const corrections: readonly Status[] = ['correction-before-acceptance', 'correction-after-acceptance'];

/** Who may give each command, and in which states it means anything. Jurisdiction is the caller's to check. */
export const COMMAND_RULES: {
  readonly [T in CommandType]: { readonly roles: readonly Role[]; readonly from: readonly Status[] };
} = {
  'save-draft': { roles: applicantsAndClerk, from: ['none', 'draft'] },
  submit: { roles: applicantsAndClerk, from: ['none', 'draft'] },
  'pre-review': { roles: ['clerk'], from: ['submitted'] },
  'request-correction': { roles: ['clerk', 'approver'], from: [...untouched, ...working] },
  resubmit: { roles: applicantsAndClerk, from: corrections },
  accept: { roles: ['clerk'], from: untouched },
  'deem-accepted': { roles: ['worker'], from: untouched },
  'not-accept': { roles: ['clerk'], from: untouched },
  assign: { roles: ['dispatcher', 'supervisor', 'worker'], from: [...working, ...standing] },
  'pass-step': { roles: ['clerk', 'approver', 'head'], from: ['in-review'] },
  'return-step': { roles: ['clerk', 'approver', 'head'], from: ['in-review', 'awaiting-decision'] },
  'start-special-procedure': { roles: ['approver', 'head'], from: working },
  'end-special-procedure': { roles: ['approver', 'head'], from: ['special-procedure'] },
  'request-extension': { roles: ['approver', 'head'], from: working },
  'approve-extension': { roles: ['head'], from: working },
  'decline-extension': { roles: ['head'], from: working },
  ask: {
    roles: ['clerk', 'approver', 'worker'],
    from: [...untouched, ...working, 'decided', 'producing', 'at-issue-desk'],
  },
  'settle-ask': {
    roles: ['citizen', 'agent', 'enterprise', 'clerk', 'approver', 'worker'],
    from: [...untouched, ...working, 'decided', 'producing', 'at-issue-desk', 'in-delivery'],
  },
  'drop-decision': { roles: ['worker'], from: [...untouched, ...working, ...standing] },
  grant: { roles: ['clerk', 'approver', 'head'], from: ['accepted', 'awaiting-decision'] },
  refuse: { roles: ['clerk', 'approver', 'head'], from: ['accepted', 'awaiting-decision'] },
  produce: { roles: ['clerk', 'approver', 'worker'], from: ['decided'] },
  'finish-production': { roles: ['clerk', 'worker'], from: ['producing'] },
  send: { roles: ['clerk'], from: ['at-issue-desk'] },
  'hand-over': { roles: ['clerk', 'worker'], from: ['at-issue-desk', 'in-delivery'] },
  close: { roles: ['clerk', 'approver', 'head', 'worker'], from: ['decided'] },
  return: { roles: ['approver', 'head'], from: working },
  forward: { roles: ['approver', 'head'], from: working },
  withdraw: {
    roles: applicantsAndClerk,
    from: [...untouched, ...working, ...corrections, 'special-procedure'],
  },
  'expire-correction': { roles: ['worker', 'clerk'], from: corrections },
  // The one thing that may still happen to a case that has ended, when it was granted.
  revoke: {
    roles: ['approver', 'head'],
    from: ['decided', 'producing', 'at-issue-desk', 'in-delivery', 'closed'],
  },
};

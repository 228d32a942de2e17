import type { ArrangedVisit, OrderStage, Role } from '@tongban/contract';
import type { Day } from '@tongban/kernel';
import type { Post } from './reach.ts';
import type { OrderState } from './state.ts';
import type { Classified, EmergencyNumber, PublicText } from './steps.ts';

/** 工单动作: what somebody wishes to do about an order. */
export type OrderCommand =
  | { readonly type: 'answer'; readonly text: string }
  /** `unit` where it turns out to be a tip-off: it goes there at once. */
  | ({ readonly type: 'classify'; readonly unit?: string } & Classified)
  | { readonly type: 'dispatch'; readonly to: string }
  | { readonly type: 'claim' }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'ask-time'; readonly days: number; readonly basis: string }
  | { readonly type: 'grant-time' }
  | { readonly type: 'refuse-time'; readonly reason: string }
  | { readonly type: 'ask-help'; readonly of: string; readonly say: string }
  | { readonly type: 'give-help'; readonly say: string }
  | { readonly type: 'hand-up'; readonly to: string; readonly reason: string }
  | { readonly type: 'hand-down'; readonly to: string; readonly reason: string }
  | { readonly type: 'hand-back'; readonly say: string }
  | { readonly type: 'supervise'; readonly say: string }
  | ({ readonly type: 'arrange-visit' } & ArrangedVisit)
  | { readonly type: 'draft'; readonly text: string; readonly open?: PublicText }
  | { readonly type: 'pass' }
  | { readonly type: 'send-back'; readonly reason: string }
  | { readonly type: 'reply' }
  | { readonly type: 'not-reached' }
  | { readonly type: 'satisfied'; readonly say?: string }
  | { readonly type: 'dissatisfied'; readonly say?: string }
  | { readonly type: 'close' }
  | { readonly type: 'reopen'; readonly say: string }
  | { readonly type: 'urge'; readonly say?: string }
  | { readonly type: 'attach'; readonly files: readonly string[] }
  | { readonly type: 'merge'; readonly into: string }
  | { readonly type: 'withdraw'; readonly reason?: string }
  | { readonly type: 'emergency'; readonly number: EmergencyNumber }
  | { readonly type: 'in-procedure'; readonly number: string }
  | { readonly type: 'tell-apart'; readonly reason: string }
  | { readonly type: 'link'; readonly case: string }
  | { readonly type: 'remind' }
  | { readonly type: 'name' };
export type CommandType = OrderCommand['type'];

/** 行为人: the one who asked, somebody at a post, or the house itself. */
export type Actor =
  | { readonly kind: 'caller' }
  | { readonly kind: 'staff'; readonly personId: string; readonly post: Post }
  | { readonly kind: 'house' };

export type Situation = { readonly state: OrderState; readonly actor: Actor; readonly today: Day };

/**
 * Where somebody must stand: `desk` at or above the desk that took it in, `unit` exactly where it stands, `handler` the one who
 * has it in hand there, `helper` a unit asked to help, `above` at or above where it stands, `acting` wherever it is being worked on:
 * the desk until it is sent on, then the unit and whoever helps it.
 */
type Place = 'desk' | 'unit' | 'handler' | 'helper' | 'above' | 'desk-or-handler' | 'acting';
export type CommandRule = {
  readonly from: readonly OrderStage[];
  readonly staff?: { readonly roles: readonly Role[]; readonly place: Place };
  readonly caller?: true;
  readonly house?: true;
};

const open: readonly OrderStage[] = ['received', 'sorting', 'handling', 'coordinating'];
const atDesk: readonly OrderStage[] = ['received', 'sorting'];
const atWork: readonly OrderStage[] = ['handling', 'coordinating'];
const desk = { roles: ['operator', 'spokesperson', 'hall-manager'], place: 'desk' } as const;
/** Who works on an order once it is sent on. */
export const workers = ['clerk', 'approver', 'spokesperson'] as const;
const unit = { roles: workers, place: 'unit' } as const;
const handler = { roles: workers, place: 'handler' } as const;
const seniors = { roles: ['approver', 'spokesperson'], place: 'unit' } as const;
const caller = true;

/** What can be done at which stage, by whom and from where. */
export const commandRules: Readonly<Record<CommandType, CommandRule>> = {
  answer: { from: atDesk, staff: desk },
  classify: { from: atDesk, staff: desk, house: true },
  dispatch: { from: ['sorting'], staff: desk, house: true },
  claim: { from: atWork, staff: unit },
  return: { from: ['handling'], staff: unit },
  'ask-time': { from: atWork, staff: handler },
  'grant-time': { from: atWork, staff: seniors },
  'refuse-time': { from: atWork, staff: seniors },
  'ask-help': { from: atWork, staff: handler },
  'give-help': { from: ['coordinating'], staff: { roles: workers, place: 'helper' } },
  'hand-up': { from: atWork, staff: seniors },
  'hand-down': { from: atWork, staff: seniors },
  'hand-back': { from: ['coordinating'], staff: seniors },
  supervise: { from: atWork, staff: { roles: ['supervisor', 'spokesperson'], place: 'above' } },
  'arrange-visit': { from: atWork, staff: handler },
  draft: { from: atWork, staff: handler },
  pass: { from: atWork, staff: seniors },
  'send-back': { from: atWork, staff: seniors },
  reply: { from: atWork, staff: handler },
  'not-reached': {
    from: ['call-back'],
    staff: { roles: [...desk.roles, 'clerk', 'approver'], place: 'desk-or-handler' },
  },
  satisfied: {
    from: ['call-back'],
    staff: { roles: [...desk.roles, 'clerk', 'approver'], place: 'desk-or-handler' },
    caller,
  },
  dissatisfied: {
    from: ['call-back'],
    staff: { roles: [...desk.roles, 'clerk', 'approver'], place: 'desk-or-handler' },
    caller,
  },
  close: {
    from: ['call-back'],
    staff: { roles: [...desk.roles, 'clerk', 'approver'], place: 'desk-or-handler' },
    house: true,
  },
  reopen: { from: ['call-back', 'closed'], staff: desk, caller },
  urge: { from: open, caller },
  attach: {
    from: open,
    staff: { roles: [...desk.roles, 'clerk', 'approver'], place: 'acting' },
    caller,
  },
  merge: { from: atDesk, staff: desk },
  withdraw: { from: open, caller },
  emergency: { from: atDesk, staff: desk },
  'in-procedure': { from: atDesk, staff: desk },
  'tell-apart': { from: atDesk, staff: desk },
  link: { from: atWork, staff: handler },
  remind: { from: open, house: true },
  name: { from: open, house: true },
};

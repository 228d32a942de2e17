import type { OrderKind } from '@tongban/contract';
import type { Actor } from './commands.ts';
import { foldOrder } from './fold.ts';
import type { Post } from './reach.ts';
import type { OrderState } from './state.ts';
import type { OrderStep } from './steps.ts';

export const monday = '2026-03-02';
/** Somebody at a post. */
export const staff = (personId: string, role: Post['role'], branch: string): Actor => ({
  ...{ kind: 'staff', personId, post: { role, branch } },
});
export const caller: Actor = { kind: 'caller' };
export const house: Actor = { kind: 'house' };
export const operator = staff('op', 'operator', 'lake/east');
export const clerk = staff('c1', 'clerk', 'lake/east/pier');
export const approver = staff('a1', 'approver', 'lake/east/pier');
export const second = staff('a2', 'approver', 'lake/east/pier');
export const spokesperson = staff('s1', 'spokesperson', 'lake/east');
export const province = staff('p1', 'spokesperson', 'lake');

type Registered = Extract<OrderStep, { type: 'registered' }>;
/** An order as it is registered at the lake. */
export const registered = (kind: OrderKind, more: Partial<Registered> = {}): Registered => ({
  ...{ type: 'registered', on: monday, kind, urgent: false, petition: false, tipOff: false, secret: false },
  ...{ desk: 'lake/east', ...more },
});
export const begin = (more: Partial<Registered> = {}): OrderState =>
  foldOrder([registered('complaint', more)]);

import type { Role } from '@tongban/contract';
import type { OrderState } from './state.ts';

/** 岗位: from where somebody looks at orders. */
export type Post = { readonly role: Role; readonly branch: string };
type Placed = Pick<OrderState, 'tipOff' | 'branch' | 'desk' | 'helpers' | 'passedThrough'>;

const readers: readonly Role[] = [
  ...(['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'] as const),
];
const handlers: readonly Role[] = ['clerk', 'approver'];

/**
 * 分级可见: an order is seen from where it stands, from its desk, from the levels it passed through, by who helps, and from above
 * any of these. A tip-off is seen by the unit that handles it and by nobody else.
 */
export function seesOrder({ role, branch }: Post, order: Placed): boolean {
  if (order.tipOff) return handlers.includes(role) && order.branch === branch;
  if (!readers.includes(role)) return false;
  const seats = [order.branch, ...seatsOf(order)];
  return seats.some((seat) => isWithin(seat, branch));
}

/** 旁席: the branches besides the one where it stands from which an order is seen; a tip-off has none. */
export function seatsOf({ tipOff, branch, desk, helpers, passedThrough }: Placed): string[] {
  if (tipOff) return [];
  const all = new Set([desk, ...passedThrough, ...helpers.map(({ unit }) => unit)]);
  all.delete(branch);
  return [...all];
}

/** Whether a branch is another or lies below it. */
export function isWithin(branch: string, top: string): boolean {
  return branch === top || branch.startsWith(`${top}/`);
}

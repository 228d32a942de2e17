import type { queues } from '@tongban/contract';

export type Queue = (typeof queues)[number];

/** The order of the tabs, always the same so that a hand finds them: as a case travels, then my own, then the rest. */
export const queueOrder: readonly Queue[] = [
  'intake',
  'correction',
  'review',
  'issue',
  'mine',
  'closed',
  'all',
];

const firstOf: Readonly<Record<string, Queue>> = { clerk: 'intake', approver: 'review', head: 'review' };

/** The tab a person sees first from their post. */
export function firstQueue(role: string): Queue {
  return Object.hasOwn(firstOf, role) ? (firstOf[role] ?? 'all') : 'all';
}

/** Reads a tab from an address; an unknown one is the first of the post. */
export function queueFrom(text: string | null, role: string): Queue {
  return queueOrder.find((queue) => queue === text) ?? firstQueue(role);
}

/** The tab that a digit key opens. */
export function queueAt(digit: number): Queue | undefined {
  return queueOrder[digit - 1];
}

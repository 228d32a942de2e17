import type { FieldFault } from '@tongban/ui';
import { faultsFrom } from '../faults.ts';
import { findProblem } from '../problem.ts';

/** The next free time a refusal names. */
export type NextFree = { readonly hall: string; readonly at: string };

/** 没有约成: the sentence of the refusal, and the next free time where it names one. */
export function refusedTime(
  error: unknown,
  id: string,
): { faults: readonly FieldFault[]; next: NextFree | undefined } {
  const problem = findProblem(error);
  if (problem?.code !== 'bookings.full') return { faults: faultsFrom(error, id), next: undefined };
  const told = (pointer: string) => problem.faults.find((fault) => fault.pointer === pointer)?.message;
  const [at, hall] = [told('/at'), told('/hall')];
  return {
    faults: [{ id, message: problem.message }],
    next: at === undefined || hall === undefined ? undefined : { at, hall },
  };
}

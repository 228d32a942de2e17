import type { FieldFault } from '@tongban/ui';
import { findProblem } from './problem.ts';
import type { Visit } from './visit.ts';

/** Refusals a form can show beside its fields: what was typed stays, and the person mends it. */
export function faultsFrom(error: unknown, fallbackId: string): FieldFault[] {
  const problem = findProblem(error);
  if (problem === undefined || !mendable.includes(problem.kind)) throw error;
  if (problem.faults.length === 0) return [{ id: fallbackId, message: problem.message }];
  return problem.faults.map(({ pointer, message }) => ({ id: idOf(pointer), message }));
}

const mendable = ['invalid', 'conflict', 'too-large', 'too-many'];

/** The id of the field a JSON pointer means: `/values/spouse.name` and `/spouse.name` are both `spouse.name`. */
function idOf(pointer: string): string {
  const last = pointer.split('/').at(-1) ?? '';
  return last.replaceAll('~1', '/').replaceAll('~0', '~');
}

export function messageFor(faults: readonly FieldFault[], id: string): string | undefined {
  return faults.find((fault) => fault.id === id)?.message;
}

/** The heading over the faults. */
export function faultsTitle({ say }: Pick<Visit, 'say'>, faults: readonly FieldFault[]): string {
  return say(
    `有 ${faults.length} 处要改`,
    faults.length === 1 ? 'There is a problem' : `There are ${faults.length} problems`,
  );
}

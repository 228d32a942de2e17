import type { Quiet } from './rules.ts';
import type { ChoiceRow } from './store/tables.ts';

/** The quiet hours somebody has chosen; undefined where they want none. */
export function quietOf({ quiet_from: from, quiet_to: to }: ChoiceRow): Quiet | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

import type { MaterialDefinition } from '@tongban/catalogue';
import type { MaterialSlot } from '@tongban/contract';
import type { KeptCheck } from '../kept.ts';

/** What can be proved without papers for one applicant: whether they may promise, and what a source can be asked. */
export type Proving = {
  readonly barred: boolean;
  readonly asks: (material: MaterialDefinition) => boolean;
};
export type StandIn = Pick<MaterialSlot, 'met' | 'proved' | 'notProved'>;
type Known = { check: KeptCheck | undefined; offered: boolean; proving: Proving };

/** Whether a check needs nobody any more: the source agreed, or staff verified it by hand. */
export function isSettled(check: KeptCheck | undefined): boolean {
  return check?.state === 'match' || check?.state === 'manual';
}

/** Whether anybody ever holds this material in their hands; what is only looked up cannot be brought. */
function isPaper({ form }: MaterialDefinition): boolean {
  return form.original + (form.copy ?? 0) > 0;
}

/** Whether the item lets data stand in for this material of the applicant's own. */
export function isCheckable({ substitute, for_each }: MaterialDefinition): boolean {
  const allowed = substitute.by === 'data-check' || substitute.else === 'data-check';
  return allowed && substitute.wallet !== 'other' && for_each === undefined;
}

/**
 * 材料替代: how a material stands under which nothing was laid. A source that agrees proves it; one that is away, or has
 * not been asked yet, leaves it to staff; one that says no means that the paper is asked for after all, if there is one.
 */
export function standInOf(definition: MaterialDefinition, { check, offered, proving }: Known): StandIn {
  const { by, else: other } = definition.substitute;
  if (by === 'investigation' || other === 'investigation') return { met: 'investigation' };
  if (!isCheckable(definition)) return { met: 'open' };
  if (check !== undefined) return checkedStandIn(definition, check);
  const asked = !offered && proving.asks(definition);
  return { met: asked || !isPaper(definition) ? 'data' : 'open' };
}

function checkedStandIn(definition: MaterialDefinition, check: KeptCheck): StandIn {
  const { name: source, at, simulated, say = '' } = check;
  if (isSettled(check)) return { met: 'data', proved: { source, at, simulated } };
  if (check.state === 'away' || !isPaper(definition)) return { met: 'data' };
  return { met: 'open', notProved: { source, at, say } };
}

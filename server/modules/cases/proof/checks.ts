import { Problem } from '@tongban/kernel';
import { newId, type SignedIn } from '../../../platform/index.ts';
import type { Person } from '../../identity/index.ts';
import type { KeptCheck } from '../kept.ts';
import { refused } from '../ledger.ts';
import { type OpenCase, type SlotKey, sameSlot } from '../model.ts';
import { verdictOf } from '../permitted.ts';
import { definitionOf } from '../slots.ts';
import type { Asking } from './asking.ts';
import { isSettled, standInOf } from './standing-in.ts';

type Deps = { clock: () => Date; asking: Asking };
type ByHand = SlotKey & { verdict: 'match' | 'mismatch'; reason: string };

/** 核验: the data checks of a case that has been handed in: asked again, or made by hand while the source is away. */
export function createChecks({ clock, asking }: Deps) {
  return {
    /** Asks for one material again; the answer is taken into the case by `take`. */
    async ask(open: OpenCase, slot: SlotKey, person: Person): Promise<KeptCheck> {
      refuseUncheckable(open, slot);
      const definition = definitionOf(open.edition, slot.material);
      const subject = { name: person.name, citizenNumber: person.citizenNumber ?? '' };
      const [check] = await asking.ask([{ slot, definition, item: open.row.item, subject }]);
      if (check === undefined) throw notCheckable();
      return check;
    },
    take: (open: OpenCase, check: KeptCheck): OpenCase => withCheck(open, check),
    byHand(open: OpenCase, { verdict, reason, ...slot }: ByHand, caller: SignedIn): OpenCase {
      refuseUncheckable(open, slot);
      const before = open.content.checks?.find((one) => sameSlot(one, slot));
      if (isSettled(before)) {
        throw new Problem('proofs.checked', 'conflict', '这份材料已经核验过，不用再人工核验');
      }
      return withCheck(open, {
        ...keyOf(slot),
        ...{ check: newId(), source: before?.source ?? 'none', simulated: false, facts: [] },
        name: { zh: '人工核验', en: 'Verified by our staff' },
        ...{ state: verdict === 'match' ? 'manual' : 'mismatch', at: clock().toISOString() },
        ...{ say: reason.trim(), by: caller.personId },
      });
    },
  };
}
export type Checks = ReturnType<typeof createChecks>;

/** Only whoever works on the case verifies for it. */
export function refuseUnlessWorking(open: OpenCase, caller: SignedIn): void {
  const verdict = verdictOf('mark', open, caller);
  if (!verdict.ok) throw refused(verdict);
}

function refuseUncheckable({ content }: OpenCase, slot: SlotKey): void {
  const found = content.slots.find((one) => sameSlot(one, slot));
  if (found?.met === 'data' || found?.notProved !== undefined) return;
  throw notCheckable();
}

function notCheckable(): Problem {
  return new Problem('proofs.no-check', 'invalid', '这份材料不靠数据核验，刷新后再看');
}

/** Puts a check in the place of the one before; the material then stands as the check says. */
function withCheck(open: OpenCase, check: KeptCheck): OpenCase {
  const { content, edition } = open;
  const definition = definitionOf(edition, check.material);
  const stands = standInOf(definition, {
    check,
    offered: false,
    proving: { barred: false, asks: () => true },
  });
  const slots = content.slots.map((slot) => {
    if (!sameSlot(slot, check)) return slot;
    const { proved: _proved, notProved: _notProved, ...rest } = slot;
    return { ...rest, ...stands };
  });
  const checks = [...(content.checks ?? []).filter((one) => !sameSlot(one, check)), check];
  return { ...open, content: { ...content, slots, checks } };
}

/** A material of a slot key alone. */
export function keyOf({ material, person }: SlotKey): SlotKey {
  return person === undefined ? { material } : { material, person };
}

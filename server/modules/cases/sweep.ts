import type { WorkingCalendar } from '@tongban/calendar';
import { findDeemedAcceptance } from '@tongban/casework';
import { shanghaiDay } from '@tongban/kernel';
import { type Db, type Tx, transaction } from '../../platform/index.ts';
import type { Accepting } from './accepting.ts';
import { type Ledger, worker } from './ledger.ts';
import type { OpenCase } from './model.ts';
import type { CaseStore } from './store/cases.ts';

type Deps = { db: Db; store: CaseStore; ledger: Ledger; accepting: Accepting; calendar: WorkingCalendar };

/**
 * 到期处理: every night, cases nobody answered within five days count as accepted, and corrections nobody sent in time
 * end. Each case in its own transaction, so that one that cannot be moved holds up no other.
 */
export async function sweepCases(deps: Deps, now: Date): Promise<void> {
  const today = shanghaiDay(now);
  for (const queue of ['intake', 'correction'] as const) {
    for (const { city, case_id: caseId } of await deps.store.overdue(queue, today)) {
      await transaction(deps.db, async (tx) => {
        const open = await deps.ledger.lock(tx, { city, caseId });
        const moved = await moveOn(deps, tx, { open, today });
        if (moved !== undefined) await deps.ledger.save(tx, moved);
      });
    }
  }
}

type Due = { open: OpenCase; today: string };

async function moveOn(deps: Deps, tx: Tx, { open, today }: Due): Promise<OpenCase | undefined> {
  const { state, row } = open;
  // A decision on it leaves in these seconds; if it does not, the next night comes.
  if (row.held_id !== undefined) return undefined;
  if ('notice' in state) {
    return today > state.notice.replyBy
      ? deps.ledger.give(tx, open, { type: 'expire-correction', by: worker })
      : undefined;
  }
  const deemed = findDeemedAcceptance(state, deps.calendar, today);
  return deemed === undefined ? undefined : deps.accepting.deem(tx, open);
}

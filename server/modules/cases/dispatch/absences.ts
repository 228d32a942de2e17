import type { BulkResult } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import type { Log, Platform, SignedIn, Tx } from '../../../platform/index.ts';
import type { Identity, StaffPost } from '../../identity/index.ts';
import type { Finding } from '../desk-find.ts';
import type { Ledger } from '../ledger.ts';
import { eachAlone } from '../list/each-alone.ts';
import { reachOf } from '../rules.ts';
import { deskRoles } from './colleagues.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { DispatchStore } from './store.ts';

type Deps = Pick<Platform, 'clock'> & {
  log: Log;
  store: DispatchStore;
  identity: Pick<Identity, 'staffOf'>;
  find: Finding;
  ledger: Ledger;
  dispatcher: Dispatcher;
};
type Away = { person: string; from: string; until: string; reason: string; rebalance: boolean };

/** 请假: while somebody is away no case goes to them, and what they have can go to the others. */
export function createAbsences(deps: Deps) {
  const { clock, log, store, find, ledger, dispatcher } = deps;
  const mine = async (caller: SignedIn, person: string): Promise<StaffPost> => {
    const below = await deps.identity.staffOf({ below: reachOf(caller).branch }, deskRoles);
    const post = below.find(({ personId }) => personId === person);
    if (post === undefined) throw new Problem('dispatch.person', 'missing', '本单位没有这个人，或不办办件');
    return post;
  };
  return {
    async absent(tx: Tx, caller: SignedIn, away: Away): Promise<BulkResult> {
      const { person, from, until, reason } = away;
      if (from > until) throw new Problem('dispatch.days', 'invalid', '请假的最后一天在第一天前面，改一改');
      const { name, branch } = await mine(caller, person);
      await store.putAbsence(tx, {
        ...{ staff_id: person, branch, from_day: from, until_day: until, reason: reason.trim() },
        ...{ set_by: caller.personId, set_at: clock() },
      });
      const today = shanghaiDay(clock());
      if (!away.rebalance || from > today || until < today) return { done: [], failed: [] };
      const numbers = (await store.heldBy(tx, person)).map(({ number }) => number);
      return eachAlone(tx, { numbers, log }, async (number) => {
        const open = await find.lock(tx, caller, number);
        const given = await dispatcher.giveAnew(tx, open, {
          without: person,
          lead: `${name}今天请假，改派。`,
        });
        await ledger.save(tx, given);
      });
    },
    async present(tx: Tx, caller: SignedIn, person: string): Promise<void> {
      await mine(caller, person);
      await store.endAbsence(tx, person);
    },
  };
}

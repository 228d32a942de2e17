import { type Actor, findDecidingStep, reviewGroups } from '@tongban/casework';
import type { Tx } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import { type Ledger, worker } from './ledger.ts';
import type { OpenCase } from './model.ts';
import type { Results } from './results.ts';
import type { Sealing } from './sealing.ts';
import { promiseOf, type Situations } from './situation.ts';

type Deps = {
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  results: Results;
  identity: Pick<Identity, 'inTransaction'>;
};
export type Accepting = ReturnType<typeof createAccepting>;

/** 受理: starts the clocks with the promise of this situation, and sends the case on its way. */
export function createAccepting({ ledger, sealing, situations, results, identity }: Deps) {
  const accept = async (tx: Tx, open: OpenCase, wish: { type: 'accept' | 'deem-accepted'; by: Actor }) => {
    const { edition, content, plan } = open;
    const promised = promiseOf(edition, situations.read(edition, content.answers));
    const accepted = await ledger.give(tx, open, { ...wish, limits: { ...plan.limits, promised } });
    const { name } = await identity.inTransaction(tx, open.row.person_id);
    return sealing.seal(tx, accepted, { kind: 'acceptance', addressee: name });
  };
  const assign = (tx: Tx, open: OpenCase) =>
    ledger.give(tx, open, {
      type: 'assign',
      by: worker,
      assignment: { unit: open.row.branch, why: '按管辖分到本单位' },
    });
  return {
    /** A clerk accepts; an immediate item that nobody else decides is done in the same sitting. */
    async accept(tx: Tx, open: OpenCase, by: Actor): Promise<OpenCase> {
      const accepted = await accept(tx, open, { type: 'accept', by });
      if (!isDoneAtWindow(open)) return assign(tx, accepted);
      const granted = await ledger.give(tx, accepted, { type: 'grant', by });
      const { name } = await identity.inTransaction(tx, open.row.person_id);
      return results.conclude(tx, await sealing.seal(tx, granted, { kind: 'grant', addressee: name }));
    },
    /** 视为受理: the five days ran out without an answer. */
    deem: async (tx: Tx, open: OpenCase): Promise<OpenCase> =>
      assign(tx, await accept(tx, open, { type: 'deem-accepted', by: worker })),
  };
}

/** 即办件: settled by whoever takes it in. */
function isDoneAtWindow({ plan }: OpenCase): boolean {
  return plan.kind === 'immediate' && findDecidingStep(plan) === undefined && reviewGroups(plan).length === 0;
}

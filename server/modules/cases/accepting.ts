import { type Actor, findDecidingStep, reviewGroups } from '@tongban/casework';
import type { Tx } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import type { Dispatcher } from './dispatch/dispatcher.ts';
import { orderFees } from './fees.ts';
import { type Ledger, worker } from './ledger.ts';
import type { OpenCase } from './model.ts';
import type { Proofs } from './proof/service.ts';
import type { Results } from './results.ts';
import type { Sealing } from './sealing.ts';
import { promiseOf, type Situations } from './situation.ts';

type Deps = {
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  results: Results;
  proofs: Pick<Proofs, 'accepted'>;
  identity: Pick<Identity, 'inTransaction'>;
  offices: Offices;
  payments: Pick<Payments, 'open'>;
  dispatcher: Pick<Dispatcher, 'follow'>;
};
/** Who accepts, and whether the applicant sits before them. */
type AcceptedBy = { by: Actor; present: boolean };
export type Accepting = ReturnType<typeof createAccepting>;

/** 受理: starts the clocks with the promise of this situation, and sends the case on its way. */
export function createAccepting(deps: Deps) {
  const { ledger, sealing, situations, results, identity, proofs, dispatcher } = deps;
  const accept = async (tx: Tx, open: OpenCase, wish: { type: 'accept' | 'deem-accepted'; by: Actor }) => {
    const { edition, content, plan } = open;
    const situation = situations.read(edition, content.answers);
    const promised = promiseOf(edition, situation);
    const begun = await ledger.give(tx, open, { ...wish, limits: { ...plan.limits, promised } });
    const accepted = await proofs.accepted(tx, begun);
    await orderFees(deps, tx, { open: accepted, situation });
    const { name } = await identity.inTransaction(tx, open.row.person_id);
    return sealing.seal(tx, accepted, { kind: 'acceptance', addressee: name });
  };
  return {
    /** A clerk accepts; an immediate item that nobody else decides is done in the same sitting. */
    async accept(tx: Tx, open: OpenCase, { by, present }: AcceptedBy): Promise<OpenCase> {
      const accepted = await accept(tx, open, { type: 'accept', by });
      if (!isDoneAtWindow(open)) return dispatcher.follow(tx, accepted);
      const granted = await ledger.give(tx, accepted, { type: 'grant', by });
      const { name } = await identity.inTransaction(tx, open.row.person_id);
      const decision = await sealing.seal(tx, granted, { kind: 'grant', addressee: name });
      return results.conclude(tx, decision, present ? { giver: by } : {});
    },
    /** 视为受理: the five days ran out without an answer. */
    deem: async (tx: Tx, open: OpenCase): Promise<OpenCase> =>
      dispatcher.follow(tx, await accept(tx, open, { type: 'deem-accepted', by: worker })),
  };
}

/** 即办件: settled by whoever takes it in. */
function isDoneAtWindow({ plan }: OpenCase): boolean {
  return plan.kind === 'immediate' && findDecidingStep(plan) === undefined && reviewGroups(plan).length === 0;
}

import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import { actorOf } from './actors.ts';
import type { Given, Ledger } from './ledger.ts';
import type { OpenCase } from './model.ts';
import { roleFor } from './permitted.ts';
import { remediesOf } from './remedies.ts';
import type { Results } from './results.ts';
import type { Sealing } from './sealing.ts';

type Deps = {
  ledger: Ledger;
  sealing: Sealing;
  results: Results;
  identity: Pick<Identity, 'inTransaction'>;
};
/** What somebody decides, and why. */
export type DecisionWish = {
  caller: SignedIn;
  verdict: 'grant' | 'refuse';
  reason?: string;
  basis?: string;
};
export type Deciding = ReturnType<typeof createDeciding>;

/** 决定: the command of a decision, and what follows from it: the paper, the result, the end. */
export function createDeciding({ ledger, sealing, results, identity }: Deps) {
  return {
    /** Refuses a decision that is not complete or may not be given; nothing happens yet. */
    check: (open: OpenCase, wish: DecisionWish): void => ledger.refuseUnless(open, decisionOf(open, wish)),
    async decide(tx: Tx, open: OpenCase, wish: DecisionWish): Promise<OpenCase> {
      const decided = await ledger.give(tx, open, decisionOf(open, wish));
      const { name } = await identity.inTransaction(tx, open.row.person_id);
      const kind = wish.verdict === 'grant' ? 'grant' : 'refusal';
      return results.conclude(tx, await sealing.seal(tx, decided, { kind, addressee: name }), {});
    },
  };
}

function decisionOf(open: OpenCase, { caller, verdict, reason = '', basis = '' }: DecisionWish): Given {
  const by = actorOf(caller, roleFor(open, caller));
  if (verdict === 'grant') return { type: 'grant', by };
  return { type: 'refuse', by, refusal: refusalOf(open, { reason, basis }) };
}

/** A refusal with everything the law wants in it; the remedies are those of the item. */
export function refusalOf({ edition }: OpenCase, { reason, basis }: { reason: string; basis: string }) {
  const laws = basis.split(/[；;\n]/).map((one) => one.trim());
  return { reason: reason.trim(), basis: laws.filter(Boolean), remedies: remediesOf(edition) };
}

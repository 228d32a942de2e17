import type { DecisionType } from '@tongban/casework';
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
/** What somebody decides, and why; what is forwarded names to whom. */
export type DecisionWish = {
  caller: SignedIn;
  verdict: DecisionType;
  reason?: string;
  basis?: string;
  to?: string;
};
export type Deciding = ReturnType<typeof createDeciding>;

/** 决定: the command of a decision, and what follows from it: the paper, the result, the end. */
export function createDeciding({ ledger, sealing, results, identity }: Deps) {
  return {
    /** Refuses a decision that is not complete or may not be given; nothing happens yet. */
    check: (open: OpenCase, wish: DecisionWish): void => ledger.refuseUnless(open, decisionOf(open, wish)),
    async decide(tx: Tx, open: OpenCase, wish: DecisionWish): Promise<OpenCase> {
      const decided = await ledger.give(tx, open, decisionOf(open, wish));
      const { name: addressee } = await identity.inTransaction(tx, open.row.person_id);
      switch (wish.verdict) {
        case 'grant':
          return results.conclude(tx, await sealing.seal(tx, decided, { kind: 'grant', addressee }), {});
        case 'refuse':
          return results.conclude(tx, await sealing.seal(tx, decided, { kind: 'refusal', addressee }), {});
        case 'not-accept':
          return sealing.seal(tx, decided, { kind: 'non-acceptance', addressee });
        case 'return':
        case 'forward':
          return decided;
      }
    },
  };
}

function decisionOf(open: OpenCase, { caller, verdict, ...said }: DecisionWish): Given {
  const by = actorOf(caller, roleFor(open, caller));
  const { reason = '', basis = '', to = '' } = said;
  switch (verdict) {
    case 'grant':
      return { type: 'grant', by };
    case 'refuse':
    case 'not-accept':
      return { type: verdict, by, refusal: refusalOf(open, { reason, basis }) };
    case 'return':
      return { type: 'return', by, reason: reason.trim() };
    case 'forward':
      return { type: 'forward', by, to: to.trim(), reason: reason.trim() };
  }
}

/** A refusal with everything the law wants in it; the remedies are those of the item. */
function refusalOf({ edition }: OpenCase, { reason, basis }: { reason: string; basis: string }) {
  const laws = basis.split(/[；;\n]/).map((one) => one.trim());
  return { reason: reason.trim(), basis: laws.filter(Boolean), remedies: remediesOf(edition) };
}

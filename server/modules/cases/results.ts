import type { Actor } from '@tongban/casework';
import { readValues } from '@tongban/forms';
import { groupedNumber, shanghaiDay } from '@tongban/kernel';
import type { Platform, Tx } from '../../platform/index.ts';
import type { Identity, Person } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import { summaryOf } from './form-facts.ts';
import type { Pickups } from './issue/pickups.ts';
import { type Ledger, worker } from './ledger.ts';
import { licenceData, licenceNumber } from './licence-facts.ts';
import type { OpenCase } from './model.ts';
import type { Proofs } from './proof/service.ts';
import type { Sealing } from './sealing.ts';
import type { Situations } from './situation.ts';
import { findUnpaid } from './unpaid.ts';

type Deps = Pick<Platform, 'clock'> & {
  ledger: Ledger;
  sealing: Sealing;
  pickups: Pickups;
  proofs: Pick<Proofs, 'granted'>;
  situations: Situations;
  offices: Offices;
  identity: Pick<Identity, 'inTransaction'>;
  licences: Pick<Licences, 'issue' | 'type'>;
  payments: Pick<Payments, 'stateOf'>;
};
export type Results = ReturnType<typeof createResults>;

/** 办理结果: what follows a decision until the case is closed or waits to be collected. */
export function createResults(deps: Deps) {
  const { ledger } = deps;
  const finish = async (tx: Tx, open: OpenCase, { by, giver }: Finishing): Promise<OpenCase> => {
    const made = await makeResult(deps, tx, open);
    const ready = await ledger.give(tx, made.open, {
      type: 'finish-production',
      by,
      delivery: { by: 'desk' },
    });
    if ((await findUnpaid(deps, tx, ready)) !== undefined) {
      return awaitCollection(deps, tx, { open: ready, addressee: made.person.name });
    }
    if (made.printed && giver !== undefined) {
      return ledger.give(tx, ready, { type: 'hand-over', by: giver, to: made.person.name });
    }
    if (made.online) return ledger.give(tx, ready, { type: 'hand-over', by: worker, to: '网上送达' });
    return awaitCollection(deps, tx, { open: ready, addressee: made.person.name });
  };
  return {
    /** The result has been made: it is issued, and waits at the issue desk or is already in the wallet. */
    finish,
    /** Carries a decided case on as far as it goes without people, or with the clerk before whom the applicant sits. */
    async conclude(tx: Tx, decided: OpenCase, there: Pick<Finishing, 'giver'>): Promise<OpenCase> {
      if (decided.state.status !== 'decided') return decided;
      const { decision } = decided.state.file;
      const open = decision.outcome === 'granted' ? await deps.proofs.granted(tx, decided) : decided;
      if (decision.outcome === 'refused' || !decision.produces) {
        return ledger.give(tx, open, { type: 'close', by: worker });
      }
      const producing = await ledger.give(tx, open, { type: 'produce', by: worker });
      return isMadeByHand(producing) ? producing : finish(tx, producing, { by: worker, ...there });
    },
  };
}
type FinishedBy = typeof worker | { id: string; role: 'clerk' };
/** Who makes the result; `giver` is the clerk who puts what is printed into the applicant's hands at once. */
type Finishing = { by: FinishedBy; giver?: Actor };

/** Whether somebody still has to make the result: a promised item with a step of a clerk after the decision. */
function isMadeByHand({ plan }: OpenCase): boolean {
  return (
    plan.kind === 'promised' && plan.steps.some((step) => step.stage === 'produce' && step.role === 'clerk')
  );
}

/** The result begins to wait at the issue desk; its slip carries the pickup code, to be scanned there. */
async function awaitCollection(
  { pickups, sealing }: Deps,
  tx: Tx,
  { open, addressee }: { open: OpenCase; addressee: string },
): Promise<OpenCase> {
  const code = await pickups.begin(tx, open);
  const value = groupedNumber(code);
  const sealed = await sealing.seal(tx, open, {
    ...{ kind: 'collection', addressee, rows: [{ label: '取件码', value }] },
    scan: { label: `取件码 ${value}`, value: code },
  });
  await pickups.slipSealed(tx, sealed);
  return sealed;
}

type Made = { open: OpenCase; online: boolean; printed: boolean; person: Person };

/** Issues the licence or seals the document; `online` when the applicant has it the moment it is made. */
async function makeResult(deps: Deps, tx: Tx, open: OpenCase): Promise<Made> {
  const { item } = open.edition.folder;
  const person = await deps.identity.inTransaction(tx, open.row.person_id);
  const full = item.channels.web === 'full';
  const form = deps.situations.formOf(open.edition, open.content.answers);
  const values = readValues(form, open.content.values);
  if (item.result.kind !== 'licence' || item.result.licence === undefined) {
    const rows = summaryOf(form, values, deps.offices).map(({ label, value }) => ({
      label: label.zh,
      value,
    }));
    const sealed = await deps.sealing.sealResult(tx, open, { addressee: person.name, rows });
    return { open: sealed, online: full, printed: true, person };
  }
  const type = deps.licences.type(item.result.licence);
  const office = deps.offices.organisation(open.row.office);
  const number = licenceNumber(type, person, open.row.case_number);
  const [issuer, issuedOn] = [office?.name ?? type.issuer, shanghaiDay(deps.clock())];
  const { bornOn } = person;
  const issued = await deps.licences.issue(tx, {
    ...{ type: type.id, holderId: person.personId, holderName: person.name, number, issuer, issuedOn },
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(office === undefined ? {} : { issuerCode: office.code }),
    ...{ item: item.name, caseNumber: open.row.case_number },
    data: licenceData(type, { person, values, offices: deps.offices, issuer, issuedOn, number }),
  });
  const { certificate } = issued;
  const documents = [...open.row.documents, ...(certificate === undefined ? [] : [certificate])];
  const row = { ...open.row, licence_id: issued.licence, documents };
  const printed = certificate !== undefined;
  return { open: { ...open, row }, online: full && printed, printed, person };
}

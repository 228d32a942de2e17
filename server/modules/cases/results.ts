import { readValues } from '@tongban/forms';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, Tx } from '../../platform/index.ts';
import type { Identity, Person } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices } from '../offices/index.ts';
import { summaryOf } from './form-facts.ts';
import { type Ledger, worker } from './ledger.ts';
import { licenceData, licenceNumber } from './licence-facts.ts';
import type { OpenCase } from './model.ts';
import type { Sealing } from './sealing.ts';
import type { Situations } from './situation.ts';

type Deps = Pick<Platform, 'clock'> & {
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  offices: Offices;
  identity: Pick<Identity, 'inTransaction'>;
  licences: Pick<Licences, 'issue' | 'type'>;
};
export type Results = ReturnType<typeof createResults>;

/** 办理结果: what follows a decision until the case is closed or waits to be collected. */
export function createResults(deps: Deps) {
  const { ledger } = deps;
  const finish = async (tx: Tx, open: OpenCase, by: FinishedBy): Promise<OpenCase> => {
    const made = await makeResult(deps, tx, open);
    const ready = await ledger.give(tx, made.open, {
      type: 'finish-production',
      by,
      delivery: { by: 'desk' },
    });
    if (made.online) return ledger.give(tx, ready, { type: 'hand-over', by: worker, to: '网上送达' });
    return deps.sealing.seal(tx, ready, { kind: 'collection', addressee: made.person.name });
  };
  return {
    /** The result has been made: it is issued, and waits at the issue desk or is already in the wallet. */
    finish,
    /** Carries a decided case on as far as it goes without people. */
    async conclude(tx: Tx, open: OpenCase): Promise<OpenCase> {
      if (open.state.status !== 'decided') return open;
      const { decision } = open.state.file;
      if (decision.outcome === 'refused' || !decision.produces) {
        return ledger.give(tx, open, { type: 'close', by: worker });
      }
      const producing = await ledger.give(tx, open, { type: 'produce', by: worker });
      return isMadeByHand(producing) ? producing : finish(tx, producing, worker);
    },
  };
}
type FinishedBy = typeof worker | { id: string; role: 'clerk' };

/** Whether somebody still has to make the result: a promised item with a step of a clerk after the decision. */
function isMadeByHand({ plan }: OpenCase): boolean {
  return (
    plan.kind === 'promised' && plan.steps.some((step) => step.stage === 'produce' && step.role === 'clerk')
  );
}

type Made = { open: OpenCase; online: boolean; person: Person };

/** Issues the licence or seals the document; `online` when the applicant has it the moment it is made. */
async function makeResult(deps: Deps, tx: Tx, open: OpenCase): Promise<Made> {
  const { item } = open.edition.folder;
  const person = await deps.identity.inTransaction(tx, open.row.person_id);
  const full = item.channels.web === 'full';
  const form = deps.situations.formOf(open.edition, open.content.answers);
  const values = readValues(form, open.content.values);
  if (item.result.kind !== 'licence' || item.result.licence === undefined) {
    const rows = summaryOf(form, values).map(({ label, value }) => ({ label: label.zh, value }));
    const sealed = await deps.sealing.sealResult(tx, open, { addressee: person.name, rows });
    return { open: sealed, online: full, person };
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
  const row = { ...open.row, licence_id: issued.licence };
  return { open: { ...open, row }, online: full && issued.document !== undefined, person };
}

import type { CaseRow as CaseListRow, Sitting } from '@tongban/contract';
import { maskCitizenNumber, maskPhone } from '@tongban/kernel';
import type { Tx } from '../../../platform/index.ts';
import type { Identity, Person } from '../../identity/index.ts';
import type { Licences } from '../../licences/index.ts';
import { STATE_NAMES } from '../desk-words.ts';
import type { Drafts } from '../drafts.ts';
import type { Ledger } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import type { CaseStore } from '../store/cases.ts';
import type { CaseRow } from '../store/tables.ts';
import type { ComingBookings } from './coming.ts';
import type { Confirming } from './confirming.ts';
import type { Seat } from './parts.ts';
import type { SittingRow, TakenRow } from './store.ts';

type Deps = {
  drafts: Drafts;
  confirming: Confirming;
  ledger: Ledger;
  cases: Pick<CaseStore, 'findCase'>;
  casesOf: (personId: string) => Promise<CaseListRow[]>;
  identity: Pick<Identity, 'inTransaction'>;
  licences: Pick<Licences, 'wallet'>;
  coming: ComingBookings;
};

/**
 * 坐席视图: all that belongs to the person at the window, as the clerk sees it; the person is masked. When the sitting has
 * ended, only what was done in it is left.
 */
export function createSittingView(deps: Deps) {
  return async (tx: Tx, seat: Seat): Promise<Sitting> => {
    const { row, filed } = seat.sitting;
    const person = await deps.identity.inTransaction(tx, row.person_id);
    const done = await casesOf(deps, tx, filed);
    const rest = row.ended_at === undefined ? await openPart(deps, tx, seat, done) : endedPart(row.ended_at);
    return {
      ...{ sitting: row.sitting_id, identifiedBy: row.identified_by, person: maskedPerson(person) },
      ...(row.window_id === undefined ? {} : { window: row.window_id }),
      ...(row.ticket_id === undefined ? {} : { ticket: row.ticket_id }),
      ...rest,
      bookings: row.ended_at === undefined ? await deps.coming(row.person_id) : [],
      confirmation: await deps.confirming.view(tx, seat.sitting),
      filed: done.map(filedView),
      ...receiptOf(row),
      papers: done.flatMap(papersOf),
      beganAt: row.began_at.toISOString(),
    };
  };
}

type OpenPart = Pick<Sitting, 'taken' | 'drafts' | 'cases' | 'wallet' | 'endedAt'>;

async function openPart(
  deps: Deps,
  tx: Tx,
  { sitting, who }: Seat,
  done: readonly OpenCase[],
): Promise<OpenPart> {
  const { row, inHand } = sitting;
  const taken = new Set(inHand.map((one) => one.taken.draft_id));
  const filed = new Set(done.map((open) => open.row.case_number));
  const views: Sitting['taken'] = [];
  for (const { draft } of inHand) views.push(await deps.drafts.view(tx, who, draft));
  return {
    taken: views,
    drafts: (await deps.drafts.list(tx, who)).filter(({ draft }) => !taken.has(draft)),
    cases: (await deps.casesOf(row.person_id)).filter((one) => !filed.has(one.case)),
    wallet: await deps.licences.wallet(row.person_id, tx),
  };
}

function endedPart(endedAt: Date): OpenPart {
  return { taken: [], drafts: [], cases: [], wallet: [], endedAt: endedAt.toISOString() };
}

async function casesOf({ ledger, cases }: Deps, tx: Tx, filed: readonly TakenRow[]): Promise<OpenCase[]> {
  const rows: CaseRow[] = [];
  for (const { city = '', case_id: caseId = '' } of filed) {
    const row = await cases.findCase(tx, { city, caseId });
    if (row !== undefined) rows.push(row);
  }
  return ledger.many(rows, tx);
}

function maskedPerson(person: Person): Sitting['person'] {
  const { personId, name, citizenNumber = '', phone, bornOn, division } = person;
  return {
    ...{ personId, name, citizenNumber: maskCitizenNumber(citizenNumber) },
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(division === undefined ? {} : { division }),
  };
}

function filedView({ row, edition, state }: OpenCase): Sitting['filed'][number] {
  const { name } = edition.folder.item;
  return { case: row.case_number, item: row.item, name, stateName: STATE_NAMES[state.status] };
}

function receiptOf({ receipt }: SittingRow): Pick<Sitting, 'receipt'> {
  return receipt === undefined ? {} : { receipt };
}

/** What is to be printed now beside the receipt. */
function papersOf({ row }: OpenCase): Sitting['papers'] {
  return row.documents
    .filter(({ kind }) => kind !== 'receipt')
    .map((paper) => ({ ...paper, case: row.case_number }));
}

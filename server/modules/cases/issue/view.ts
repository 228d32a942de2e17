import type { Collection, Waiting } from '@tongban/contract';
import { maskCitizenNumber, maskName } from '@tongban/kernel';
import type { Deliveries } from '../../deliveries/index.ts';
import type { Identity, Person } from '../../identity/index.ts';
import type { Ledger } from '../ledger.ts';
import { aboutCase, type OpenCase } from '../model.ts';
import type { Sealed } from './box.ts';
import type { CollectionRow, IssueStore, PickupRow } from './store.ts';

type Deps = {
  store: IssueStore;
  ledger: Ledger;
  identity: Pick<Identity, 'person'>;
  deliveries: Pick<Deliveries, 'ordered'>;
};
export type IssueView = ReturnType<typeof createIssueView>;

/** The papers that are given into a hand; the others were sent when they were made. */
const handedKinds = ['certificate', 'result', 'grant'];

/** 待领结果与领取: what the issue desk sees, the applicant masked until the card was compared. */
export function createIssueView({ store, ledger, identity, deliveries }: Deps) {
  const waiting = async (
    pickups: readonly Pick<PickupRow, 'city' | 'case_id' | 'ready_at' | 'express'>[],
  ) => {
    const keys = pickups.map(({ city, case_id: caseId }) => ({ city, caseId }));
    const opened = await ledger.many(await store.rowsOf(keys));
    const byCase = new Map(opened.map((open) => [open.row.case_id, open]));
    const ordered = await deliveries.ordered(opened.map(aboutCase));
    return pickups.flatMap((pickup) => {
      const open = byCase.get(pickup.case_id);
      return open === undefined ? [] : [waitingOf(pickup, open, ordered.get(aboutCase(open)))];
    });
  };
  return {
    waiting,
    async collection(row: CollectionRow, { agent, note }: Sealed): Promise<Collection> {
      const left = row.cases.filter(({ handed }) => !handed);
      return {
        collection: row.collection_id,
        person: shownPerson(await identity.person(row.person_id), row.verified),
        verified: row.verified,
        results: await waiting(await store.pickupsAt(left)),
        signature: row.signature,
        handed: row.cases.filter(({ handed }) => handed).map(({ number }) => number),
        ...(agent === undefined ? {} : { byAgent: maskName(agent.name) }),
        ...(note === undefined ? {} : { note }),
        ...(row.handed_at === undefined ? {} : { handedAt: row.handed_at.toISOString() }),
      };
    },
  };
}

/** The full name is shown only once the person has proved it with the card. */
function shownPerson({ name, citizenNumber = '' }: Person, verified: boolean): Collection['person'] {
  return {
    name: verified ? name : maskName(name),
    citizenNumber: maskCitizenNumber(citizenNumber),
  };
}

function waitingOf(
  { express, ready_at: readyAt }: Pick<PickupRow, 'express' | 'ready_at'>,
  { row, edition, state }: OpenCase,
  ordered: string | undefined,
): Waiting {
  const { item } = edition.folder;
  return {
    ...{ case: row.case_number, itemName: item.name, applicant: row.applicant, result: item.result.name },
    readySince: readyAt.toISOString(),
    how: express ? 'express' : 'desk',
    documents: row.documents.filter(({ kind }) => handedKinds.includes(kind)),
    ...(state.status === 'in-delivery' ? { waybill: state.waybill } : {}),
    ...(ordered === undefined ? {} : { ordered }),
  };
}

import type { WorkingCalendar } from '@tongban/calendar';
import type { KioskVisit, Words } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, type Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import { reasonPlace } from '../access/access-log.ts';
import type { AccessStore } from '../access/store.ts';
import { itemName, statusView } from '../citizen-view.ts';
import type { Pickups } from '../issue/pickups.ts';
import { type Ledger, missingCase, worker } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import { applicantOf } from '../rules.ts';
import type { CaseStore } from '../store/cases.ts';
import { receiverAtMachine } from './words.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  store: CaseStore;
  accessStore: AccessStore;
  ledger: Ledger;
  calendar: WorkingCalendar;
  pickups: Pick<Pickups, 'end'>;
  offices: Pick<Offices, 'organisation'>;
  identity: Pick<Identity, 'person'>;
  files: Pick<Files, 'papers'>;
};
type Shown = Pick<KioskVisit, 'cases' | 'papers'> & {
  /** Finished licences and papers that wait to be fetched. */
  waiting: readonly { case: string; name: Words; office: Words }[];
};

/** The newest cases a machine shows; the rest are on the phone. */
const mostCases = 20;

/** 自助服务: what an applicant sees of their cases at a machine, prints there, and takes out of it. */
export function createSelfService(deps: Deps) {
  const { store, ledger, files } = deps;
  const mine = async (caller: SignedIn): Promise<OpenCase[]> =>
    ledger.many(await store.casesOf(applicantOf(caller), mostCases));
  return {
    async shown(caller: SignedIn): Promise<Shown> {
      const cases = await mine(caller);
      const at = { calendar: deps.calendar, today: shanghaiDay(deps.clock()) };
      return {
        cases: cases.map((open) => ({
          ...{ case: open.row.case_number, itemName: itemName(open), status: statusView(open, at) },
          submittedOn: shanghaiDay(open.row.submitted_at),
        })),
        papers: await papersOf(deps, cases),
        waiting: cases.filter(waits).map((open) => waitingView(deps, open)),
      };
    },
    /** The bytes of a paper of one of the applicant's own cases. */
    async paper(caller: SignedIn, document: string): Promise<{ name: string; bytes: Buffer }> {
      const held = (await mine(caller)).some(({ row }) =>
        row.documents.some((one) => one.document === document),
      );
      if (!held) throw new Problem('cases.document', 'missing', '没有这份文书');
      return files.papers.paper(document);
    },
    ...createReleasing(deps),
    ...createNoting(deps),
  };
}

/** 取走证件: a machine has let a finished result go to its owner; the case ends as at the issue desk. */
function createReleasing({ store, ledger, pickups, identity }: Deps) {
  return {
    async release(tx: Tx, { personId, number, place }: Released): Promise<void> {
      const key = await store.findOwnKey(personId, number);
      if (key === undefined) throw missingCase();
      const open = await ledger.lock(tx, key);
      if (!waits(open)) throw new Problem('cases.taken', 'conflict', '这件结果已经领走，或还没有做好');
      const { name } = await identity.person(personId);
      const to = receiverAtMachine(name, place);
      await ledger.save(tx, await ledger.give(tx, open, { type: 'hand-over', by: worker, to }));
      await pickups.end(tx, open);
    },
  };
}
type Released = { personId: string; number: string; place: string };

function createNoting({ accessStore, vault, clock }: Deps) {
  return {
    /** A machine has opened somebody's things; they read it in their own record. */
    saw(tx: Tx, { personId, device, place }: { personId: string; device: string; place: string }) {
      const accessId = newId();
      return accessStore.insert(tx, {
        ...{ person_id: personId, access_id: accessId, at: clock(), by_id: device, role: 'kiosk' },
        ...{ what: 'kiosk', reason: vault.seal(reasonPlace(accessId), `本人在${place}办事`) },
      });
    },
  };
}

async function papersOf({ files }: Deps, cases: readonly OpenCase[]): Promise<KioskVisit['papers']> {
  const caseOf = new Map(
    cases.flatMap(({ row }) => row.documents.map(({ document }) => [document, row.case_number] as const)),
  );
  const rows = await files.papers.papers([...caseOf.keys()]);
  return rows
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))
    .map((row) => ({ ...row, case: caseOf.get(row.document) ?? '' }));
}

function waits({ state }: OpenCase): boolean {
  return state.status === 'at-issue-desk';
}

function waitingView({ offices }: Deps, { row, edition }: OpenCase): Shown['waiting'][number] {
  const office = offices.organisation(row.office);
  const { item } = edition.folder;
  return {
    case: row.case_number,
    name: { zh: item.result.name },
    office: office === undefined ? { zh: '公安机关' } : { zh: office.name, en: office.name_en },
  };
}

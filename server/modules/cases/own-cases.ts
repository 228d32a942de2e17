import type { WorkingCalendar } from '@tongban/calendar';
import { isFinished } from '@tongban/casework';
import type { CaseRow as CaseListRow, CaseView, FileRow } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { type Platform, publish, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Deliveries } from '../deliveries/index.ts';
import type { Files } from '../files/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import { actorOf } from './actors.ts';
import { itemName, statusView } from './citizen-view.ts';
import { caseUrged, happened } from './events.ts';
import { refuseFiles } from './laying.ts';
import { type Ledger, missingCase, refused } from './ledger.ts';
import { type OpenCase, type SlotKey, sameSlot } from './model.ts';
import type { Notes } from './notes.ts';
import { createOwnView, type OwnView, urgeVerdict } from './own-view.ts';
import { applicantOf, mayReach } from './rules.ts';
import type { Situations } from './situation.ts';
import { slotName } from './slots.ts';
import type { CaseStore } from './store/cases.ts';

type Deps = Pick<Platform, 'clock'> & {
  store: CaseStore;
  ledger: Ledger;
  situations: Situations;
  offices: Offices;
  files: Pick<Files, 'mine' | 'letRead' | 'papers'>;
  notes: Notes;
  payments: Pick<Payments, 'stateOf'>;
  deliveries: Pick<Deliveries, 'news'>;
  calendar: WorkingCalendar;
};

/** 我的办件: what an applicant sees of their cases and may still do about them. */
export function createOwnCases(deps: Deps) {
  const { store, ledger, files, clock, calendar } = deps;
  const keyOf = async (caller: SignedIn, number: string) => {
    const key = await store.findOwnKey(applicantOf(caller), number.trim().toUpperCase());
    if (key === undefined) throw missingCase();
    return key;
  };
  const lock = async (tx: Tx, caller: SignedIn, number: string): Promise<OpenCase> =>
    ownedBy(caller, await ledger.lock(tx, await keyOf(caller, number)));
  const view = createOwnView(deps);
  const rowsOf = (cases: readonly OpenCase[]): CaseListRow[] => {
    const at = { calendar, today: shanghaiDay(clock()) };
    return cases.map((open) => ({
      ...{ case: open.row.case_number, item: open.row.item, name: itemName(open) },
      submittedAt: open.row.submitted_at.toISOString(),
      status: statusView(open, at),
    }));
  };
  const casesOf = async (personId: string, limit: number) =>
    ledger.many(await store.casesOf(personId, limit));
  const listOf = async (personId: string, limit = 50) => rowsOf(await casesOf(personId, limit));
  return {
    view,
    listOf,
    /** Of somebody’s newest cases those that have not ended. */
    openOf: async (personId: string, limit = 50): Promise<CaseListRow[]> =>
      rowsOf((await casesOf(personId, limit)).filter(({ state }) => !isFinished(state))),
    list: (caller: SignedIn, limit?: number) => listOf(applicantOf(caller), limit),
    get: async (caller: SignedIn, number: string): Promise<CaseView> =>
      view(caller, ownedBy(caller, await ledger.read(await keyOf(caller, number))), undefined),
    ...createAnswering(deps, { lock, view }),
    async document(caller: SignedIn, number: string, document: string) {
      const { row } = ownedBy(caller, await ledger.read(await keyOf(caller, number)));
      if (!row.documents.some((one) => one.document === document))
        throw new Problem('cases.document', 'missing', '没有这份文书');
      return files.papers.paper(document);
    },
  };
}
type Door = {
  lock: (tx: Tx, caller: SignedIn, number: string) => Promise<OpenCase>;
  view: OwnView;
};

/** What an applicant may still do: answer what is asked, urge, or take the application back. */
function createAnswering({ files, ledger, notes, clock }: Deps, { lock, view }: Door) {
  return {
    async mend(tx: Tx, caller: SignedIn, number: string, wish: MendWish): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const found = await files.mine(tx, caller.personId, wish.files);
      refuseFiles(found);
      const mended = mendSlot(open, wish, found);
      await files.letRead(tx, wish.files, open.row.branch);
      return view(caller, await ledger.save(tx, mended), tx);
    },
    async resubmit(tx: Tx, caller: SignedIn, number: string): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const verdict = await ledger.give(tx, open, { type: 'resubmit', by: actorOf(caller) });
      refuseUnmended(open);
      const named = open.row.defects;
      const marks = open.row.marks.filter((mark) => !named.some((defect) => sameSlot(defect, mark)));
      return view(caller, await ledger.save(tx, { ...verdict, row: { ...verdict.row, marks } }), tx);
    },
    async withdraw(tx: Tx, caller: SignedIn, number: string, reason: string): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      const withdrawn = await ledger.give(tx, open, { type: 'withdraw', by: actorOf(caller), ...why });
      return view(caller, await ledger.save(tx, withdrawn), tx);
    },
    /** The applicant says that what they were asked to confirm is right. */
    async confirm(tx: Tx, caller: SignedIn, number: string): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const confirmed = await ledger.give(tx, open, {
        ...{ type: 'settle-ask', by: actorOf(caller), need: 'confirm' },
      });
      return view(caller, await ledger.save(tx, confirmed), tx);
    },
    /** 催办: kept and counted; the holder hears of it, the case itself does not change. */
    async urge(tx: Tx, caller: SignedIn, number: string, say = ''): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const verdict = urgeVerdict(open, await notes.of(tx, open), shanghaiDay(clock()));
      if (!verdict.ok) throw refused(verdict);
      const said = say.trim() === '' ? {} : { say: say.trim() };
      await notes.add(tx, open, { kind: 'urge', by: caller.personId, ...said });
      const { holder_id: holderId } = open.row;
      const told = holderId === undefined ? {} : { holderId };
      await publish(tx, caseUrged({ ...happened(open, clock().toISOString()), ...told }), clock());
      const urged = { ...open, row: { ...open.row, urges: open.row.urges + 1 } };
      return view(caller, await ledger.save(tx, urged), tx);
    },
  };
}
type MendWish = SlotKey & { files: readonly string[] };

function ownedBy(caller: SignedIn, open: OpenCase): OpenCase {
  const { branch, item, person_id: applicantId } = open.row;
  if (!mayReach(caller, { branch, item, applicantId })) throw missingCase();
  return open;
}

/** Replaces the files of a material the notice names; the earlier ones stay on record. */
function mendSlot(open: OpenCase, wish: SlotKey, found: readonly FileRow[]): OpenCase {
  if (!('notice' in open.state)) {
    throw new Problem('cases.no-correction', 'conflict', '这件现在没有要补的材料');
  }
  const { defects } = open.row;
  if (!defects.some((defect) => sameSlot(defect, wish))) {
    throw new Problem('cases.not-named', 'invalid', '补正告知里没有这份材料，只用补列出来的');
  }
  const slots = open.content.slots.map((slot) =>
    sameSlot(slot, wish)
      ? {
          ...slot,
          met: 'files' as const,
          files: [...found],
          earlier: [...(slot.earlier ?? []), ...slot.files],
        }
      : slot,
  );
  const mended = defects.map((defect) => (sameSlot(defect, wish) ? { ...defect, mended: true } : defect));
  return { ...open, content: { ...open.content, slots }, row: { ...open.row, defects: mended } };
}

function refuseUnmended(open: OpenCase): void {
  const left = open.row.defects.filter(({ mended }) => !mended);
  if (left.length === 0) return;
  const faults = left.map((defect) => ({
    pointer: `/materials/${defect.material}`,
    code: 'open',
    message: `${slotName(open.edition, defect).zh}：${defect.say}`,
  }));
  throw new Problem('cases.not-mended', 'invalid', `还有 ${left.length} 处没有补，补齐再交`, faults);
}

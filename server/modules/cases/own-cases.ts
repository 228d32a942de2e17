import type { WorkingCalendar } from '@tongban/calendar';
import { may } from '@tongban/casework';
import type { CaseRow as CaseListRow, CaseView, FileRow } from '@tongban/contract';
import { readValues } from '@tongban/forms';
import { Problem, shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import type { Offices } from '../offices/index.ts';
import { actorOf } from './actors.ts';
import {
  clockViews,
  findCorrection,
  findRefusalView,
  itemName,
  statusView,
  timelineOf,
} from './citizen-view.ts';
import { summaryOf } from './form-facts.ts';
import { refuseFiles } from './laying.ts';
import { type Ledger, missingCase } from './ledger.ts';
import { type OpenCase, type SlotKey, sameSlot } from './model.ts';
import { applicantOf, mayReach } from './rules.ts';
import type { Situations } from './situation.ts';
import { shownSlots, slotName } from './slots.ts';
import type { CaseStore } from './store/cases.ts';

type Deps = Pick<Platform, 'clock'> & {
  store: CaseStore;
  ledger: Ledger;
  situations: Situations;
  offices: Offices;
  files: Pick<Files, 'mine' | 'letRead' | 'papers'>;
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
  const view = (caller: SignedIn, open: OpenCase) => viewOf(deps, caller, open);
  return {
    view,
    async list(caller: SignedIn, limit = 50): Promise<CaseListRow[]> {
      const at = { calendar, today: shanghaiDay(clock()) };
      const cases = await ledger.many(await store.casesOf(applicantOf(caller), limit));
      return cases.map((open) => ({
        ...{ case: open.row.case_number, item: open.row.item, name: itemName(open) },
        submittedAt: open.row.submitted_at.toISOString(),
        status: statusView(open, at),
      }));
    },
    get: async (caller: SignedIn, number: string): Promise<CaseView> =>
      view(caller, ownedBy(caller, await ledger.read(await keyOf(caller, number)))),
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
  view: (caller: SignedIn, open: OpenCase) => CaseView;
};

/** What an applicant may still do: answer a correction notice, or take the application back. */
function createAnswering({ files, ledger }: Deps, { lock, view }: Door) {
  return {
    async mend(tx: Tx, caller: SignedIn, number: string, wish: MendWish): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const found = await files.mine(tx, caller.personId, wish.files);
      refuseFiles(found);
      const mended = mendSlot(open, wish, found);
      await files.letRead(tx, wish.files, open.row.branch);
      return view(caller, await ledger.save(tx, mended));
    },
    async resubmit(tx: Tx, caller: SignedIn, number: string): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const verdict = await ledger.give(tx, open, { type: 'resubmit', by: actorOf(caller) });
      refuseUnmended(open);
      const named = open.row.defects;
      const marks = open.row.marks.filter((mark) => !named.some((defect) => sameSlot(defect, mark)));
      return view(caller, await ledger.save(tx, { ...verdict, row: { ...verdict.row, marks } }));
    },
    async withdraw(tx: Tx, caller: SignedIn, number: string, reason: string): Promise<CaseView> {
      const open = await lock(tx, caller, number);
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      return view(
        caller,
        await ledger.save(tx, await ledger.give(tx, open, { type: 'withdraw', by: actorOf(caller), ...why })),
      );
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

function viewOf(deps: Deps, caller: SignedIn, open: OpenCase): CaseView {
  const { row, content, edition } = open;
  const at = { calendar: deps.calendar, today: shanghaiDay(deps.clock()) };
  const office = deps.offices.organisation(row.office);
  const form = deps.situations.formOf(edition, content.answers);
  const [correction, refusal] = [findCorrection(open), findRefusalView(open)];
  return {
    ...{ case: row.case_number, item: row.item, edition: row.edition_id, division: row.division },
    ...{ name: itemName(open), submittedAt: row.submitted_at.toISOString(), status: statusView(open, at) },
    office: office === undefined ? { zh: '公安机关' } : { zh: office.name, en: office.name_en },
    ...{ clocks: clockViews(open, at), timeline: timelineOf(open.actions), slots: shownSlots(content.slots) },
    summary: summaryOf(form, readValues(form, content.values)),
    documents: row.documents,
    mayWithdraw: may(open.state, { type: 'withdraw', by: actorOf(caller) }, open.plan).ok,
    ...(correction === undefined ? {} : { correction }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(row.licence_id === undefined ? {} : { licence: row.licence_id }),
  };
}

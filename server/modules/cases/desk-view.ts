import { dueOn, type Limit, type WorkingCalendar } from '@tongban/calendar';
import { findDecidingStep } from '@tongban/casework';
import type { DeskCase, TaskRow } from '@tongban/contract';
import { readValues } from '@tongban/forms';
import { maskCitizenNumber, maskName, maskPhone, shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn } from '../../platform/index.ts';
import type { Identity, Person } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import { clockViews, findCorrection, statusView } from './citizen-view.ts';
import { ACTION_NAMES, findDetail, STATE_NAMES } from './desk-words.ts';
import { maskedSummary, maskText } from './form-facts.ts';
import { sideOf } from './marks.ts';
import type { CaseSlot, OpenCase } from './model.ts';
import { permittedOf, stepFor } from './permitted.ts';
import type { Situations } from './situation.ts';
import { shownSlots } from './slots.ts';

type Deps = Pick<Platform, 'clock'> & {
  offices: Offices;
  identity: Pick<Identity, 'persons'>;
  situations: Situations;
  calendar: WorkingCalendar;
  replyWithin: Limit;
};
export type DeskView = ReturnType<typeof createDeskView>;

/** The last day of a notice given today. */
export function replyBy(calendar: WorkingCalendar, today: string, within: Limit): string {
  return dueOn(calendar, today, within).dueOn;
}

/** 待办与办件（内部）: what the desk sees; the applicant and everyone else in the case are masked. */
export function createDeskView(deps: Deps) {
  const { identity, offices, clock, calendar } = deps;
  const at = () => ({ calendar, today: shanghaiDay(clock()) });
  return {
    async tasks(caller: SignedIn, cases: readonly OpenCase[]): Promise<TaskRow[]> {
      const people = await identity.persons([...new Set(cases.flatMap(({ row }) => row.holder_id ?? []))]);
      return cases.map((open) => taskRow(open, { caller, people, at: at(), offices }));
    },
    async one(caller: SignedIn, open: OpenCase): Promise<DeskCase> {
      const { row, content, edition, state } = open;
      const people = await identity.persons([
        ...new Set([row.person_id, ...open.actions.map(({ by }) => by.id).filter(isPerson)]),
      ]);
      const form = deps.situations.formOf(edition, content.answers);
      return {
        ...{ case: row.case_number, item: row.item, itemName: edition.folder.item.name },
        ...{ edition: row.edition_id, division: row.division },
        office: offices.organisation(row.office)?.name ?? '',
        ...{ state: state.status, stateName: STATE_NAMES[state.status], status: statusView(open, at()) },
        ...stepView(open, caller),
        applicant: applicantView(people.get(row.person_id)),
        answers: content.answers,
        summary: maskedSummary(form, readValues(form, content.values)),
        slots: shownSlots(content.slots.map(maskedSlot)),
        marks: row.marks
          .filter(({ side }) => side === sideOf(open))
          .map(({ side: _side, by: _by, ...mark }) => mark),
        clocks: clockViews(open, at()),
        actions: actionsOf(open, people),
        documents: row.documents,
        ...correctionView(open, deps),
        permitted: permittedOf(open, caller),
        version: row.version,
      };
    },
  };
}

type Around = {
  caller: SignedIn;
  people: ReadonlyMap<string, Person>;
  at: { calendar: WorkingCalendar; today: string };
  offices: Offices;
};

function taskRow(open: OpenCase, { caller, people, at, offices }: Around): TaskRow {
  const { row } = open;
  const clocks = clockViews(open, at);
  const shown = clocks.find(({ kind }) => kind === 'promised') ?? clocks[0];
  const holder = people.get(row.holder_id ?? '')?.name;
  return {
    ...{ case: row.case_number, item: row.item, itemName: open.edition.folder.item.name },
    ...{ applicant: row.applicant, state: row.state, stateName: STATE_NAMES[open.state.status] },
    office: offices.organisation(row.office)?.name ?? '',
    submittedAt: row.submitted_at.toISOString(),
    mine: row.holder_id === caller.personId,
    ...(shown === undefined ? {} : { clock: shown }),
    ...(holder === undefined ? {} : { holder }),
  };
}

/** Machines act under names of their own. */
function isPerson(id: string): boolean {
  return id !== 'worker';
}

function stepView(open: OpenCase, caller: SignedIn): Pick<DeskCase, 'step'> {
  const deciding = open.state.status === 'awaiting-decision' ? findDecidingStep(open.plan) : undefined;
  const step = stepFor(open, caller) ?? deciding;
  return step === undefined ? {} : { step: { id: step.id, name: step.name.zh, role: step.role } };
}

function applicantView(person: Person | undefined): DeskCase['applicant'] {
  if (person === undefined) return { name: '*', citizenNumber: '' };
  const { name, citizenNumber = '', phone } = person;
  return {
    name: maskName(name),
    citizenNumber: maskCitizenNumber(citizenNumber),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
  };
}

function maskedSlot(slot: CaseSlot): CaseSlot {
  const { files, licence } = slot;
  return {
    ...slot,
    files: files.map((file) => ({ ...file, name: maskText(file.name) })),
    ...(licence === undefined ? {} : { licence: { ...licence, number: maskText(licence.number) } }),
  };
}

function actionsOf({ actions, row }: OpenCase, people: ReadonlyMap<string, Person>): DeskCase['actions'] {
  return actions
    .filter(({ type }) => type !== 'opened')
    .map((action) => {
      const detail = findDetail(action);
      const { id } = action.by;
      const colleague = isPerson(id) ? (people.get(id)?.name ?? '') : '系统';
      return {
        at: action.at,
        by: id === row.person_id || id === row.filed_by ? '申请人' : colleague,
        what: ACTION_NAMES[action.type],
        ...(detail === undefined ? {} : { detail: maskText(detail) }),
      };
    });
}

function correctionView(open: OpenCase, deps: Deps): Pick<DeskCase, 'correction' | 'noticeDueOn'> {
  const correction = findCorrection(open);
  if (correction !== undefined) return { correction };
  const { state } = open;
  const accepted = state.status !== 'submitted' && state.status !== 'pre-review';
  const phase = accepted ? 'after-acceptance' : 'before-acceptance';
  const notices = 'file' in state && 'notices' in state.file ? state.file.notices : [];
  const open_ = ['submitted', 'pre-review', 'accepted', 'in-review', 'awaiting-decision'];
  if (!open_.includes(state.status) || notices.some((notice) => notice.phase === phase)) return {};
  return { noticeDueOn: replyBy(deps.calendar, shanghaiDay(deps.clock()), deps.replyWithin) };
}

import { dueOn, type Limit, type WorkingCalendar } from '@tongban/calendar';
import type { DeskCase } from '@tongban/contract';
import { readValues } from '@tongban/forms';
import { shanghaiDay } from '@tongban/kernel';
import { can, maskedBy, type Platform, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Identity, Person } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import { clockViews, findCorrection, statusView } from './citizen-view.ts';
import { courseView, peopleIn } from './desk-course.ts';
import { STATE_NAMES } from './desk-words.ts';
import { maskedSummary, maskText } from './form-facts.ts';
import type { Holding } from './holding.ts';
import { sideOf } from './marks.ts';
import { aboutCase, type CaseSlot, type OpenCase } from './model.ts';
import type { Notes } from './notes.ts';
import { permittedOf } from './permitted.ts';
import type { Situations } from './situation.ts';
import { shownSlots } from './slots.ts';

type Deps = Pick<Platform, 'clock'> & {
  offices: Offices;
  identity: Pick<Identity, 'persons'>;
  situations: Situations;
  notes: Pick<Notes, 'of'>;
  holding: Pick<Holding, 'find'>;
  payments: Pick<Payments, 'stateOf'>;
  calendar: WorkingCalendar;
  replyWithin: Limit;
};
export type DeskView = ReturnType<typeof createDeskView>;

/** The last day of a notice given today. */
export function replyBy(calendar: WorkingCalendar, today: string, within: Limit): string {
  return dueOn(calendar, today, within).dueOn;
}

/** 办件（内部）: what the desk sees; the applicant and everyone else in the case are masked. */
export function createDeskView(deps: Deps) {
  const { identity, offices, clock, calendar } = deps;
  const at = () => ({ calendar, today: shanghaiDay(clock()) });
  return {
    /** One case, read in the transaction of the act where there is one. */
    async one(caller: SignedIn, open: OpenCase, tx: Tx | undefined): Promise<DeskCase> {
      const { row, content, edition, state } = open;
      const notes = await deps.notes.of(tx, open);
      const held = await deps.holding.find(tx, open);
      const payment = await deps.payments.stateOf(aboutCase(open), tx);
      const people = await identity.persons(peopleIn({ open, notes, held }));
      const form = deps.situations.formOf(edition, content.answers);
      return {
        ...{ case: row.case_number, item: row.item, itemName: edition.folder.item.name },
        ...{ edition: row.edition_id, division: row.division },
        office: offices.organisation(row.office)?.name ?? '',
        channel: channelOf(open),
        ...{ state: state.status, stateName: STATE_NAMES[state.status], status: statusView(open, at()) },
        applicant: applicantView(caller, open, people.get(row.person_id)),
        answers: content.answers,
        summary: maskedSummary(form, readValues(form, content.values), offices),
        slots: shownSlots(content.slots.map(maskedSlot)),
        marks: row.marks
          .filter(({ side }) => side === sideOf(open))
          .map(({ side: _side, by: _by, ...mark }) => mark),
        clocks: clockViews(open, at()),
        documents: row.documents,
        ...courseView({ open, caller, notes, held, people, offices }),
        ...correctionView(open, deps),
        ...(payment === undefined ? {} : { payment }),
        permitted: permittedOf(open, caller),
        version: row.version,
      };
    },
  };
}

/** The applicant as the policy lets this caller see them. */
function applicantView(
  caller: SignedIn,
  { row: { branch, item } }: OpenCase,
  person: Person | undefined,
): DeskCase['applicant'] {
  if (person === undefined) return { name: '*', citizenNumber: '' };
  const { name, citizenNumber = '', phone } = person;
  const shown = { name, citizenNumber, ...(phone === undefined ? {} : { phone }) };
  return maskedBy(can(caller, 'read', { kind: 'case', branch, item }), shown);
}

function maskedSlot(slot: CaseSlot): CaseSlot {
  const { files, licence } = slot;
  return {
    ...slot,
    files: files.map((file) => ({ ...file, name: maskText(file.name) })),
    ...(licence === undefined ? {} : { licence: { ...licence, number: maskText(licence.number) } }),
  };
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

/** Where a case was handed in, fixed when it was opened. */
function channelOf({ actions }: OpenCase): string {
  const opened = actions.find(({ type }) => type === 'opened');
  return opened?.type === 'opened' ? opened.file.channel : 'web';
}

import { findAcceptedFile, findDecidingStep, type Step } from '@tongban/casework';
import type { DeskCase } from '@tongban/contract';
import type { SignedIn } from '../../platform/index.ts';
import type { Person } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import { isApplicants } from './actors.ts';
import { ACTION_NAMES, findDetail } from './desk-words.ts';
import { maskText } from './form-facts.ts';
import { heldView } from './holding.ts';
import type { OpenCase } from './model.ts';
import { type Note, urgesOf } from './notes.ts';
import { stepFor } from './permitted.ts';
import type { HeldRow } from './store/tables.ts';

/** What the course of a case is told from; `people` knows everybody `peopleIn` names. */
type Course = {
  open: OpenCase;
  caller: SignedIn;
  notes: readonly Note[];
  held: HeldRow | undefined;
  people: ReadonlyMap<string, Person>;
  offices: Pick<Offices, 'organisation'>;
};
type Shown = 'step' | 'actions' | 'urges' | 'held' | 'assignment' | 'procedures' | 'running' | 'asks';

/** 办理经过: where a case stands, who did what, what waits for whom. */
export function courseView(course: Course): Pick<DeskCase, Shown | 'extensionAsked'> {
  const { notes } = course;
  return {
    ...stepView(course),
    actions: actionsOf(course),
    urges: urgesOf(notes).map(({ at, say }) => ({
      at,
      ...(say === undefined ? {} : { say: maskText(say) }),
    })),
    ...waitingView(course),
    ...assignmentView(course),
    ...proceduresView(course),
  };
}

/** Everybody a case names, for one look at identity. */
export function peopleIn({ open, notes, held }: Pick<Course, 'open' | 'notes' | 'held'>): string[] {
  const reviewer = findAcceptedFile(open.state)?.assignment?.reviewerId;
  const named = [open.row.person_id, held?.by_id, reviewer, ...notes.map(({ by }) => by)];
  const acted = open.actions.map(({ by }) => by.id);
  return [...new Set([...named, ...acted])].filter((id) => id !== undefined).filter(isPerson);
}

/** Machines act under names of their own. */
function isPerson(id: string): boolean {
  return id !== 'worker';
}

function stepView({ open, caller }: Course): Pick<DeskCase, 'step'> {
  const { state, plan } = open;
  const deciding = state.status === 'awaiting-decision' ? findDecidingStep(plan) : undefined;
  const step = stepFor(open, caller) ?? deciding;
  if (step === undefined) return {};
  const { id, name, role } = step;
  return { step: { id, name: name.zh, role, ...signaturesView(open, step) } };
}

/** 会签: how many must sign, and how many have. */
function signaturesView({ state }: OpenCase, { id, signatures: needed }: Step) {
  if (needed < 2 || state.status !== 'in-review') return {};
  const given = state.open.find(({ step }) => step === id)?.signedBy.length ?? 0;
  return { signatures: { needed, given } };
}

function actionsOf({ open, people, notes }: Course): DeskCase['actions'] {
  const name = (id: string) => (isPerson(id) ? (people.get(id)?.name ?? '') : '系统');
  const { actions } = open;
  const done = actions
    .filter(({ type }) => type !== 'opened')
    .map((action) => {
      const detail = findDetail(action);
      return {
        at: action.at,
        by: isApplicants(action) ? '申请人' : name(action.by.id),
        what: ACTION_NAMES[action.type],
        ...(detail === undefined ? {} : { detail: maskText(detail) }),
      };
    });
  const printed = notes.flatMap((note) =>
    note.kind === 'reprint'
      ? [
          {
            at: note.at,
            by: name(note.by),
            what: '重新打印',
            detail: maskText(`${note.title}：${note.reason}`),
          },
        ]
      : [],
  );
  return [...done, ...printed].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function waitingView({ held, caller, people, open }: Course): Pick<DeskCase, 'held' | 'extensionAsked'> {
  const asked = findAcceptedFile(open.state)?.extensionAsked;
  const name = (id: string) => people.get(id)?.name ?? '';
  const decision =
    held === undefined
      ? {}
      : { held: heldView(held, { name: name(held.by_id), mine: held.by_id === caller.personId }) };
  if (asked === undefined) return decision;
  const { procedure, days, reason, by } = asked;
  return { ...decision, extensionAsked: { procedure, days, reason, by: name(by) } };
}

function assignmentView({ open, people, offices }: Course): Pick<DeskCase, 'assignment'> {
  const assignment = findAcceptedFile(open.state)?.assignment;
  if (assignment === undefined) return {};
  const { unit, reviewerId, why } = assignment;
  const person = people.get(reviewerId ?? '')?.name;
  const named = offices.organisation(unit.split('/').at(-1) ?? unit)?.name ?? unit;
  return { assignment: { unit: named, why, ...(person === undefined ? {} : { person }) } };
}

/** 特别程序: what the edition knows, what runs now, and what the applicant was asked to do. */
function proceduresView({ open }: Course): Pick<DeskCase, 'procedures' | 'running' | 'asks'> {
  const { plan, state } = open;
  const procedures = plan.specialProcedures.map(({ id, name, type, max }) => ({
    ...{ id, name: name.zh, type, days: max.days, unit: max.unit },
  }));
  const asks = 'file' in state && 'asks' in state.file ? [...state.file.asks] : [];
  if (state.status !== 'special-procedure') return { procedures, asks };
  const { procedure, since, dueOn } = state.running;
  const name = procedures.find(({ id }) => id === procedure)?.name ?? '';
  return { procedures, asks, running: { procedure, name, since, dueOn } };
}

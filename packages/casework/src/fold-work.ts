import { type Day, shanghaiDay } from '@tongban/kernel';
import type { ActionOf } from './actions.ts';
import { type CasePlan, reviewGroups, type Step } from './plan.ts';
import type { AcceptedFile, CaseState, OpenStep, RunningProcedure, StateOf, Work } from './state.ts';
import { within } from './within.ts';

const working = ['accepted', 'in-review', 'awaiting-decision'] as const;
const standing = ['correction-after-acceptance', 'special-procedure'] as const;

export type WorkAction = ActionOf<
  | 'assigned'
  | 'step-passed'
  | 'step-returned'
  | 'special-procedure-started'
  | 'special-procedure-ended'
  | 'extension-requested'
  | 'extension-declined'
  | 'limit-extended'
>;

/** Actions between acceptance and decision. */
export function applyWork(state: CaseState, action: WorkAction, plan: CasePlan): CaseState {
  switch (action.type) {
    case 'assigned':
      return assigned(within(state, [...working, ...standing], action.type), action, plan);
    case 'step-passed':
      return stepPassed(within(state, ['in-review'], action.type), action, plan);
    case 'step-returned':
      return stepReturned(within(state, ['in-review', 'awaiting-decision'], action.type), action, plan);
    case 'special-procedure-started':
      return procedureStarted(within(state, working, action.type), action);
    case 'special-procedure-ended': {
      const { file, resume } = within(state, ['special-procedure'], action.type);
      return { ...resume, file: resumed(file, shanghaiDay(action.at)) };
    }
    case 'extension-requested':
    case 'extension-declined':
    case 'limit-extended':
      return extended(within(state, working, action.type), action);
  }
}

/** A case that stands still is given to somebody else where it stands; one just accepted begins its steps. */
function assigned(
  state: StateOf<(typeof working)[number] | (typeof standing)[number]>,
  action: ActionOf<'assigned'>,
  plan: CasePlan,
): CaseState {
  const file = { ...state.file, assignment: action.assignment };
  const begun = openGroup(plan, 0, shanghaiDay(action.at));
  if ('resume' in state) {
    return { ...state, file, resume: state.resume.status === 'accepted' ? begun : state.resume };
  }
  return state.status === 'accepted' ? { ...begun, file } : { ...state, file };
}

function stepPassed(state: StateOf<'in-review'>, action: ActionOf<'step-passed'>, plan: CasePlan): CaseState {
  const on = shanghaiDay(action.at);
  const signature = { step: action.step, by: action.by.id, on };
  const file = { ...state.file, signatures: [...state.file.signatures, signature] };
  const [first, ...others] = state.open
    .map((open) =>
      open.step === action.step ? { ...open, signedBy: [...open.signedBy, action.by.id] } : open,
    )
    .filter((open) => open.signedBy.length < signaturesNeeded(plan, open.step));
  if (first !== undefined) return { status: 'in-review', open: [first, ...others], file: unassigned(file) };
  return { ...openGroup(plan, groupOf(plan, action.step) + 1, on), file: unassigned(file) };
}

function stepReturned(
  state: StateOf<'in-review' | 'awaiting-decision'>,
  action: ActionOf<'step-returned'>,
  plan: CasePlan,
): CaseState {
  const groups = reviewGroups(plan);
  const current = state.status === 'in-review' ? groupOf(plan, action.step) : groups.length;
  return { ...openGroup(plan, current - 1, shanghaiDay(action.at)), file: unassigned(state.file) };
}

function procedureStarted(
  state: StateOf<(typeof working)[number]>,
  action: ActionOf<'special-procedure-started'>,
): CaseState {
  const { file, ...resume } = state;
  const since = shanghaiDay(action.at);
  const running: RunningProcedure = { procedure: action.procedure, since, dueOn: action.dueOn };
  const pauses = [...file.pauses, { cause: 'special-procedure' as const, from: since }];
  return { status: 'special-procedure', file: { ...file, pauses }, running, resume };
}

function extended(
  state: StateOf<(typeof working)[number]>,
  action: ActionOf<'extension-requested' | 'extension-declined' | 'limit-extended'>,
): CaseState {
  const { extensionAsked: _settled, ...file } = state.file;
  if (action.type === 'extension-declined') return { ...state, file };
  const on = shanghaiDay(action.at);
  const { procedure, days } = action;
  if (action.type === 'extension-requested') {
    const extensionAsked = { procedure, days, reason: action.reason, by: action.by.id, on };
    return { ...state, file: { ...file, extensionAsked } };
  }
  const { unit } = action;
  return { ...state, file: { ...file, extensions: [...file.extensions, { procedure, days, unit, on }] } };
}

/** Ends the pause that is still open. */
export function resumed(file: AcceptedFile, on: Day): AcceptedFile {
  return {
    ...file,
    pauses: file.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: on } : pause)),
  };
}

function openGroup(plan: CasePlan, place: number, since: Day): Work {
  const [first, ...others] = (reviewGroups(plan)[place] ?? []).map((step) => opened(step, since));
  return first === undefined
    ? { status: 'awaiting-decision', since }
    : { status: 'in-review', open: [first, ...others] };
}

function opened(step: Step, since: Day): OpenStep {
  return { step: step.id, since, signedBy: [] };
}

function groupOf(plan: CasePlan, stepId: string): number {
  return reviewGroups(plan).findIndex((group) => group.some((step) => step.id === stepId));
}

function signaturesNeeded(plan: CasePlan, stepId: string): number {
  return plan.steps.find((step) => step.id === stepId)?.signatures ?? 1;
}

/** A reviewer is assigned for the steps then open; the unit stays, the next reviewer is chosen anew. */
function unassigned(file: AcceptedFile): AcceptedFile {
  const { assignment, ...rest } = file;
  if (assignment === undefined) return file;
  return { ...rest, assignment: { unit: assignment.unit, why: assignment.why } };
}

import { shanghaiDay } from '@tongban/kernel';
import type { Action, ActionOf } from './actions.ts';
import { resumed } from './fold-work.ts';
import type { CaseFile, CaseState, CorrectionNotice, FiledFile, StateOf } from './state.ts';
import { within } from './within.ts';

export type IntakeAction = ActionOf<
  | 'opened'
  | 'draft-saved'
  | 'submitted'
  | 'pre-review-started'
  | 'correction-requested'
  | 'resubmitted'
  | 'accepted'
  | 'not-accepted'
>;

const corrections = ['correction-before-acceptance', 'correction-after-acceptance'] as const;
const untouched = ['submitted', 'pre-review'] as const;

/** Actions from the first draft to acceptance, and the answer to any correction notice. */
export function applyIntake(state: CaseState, action: IntakeAction): CaseState {
  switch (action.type) {
    case 'opened':
      within(state, ['none'], action.type);
      return { status: 'draft', file: action.file };
    case 'draft-saved':
      return within(state, ['draft'], action.type);
    case 'submitted':
      return submitted(within(state, ['draft'], action.type).file, action);
    case 'pre-review-started':
      return { status: 'pre-review', file: takenIn(within(state, ['submitted'], action.type).file, action) };
    case 'correction-requested':
      return correctionRequested(state, action);
    case 'resubmitted':
      return resubmitted(within(state, corrections, action.type), action);
    case 'accepted':
      return accepted(within(state, untouched, action.type).file, action);
    case 'not-accepted': {
      const file = takenIn(within(state, untouched, action.type).file, action);
      return { status: 'not-accepted', file, refusal: action.refusal, on: shanghaiDay(action.at) };
    }
  }
}

function submitted(file: CaseFile, action: ActionOf<'submitted'>): CaseState {
  const filed: FiledFile = {
    ...file,
    number: action.number,
    receivedOn: shanghaiDay(action.at),
    intakeBy: action.by.role === 'clerk' ? [action.by.id] : [],
    notices: [],
    asks: [],
  };
  return { status: 'submitted', file: filed };
}

function correctionRequested(state: CaseState, action: ActionOf<'correction-requested'>): CaseState {
  const notice: CorrectionNotice = {
    phase: action.phase,
    missing: action.missing,
    givenOn: shanghaiDay(action.at),
    replyBy: action.replyBy,
  };
  if (action.phase === 'before-acceptance') {
    const file = takenIn(within(state, ['submitted', 'pre-review'], action.type).file, action);
    return {
      status: 'correction-before-acceptance',
      file: { ...file, notices: [...file.notices, notice] },
      notice,
    };
  }
  const { file, ...resume } = within(state, ['accepted', 'in-review', 'awaiting-decision'], action.type);
  return {
    status: 'correction-after-acceptance',
    file: {
      ...file,
      notices: [...file.notices, notice],
      pauses: [...file.pauses, { cause: 'correction', from: notice.givenOn }],
    },
    notice,
    resume,
  };
}

function resubmitted(
  state: StateOf<(typeof corrections)[number]>,
  action: ActionOf<'resubmitted'>,
): CaseState {
  const on = shanghaiDay(action.at);
  if (state.status === 'correction-before-acceptance') {
    return { status: 'submitted', file: { ...state.file, receivedOn: on } };
  }
  return { ...state.resume, file: resumed(state.file, on) };
}

function accepted(file: FiledFile, action: ActionOf<'accepted'>): CaseState {
  const { on, deemed, limits } = action;
  return {
    status: 'accepted',
    file: {
      ...takenIn(file, action),
      acceptance: { on, deemed, limits },
      signatures: [],
      pauses: [],
      extensions: [],
    },
  };
}

/** Remembers who took part in the intake; the machine is nobody's colleague. */
function takenIn(file: FiledFile, action: Action): FiledFile {
  const { id, role } = action.by;
  if (role === 'worker' || file.intakeBy.includes(id)) return file;
  return { ...file, intakeBy: [...file.intakeBy, id] };
}

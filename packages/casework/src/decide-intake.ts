import { addWorkingDays, type WorkingCalendar } from '@tongban/calendar';
import type { Day } from '@tongban/kernel';
import type { CommandOf } from './commands.ts';
import type { Limits } from './plan.ts';
import { no } from './refusals.ts';
import { APPLICANT_SIDE, standsFor } from './roles.ts';
import { findRefusalFault, isBlank, type Outcome, type Scene, yes } from './scene.ts';
import { type CaseState, findAcceptedFile } from './state.ts';

/** 行政许可法 32: within so many working days everything missing is told at once, else the case counts as accepted. */
export const ANSWER_WITHIN_DAYS = 5;

export type IntakeCommand = CommandOf<
  | 'save-draft'
  | 'submit'
  | 'pre-review'
  | 'request-correction'
  | 'resubmit'
  | 'expire-correction'
  | 'accept'
  | 'deem-accepted'
  | 'not-accept'
>;

/** Commands from draft to acceptance, and all about correction notices. */
export function decideIntake(command: IntakeCommand, scene: Scene): Outcome {
  const { mark } = scene;
  switch (command.type) {
    case 'save-draft':
    case 'submit':
      return decideFiling(command, scene);
    case 'pre-review':
      return yes({ type: 'pre-review-started', ...mark });
    case 'request-correction':
      return decideCorrection(command, scene);
    case 'resubmit':
      return yes({ type: 'resubmitted', ...mark });
    case 'expire-correction':
      return answerIsLate(scene) ? yes({ type: 'correction-expired', ...mark }) : no('not-yet-due');
    case 'accept':
      return accept(scene, command.limits);
    case 'deem-accepted':
      return findDeemedAcceptance(scene.state, scene.rules.calendar, scene.today) === undefined
        ? no('not-yet-due')
        : accept(scene, command.limits);
    case 'not-accept':
      return decideNotAccepted(command, scene);
  }
}

/** 视为受理: the day from which a case counts as accepted because nobody answered in time; undefined when it does not. */
export function findDeemedAcceptance(
  state: CaseState,
  calendar: WorkingCalendar,
  today: Day,
): Day | undefined {
  if (state.status !== 'submitted' && state.status !== 'pre-review') return undefined;
  const { receivedOn } = state.file;
  return today > answerDueOn(calendar, receivedOn) ? receivedOn : undefined;
}

/** The last day on which the bureau may still ask for corrections of materials received on a day. */
export function answerDueOn(calendar: WorkingCalendar, receivedOn: Day): Day {
  return addWorkingDays(calendar, receivedOn, ANSWER_WITHIN_DAYS);
}

function decideFiling(command: CommandOf<'save-draft' | 'submit'>, { state, mark }: Scene): Outcome {
  const { file, by } = command;
  const fresh = state.status === 'none';
  if (fresh && APPLICANT_SIDE.includes(by.role) && !standsFor(by, file.applicantId))
    return no('not-own-case');
  if (fresh && by.role === 'clerk' && by.id === file.applicantId) return no('own-case');
  const opened = fresh ? [{ type: 'opened' as const, file, ...mark }] : [];
  if (command.type === 'submit')
    return yes(...opened, { type: 'submitted', number: command.number, ...mark });
  return yes(...(fresh ? opened : [{ type: 'draft-saved' as const, ...mark }]));
}

function decideCorrection(command: CommandOf<'request-correction'>, scene: Scene): Outcome {
  const { state, rules, today, mark } = scene;
  if (state.status === 'none' || state.status === 'draft') return no('wrong-state');
  const phase = findAcceptedFile(state) === undefined ? 'before-acceptance' : 'after-acceptance';
  const { missing, replyBy } = command;
  if (missing.length === 0 || missing.some(({ what }) => isBlank(what))) return no('nothing-listed');
  if (state.file.notices.some((notice) => notice.phase === phase)) return no('second-notice');
  if (findDeemedAcceptance(state, rules.calendar, today) !== undefined) return no('deemed-accepted');
  if (replyBy <= today) return no('reply-day');
  return yes({ type: 'correction-requested', phase, missing, replyBy, ...mark });
}

function answerIsLate({ state, today }: Scene): boolean {
  return 'notice' in state && today > state.notice.replyBy;
}

/** Accepts from today, or from the day of receipt when the five days have run out. */
function accept({ state, rules, today, mark }: Scene, limits: Limits = rules.plan.limits): Outcome {
  const deemedFrom = findDeemedAcceptance(state, rules.calendar, today);
  const deemed = deemedFrom !== undefined;
  return yes({ type: 'accepted', on: deemedFrom ?? today, deemed, limits, ...mark });
}

function decideNotAccepted(command: CommandOf<'not-accept'>, { state, rules, today, mark }: Scene): Outcome {
  const fault = findRefusalFault(command.refusal);
  if (fault !== undefined) return fault;
  if (findDeemedAcceptance(state, rules.calendar, today) !== undefined) return no('deemed-accepted');
  return yes({ type: 'not-accepted', refusal: command.refusal, ...mark });
}

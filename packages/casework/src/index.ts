export type { Action, ActionOf, ActionType } from './actions.ts';
export { citizenEvent } from './citizen-event.ts';
export { type CitizenLine, citizenLine } from './citizen-line.ts';
export {
  type CitizenStatus,
  citizenStatus,
  HEADLINES,
  type Headline,
} from './citizen-status.ts';
export { dayWords } from './citizen-words.ts';
export { type ClockReading, type Clocks, type Run, readClock, readClocks } from './clocks.ts';
export {
  COMMAND_RULES,
  type Command,
  type CommandOf,
  type CommandType,
  type DecisionType,
} from './commands.ts';
export { decide } from './decide.ts';
export { ANSWER_WITHIN_DAYS, answerDueOn, findDeemedAcceptance } from './decide-intake.ts';
export { dispatch } from './dispatch.ts';
export type { Colleague, DeskRole, Dispatched, DispatchRule, DispatchUnit } from './dispatch-facts.ts';
export { barredFrom, needsHolder, stepToGive, type WaitingRules, waitingLight } from './dispatch-waiting.ts';
export { apply, fold } from './fold.ts';
export {
  type ClockRules,
  clockColour,
  LIGHT_DEFAULTS,
  LIGHT_REASONS,
  type Light,
  type LightReason,
  type LightRules,
  type LightThresholds,
  lightOf,
} from './light.ts';
export { lightDays } from './light-days.ts';
export { may, type Wish } from './may.ts';
export {
  type CasePlan,
  decidingRole,
  findDecidingStep,
  isSettledAtWindow,
  type Limits,
  type PlanSource,
  planOf,
  planSteps,
  reviewGroups,
  type SpecialProcedure,
  type Step,
  type StepSource,
} from './plan.ts';
export { type No, REFUSALS, type Verdict, type Why } from './refusals.ts';
export { type Actor, APPLICANT_SIDE, ROLES, type Role, standsFor } from './roles.ts';
export type { Outcome, Rules } from './scene.ts';
export {
  type AcceptedFile,
  type ActorRef,
  type Ask,
  type Assignment,
  type CaseFile,
  type CaseState,
  CHANNELS,
  type Channel,
  type CorrectionNotice,
  type DecidedFile,
  type Decision,
  type Delivery,
  type Ending,
  type FiledFile,
  findAcceptedFile,
  findGrant,
  findRefusal,
  isFinished,
  type Missing,
  type Need,
  NO_CASE,
  REMEDIES,
  type Refusal,
  type Remedy,
  type StateOf,
  type Status,
} from './state.ts';
export { mayUrge } from './urge.ts';

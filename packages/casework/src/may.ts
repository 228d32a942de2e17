import { COMMAND_RULES, type CommandType } from './commands.ts';
import {
  type CasePlan,
  decidingRole,
  findDecidingStep,
  isSettledAtWindow,
  reviewGroups,
  type Step,
} from './plan.ts';
import { no, type Verdict, YES } from './refusals.ts';
import { type Actor, APPLICANT_SIDE, standsFor } from './roles.ts';
import { type CaseState, findAcceptedFile, findGrant, isFinished, type StateOf } from './state.ts';

/** What someone would like to do; `step` names the review step, else any open one will do. */
export type Wish = { readonly type: CommandType; readonly by: Actor; readonly step?: string };

/** Whether this person may give this command now: state, role, ownership, assignment and separation of duty. */
export function may(state: CaseState, wish: Wish, plan: CasePlan): Verdict {
  const revokes = wish.type === 'revoke' && findGrant(state) !== undefined;
  if (isFinished(state) && !revokes) return no('finished');
  const rule = COMMAND_RULES[wish.type];
  if (!rule.from.includes(state.status)) return no('wrong-state');
  if (!rule.roles.includes(wish.by.role)) return no('role');
  const owned = mayTouch(state, wish.by);
  return owned.ok ? maySign(state, wish, plan) : owned;
}

function mayTouch(state: CaseState, by: Actor): Verdict {
  if (state.status === 'none') return YES;
  const { applicantId } = state.file;
  if (APPLICANT_SIDE.includes(by.role)) return standsFor(by, applicantId) ? YES : no('not-own-case');
  return by.id === applicantId ? no('own-case') : YES;
}

function maySign(state: CaseState, wish: Wish, plan: CasePlan): Verdict {
  if (wish.type === 'revoke') return mayRevoke(state, wish.by);
  if (wish.type === 'grant' || wish.type === 'refuse') return mayDecide(state, wish.by, plan);
  if (wish.type === 'return' || wish.type === 'forward') return notIntake(state, wish.by);
  if (wish.type === 'request-extension') return mayAskExtension(state);
  if (wish.type === 'approve-extension' || wish.type === 'decline-extension')
    return mayExtend(state, wish.by);
  if (wish.type === 'request-correction') return mayCorrect(state, wish.by);
  if (wish.type === 'pass-step' || wish.type === 'return-step') return mayStep(state, wish, plan);
  return YES;
}

/** Before acceptance the window asks for corrections, afterwards the reviewer does. */
function mayCorrect(state: CaseState, by: Actor): Verdict {
  const accepted = findAcceptedFile(state) !== undefined;
  return (by.role === 'clerk') === !accepted ? YES : no('role');
}

/** 延长: once, and one request at a time. */
function mayAskExtension(state: CaseState): Verdict {
  const file = findAcceptedFile(state);
  if ((file?.extensions.length ?? 0) > 0) return no('extended-before');
  return file?.extensionAsked === undefined ? YES : no('extension-asked');
}

/** Whoever asked for more days is not the one who gives them. */
function mayExtend(state: CaseState, by: Actor): Verdict {
  const asked = findAcceptedFile(state)?.extensionAsked;
  if (asked === undefined) return no('extension-not-asked');
  return asked.by === by.id ? no('own-request') : notIntake(state, by);
}

/** 撤销: only what was granted and stands, and never by whoever granted it. */
function mayRevoke(state: CaseState, by: Actor): Verdict {
  const grant = findGrant(state);
  if (grant === undefined) return no('nothing-granted');
  return grant.by === by.id ? no('own-decision') : YES;
}

/** What is settled at the window has no approval to keep apart, unless its edition wants four eyes. */
function mayDecide(state: CaseState, by: Actor, plan: CasePlan): Verdict {
  const deciding = findDecidingStep(plan);
  const atWindow = isSettledAtWindow(plan);
  const reviewed = atWindow || (plan.kind === 'immediate' && reviewGroups(plan).length === 0);
  if (state.status === 'accepted' && !reviewed) return no('not-reviewed');
  if (by.role !== decidingRole(plan)) return no('role');
  return atWindow && deciding?.fourEyes !== true ? YES : mayJudge(state, by, deciding);
}

function mayStep(state: CaseState, wish: Wish, plan: CasePlan): Verdict {
  if (state.status === 'awaiting-decision') {
    return wish.by.role === decidingRole(plan)
      ? mayJudge(state, wish.by, findDecidingStep(plan))
      : no('role');
  }
  if (state.status !== 'in-review') return no('wrong-state');
  const verdicts = state.open
    .filter((open) => wish.step === undefined || wish.step === open.step)
    .map((open) => mayTakeStep(state, { by: wish.by, signedBy: open.signedBy }, stepOf(plan, open.step)));
  return verdicts.find((verdict) => verdict.ok) ?? verdicts[0] ?? no('no-such-step');
}

type Signer = { readonly by: Actor; readonly signedBy: readonly string[] };

function mayTakeStep(state: StateOf<'in-review'>, signer: Signer, step: Step | undefined): Verdict {
  const { by, signedBy } = signer;
  if (step === undefined || by.role !== step.role) return no('role');
  if (signedBy.includes(by.id)) return no('already-signed');
  const reviewer = state.file.assignment?.reviewerId;
  const several = step.signatures > 1 || state.open.length > 1;
  if (reviewer !== undefined && reviewer !== by.id && !several) return no('not-assigned');
  return mayJudge(state, by, step);
}

/** 岗位分离: whoever took a case in never approves it; a four-eyes step wants a new pair of eyes. */
function mayJudge(state: CaseState, by: Actor, step: Step | undefined): Verdict {
  const separate = step?.role === 'clerk' && step.stage === 'review' ? YES : notIntake(state, by);
  if (!separate.ok) return separate;
  if (step?.fourEyes !== true) return YES;
  const earlier = findAcceptedFile(state)?.signatures.filter((signature) => signature.step !== step.id) ?? [];
  return earlier.some((signature) => signature.by === by.id) ? no('four-eyes') : YES;
}

function notIntake(state: CaseState, by: Actor): Verdict {
  return findAcceptedFile(state)?.intakeBy.includes(by.id) ? no('intake-approval') : YES;
}

function stepOf(plan: CasePlan, id: string): Step | undefined {
  return plan.steps.find((step) => step.id === id);
}

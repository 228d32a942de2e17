import {
  type Verdict as CaseworkVerdict,
  type CommandType,
  decidingRole,
  findAcceptedFile,
  isSettledAtWindow,
  may,
  type Role,
  type Status,
} from '@tongban/casework';
import type { SignedIn } from '../../platform/index.ts';
import { actorOf } from './actors.ts';
import { HELD } from './ledger.ts';
import { defectsOf, sideOf, uncheckedOf } from './marks.ts';
import type { OpenCase } from './model.ts';
import { proofVerdict, windowVerdict } from './proof/verdict.ts';
import { isOwnCase, OWN } from './rules.ts';
import { queueOf } from './standing.ts';

/** What a member of staff may wish to do with a case. */
export type DeskCommand =
  | 'claim'
  | 'mark'
  | 'request-correction'
  | 'accept'
  | 'not-accept'
  | 'pass-step'
  | 'return-step'
  | 'grant'
  | 'refuse'
  | 'start-special-procedure'
  | 'end-special-procedure'
  | 'request-extension'
  | 'decide-extension'
  | 'return'
  | 'forward'
  | 'ask'
  | 'settle-ask'
  | 'finish-production'
  | 'hand-over'
  | 'reprint';
type Verdict = { ok: true } | { ok: false; why: string; message: string };

const asking = ['ask', 'settle-ask', 'reprint'] as const;
const aside = [
  'start-special-procedure',
  'request-extension',
  'decide-extension',
  'return',
  'forward',
  ...asking,
] as const;
const intake = ['claim', 'mark', 'request-correction', 'accept', 'not-accept', ...asking] as const;
const review = ['claim', 'mark', 'request-correction', 'pass-step', 'return-step', ...aside] as const;
const decision = [
  ...['claim', 'mark', 'request-correction', 'return-step', 'grant', 'refuse'],
  ...aside,
] as const satisfies readonly DeskCommand[];

/** The commands that could matter in each state. */
const MATTERS: Readonly<Record<Status, readonly DeskCommand[]>> = {
  none: [],
  draft: [],
  submitted: intake,
  'pre-review': intake,
  'correction-before-acceptance': ['reprint'],
  'not-accepted': ['reprint'],
  accepted: aside,
  'in-review': review,
  'awaiting-decision': decision,
  'correction-after-acceptance': ['reprint'],
  'special-procedure': ['claim', 'end-special-procedure', 'reprint'],
  decided: asking,
  producing: ['finish-production', ...asking],
  'at-issue-desk': ['hand-over', ...asking],
  'in-delivery': ['hand-over', 'settle-ask', 'reprint'],
  closed: ['reprint'],
};

const YES: Verdict = { ok: true };

/** Every command that could matter now, and why not where it may not be given. */
export function permittedOf(open: OpenCase, caller: SignedIn) {
  return MATTERS[open.state.status]
    .filter((command) => couldMatter(command, open, caller))
    .map((command) => {
      const verdict = verdictOf(command, open, caller);
      return verdict.ok ? { command, may: true } : { command, may: false, why: verdict.message };
    });
}

/** Leaves out what this edition does not know, and what nobody has asked for. */
function couldMatter(command: DeskCommand, open: OpenCase, caller: SignedIn): boolean {
  const { plan, state, row } = open;
  const knows = (type: 'extend' | 'suspend') => plan.specialProcedures.some((one) => one.type === type);
  const asks = 'file' in state && 'asks' in state.file ? state.file.asks : [];
  switch (command) {
    case 'claim':
      return state.status === 'special-procedure'
        ? row.holder_id === undefined
        : row.holder_id !== caller.personId;
    case 'start-special-procedure':
      return knows('suspend');
    case 'request-extension':
      return knows('extend');
    case 'decide-extension':
      return findAcceptedFile(state)?.extensionAsked !== undefined;
    case 'settle-ask':
      return asks.length > 0;
    case 'reprint':
      return caller.role === 'clerk' && row.documents.length > 0;
    default:
      return true;
  }
}

/** Whether this person may give this command now: not the own case, then the rules of casework, then who holds the case, then what was checked. */
export function verdictOf(command: DeskCommand, open: OpenCase, caller: SignedIn): Verdict {
  if (isOwnCase(caller, open.row)) return no(OWN.why, OWN.message);
  if (command === 'reprint') return reprintVerdict(open, caller);
  if (open.row.held_id !== undefined) return no(HELD.why, HELD.message);
  switch (command) {
    case 'claim':
      return claimVerdict(open, caller);
    case 'mark':
      return first(workVerdict(open, caller), signVerdict(open, caller));
    case 'accept':
    case 'request-correction':
      return first(
        ruleVerdict(command, open, caller),
        signVerdict(open, caller),
        command === 'accept' ? cleanVerdict(open) : noticeVerdict(open),
      );
    case 'pass-step':
    case 'grant':
      return first(
        ruleVerdict(command, open, caller),
        signVerdict(open, caller),
        reviewVerdict(open),
        command === 'grant' ? proofVerdict(open) : YES,
      );
    case 'return-step':
      return first(ruleVerdict(command, open, caller), signVerdict(open, caller));
    case 'not-accept':
    case 'refuse':
    case 'start-special-procedure':
    case 'end-special-procedure':
    case 'request-extension':
    case 'return':
    case 'forward':
    case 'ask':
      return first(ruleVerdict(command, open, caller), holdVerdict(open, caller));
    case 'decide-extension':
      return ruleVerdict('approve-extension', open, caller);
    case 'settle-ask':
    case 'finish-production':
    case 'hand-over':
      return ruleVerdict(command, open, caller);
  }
}

/** The step this person would take: the open one that is theirs, else the first. */
export function stepFor(open: OpenCase, caller: SignedIn) {
  if (open.state.status !== 'in-review') return undefined;
  const steps = open.state.open.flatMap(({ step }) => open.plan.steps.find(({ id }) => id === step) ?? []);
  const mine = steps.find((step) => {
    const by = actorOf(caller, step.role);
    return may(open.state, { type: 'pass-step', by, step: step.id }, open.plan).ok;
  });
  return mine ?? steps[0];
}

/** In which role the command is given: as head where the step or the decision belongs to one. */
export function roleFor(open: OpenCase, caller: SignedIn): Role | undefined {
  if (open.state.status === 'in-review') return stepFor(open, caller)?.role;
  return open.state.status === 'awaiting-decision' ? decidingRole(open.plan) : undefined;
}

function ruleVerdict(type: CommandType, open: OpenCase, caller: SignedIn): CaseworkVerdict {
  const role = roleOf(type, open, caller);
  const step = type === 'pass-step' ? stepFor(open, caller)?.id : undefined;
  const wish = { type, by: actorOf(caller, role), ...(step === undefined ? {} : { step }) };
  return may(open.state, wish, open.plan);
}

function roleOf(type: CommandType, open: OpenCase, caller: SignedIn): Role | undefined {
  if (type === 'approve-extension') return 'head';
  return type === 'request-correction' ? undefined : roleFor(open, caller);
}

/** Whether this is this person's kind of work at all, whoever holds the case. */
function workVerdict(open: OpenCase, caller: SignedIn): Verdict {
  switch (open.state.status) {
    case 'submitted':
    case 'pre-review':
      return ruleVerdict('not-accept', open, caller);
    case 'in-review':
      return ruleVerdict('pass-step', open, caller);
    case 'awaiting-decision':
      return ruleVerdict('refuse', open, caller);
    default:
      return no('wrong-state', '这件现在不用认领，也不用核对');
  }
}

function claimVerdict(open: OpenCase, caller: SignedIn): Verdict {
  const holder = open.row.holder_id;
  if (holder !== undefined && holder !== caller.personId) return taken();
  if (open.state.status === 'special-procedure') return ruleVerdict('end-special-procedure', open, caller);
  return workVerdict(open, caller);
}

/** 再次打印: any clerk at the counter. */
function reprintVerdict({ row }: OpenCase, caller: SignedIn): Verdict {
  if (caller.role !== 'clerk') return no('role', '到窗口重新打印');
  return row.documents.length > 0 ? YES : no('document', '这件还没有文书');
}

/** A countersigned step, and steps that are open together, are everybody's. */
function signVerdict(open: OpenCase, caller: SignedIn): Verdict {
  const several = open.state.status === 'in-review' && open.state.open.length > 1;
  if (several || (stepFor(open, caller)?.signatures ?? 1) > 1) return YES;
  return holdVerdict(open, caller);
}

/** Work belongs to whoever took it up; at the issue desk it is nobody's. */
function holdVerdict(open: OpenCase, caller: SignedIn): Verdict {
  if (queueOf(open.state) === 'issue') return YES;
  const holder = open.row.holder_id;
  if (holder === undefined) return no('unclaimed', '先认领这件再办');
  return holder === caller.personId ? YES : taken();
}

function cleanVerdict(open: OpenCase): Verdict {
  const left = uncheckedOf(open, 'intake').length;
  if (left > 0) return no('unchecked', `还有 ${left} 个收件要点没有核对`);
  const wrong = defectsOf(open, 'intake').length;
  if (wrong > 0) return no('defects', `有 ${wrong} 个要点标了缺陷，先发补正告知，补齐再受理`);
  return isSettledAtWindow(open.plan) ? windowVerdict(open) : YES;
}

/** One notice names everything, so every point must have been checked before it goes out. */
function noticeVerdict(open: OpenCase): Verdict {
  const side = sideOf(open);
  const left = uncheckedOf(open, side).length;
  if (left > 0) return no('unchecked', `还有 ${left} 个要点没有核对，核对完再一次告知`);
  return defectsOf(open, side).length > 0 ? YES : no('nothing-listed', '没有标缺陷，不用补正');
}

function reviewVerdict(open: OpenCase): Verdict {
  const wrong = defectsOf(open, 'review').length;
  if (wrong > 0) return no('defects', `有 ${wrong} 个审查要点标了缺陷，先补交、退回或改标记`);
  const left = uncheckedOf(open, 'review').length;
  return left === 0 ? YES : no('unchecked', `还有 ${left} 个审查要点没有核对`);
}

function taken(): Verdict {
  return no('not-assigned', '这件已由另一位同事认领');
}

function no(why: string, message: string): Verdict {
  return { ok: false, why, message };
}

function first(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? YES;
}

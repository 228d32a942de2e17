import {
  type Verdict as CaseworkVerdict,
  type CommandType,
  decidingRole,
  may,
  type Role,
  type Status,
} from '@tongban/casework';
import type { SignedIn } from '../../platform/index.ts';
import { actorOf } from './actors.ts';
import { defectsOf, sideOf, uncheckedOf } from './marks.ts';
import type { OpenCase } from './model.ts';

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
  | 'finish-production'
  | 'hand-over';
type Verdict = { ok: true } | { ok: false; why: string; message: string };

const intake = ['claim', 'mark', 'request-correction', 'accept', 'not-accept'] as const;
const review = ['claim', 'mark', 'request-correction', 'pass-step', 'return-step'] as const;
const decision = ['claim', 'mark', 'request-correction', 'return-step', 'grant', 'refuse'] as const;

/** The commands that could matter in each state. */
const MATTERS: Partial<Record<Status, readonly DeskCommand[]>> = {
  submitted: intake,
  'pre-review': intake,
  'in-review': review,
  'awaiting-decision': decision,
  producing: ['finish-production'],
  'at-issue-desk': ['hand-over'],
};

const YES: Verdict = { ok: true };

/** Every command that could matter now, and why not where it may not be given. */
export function permittedOf(open: OpenCase, caller: SignedIn) {
  return (MATTERS[open.state.status] ?? [])
    .filter((command) => command !== 'claim' || open.row.holder_id !== caller.personId)
    .map((command) => {
      const verdict = verdictOf(command, open, caller);
      return verdict.ok ? { command, may: true } : { command, may: false, why: verdict.message };
    });
}

/** Whether this person may give this command now: the rules of casework, then who holds the case, then what was checked. */
export function verdictOf(command: DeskCommand, open: OpenCase, caller: SignedIn): Verdict {
  switch (command) {
    case 'claim':
      return claimVerdict(open, caller);
    case 'mark':
      return first(workVerdict(open, caller), holdVerdict(open, caller));
    case 'accept':
    case 'request-correction':
      return first(
        ruleVerdict(command, open, caller),
        holdVerdict(open, caller),
        command === 'accept' ? cleanVerdict(open) : noticeVerdict(open),
      );
    case 'pass-step':
    case 'grant':
      return first(ruleVerdict(command, open, caller), holdVerdict(open, caller), reviewVerdict(open));
    case 'not-accept':
    case 'return-step':
    case 'refuse':
      return first(ruleVerdict(command, open, caller), holdVerdict(open, caller));
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
  const role = type === 'request-correction' ? undefined : roleFor(open, caller);
  const step = type === 'pass-step' ? stepFor(open, caller)?.id : undefined;
  const wish = { type, by: actorOf(caller, role), ...(step === undefined ? {} : { step }) };
  return may(open.state, wish, open.plan);
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
  return workVerdict(open, caller);
}

/** A countersigned step is everybody's; every other piece of work belongs to whoever took it up. */
function holdVerdict(open: OpenCase, caller: SignedIn): Verdict {
  if ((stepFor(open, caller)?.signatures ?? 1) > 1) return YES;
  const holder = open.row.holder_id;
  if (holder === undefined) return no('unclaimed', '先认领这件再办');
  return holder === caller.personId ? YES : taken();
}

function cleanVerdict(open: OpenCase): Verdict {
  const left = uncheckedOf(open, 'intake').length;
  if (left > 0) return no('unchecked', `还有 ${left} 个收件要点没有核对`);
  const wrong = defectsOf(open, 'intake').length;
  return wrong === 0 ? YES : no('defects', `有 ${wrong} 个要点标了缺陷，先发补正告知，补齐再受理`);
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

import { dueOn } from '@tongban/calendar';
import type { CommandOf } from './commands.ts';
import { reviewGroups } from './plan.ts';
import { no } from './refusals.ts';
import { findProcedure, isBlank, type Outcome, type Scene, yes } from './scene.ts';

export type WorkCommand = CommandOf<
  | 'assign'
  | 'pass-step'
  | 'return-step'
  | 'start-special-procedure'
  | 'end-special-procedure'
  | 'ask'
  | 'settle-ask'
>;

/** Commands between acceptance and decision, and questions to the applicant. */
export function decideWork(command: WorkCommand, scene: Scene): Outcome {
  const { mark } = scene;
  switch (command.type) {
    case 'assign':
      if (isBlank(command.assignment.why)) return no('no-reason');
      return yes({ type: 'assigned', assignment: command.assignment, ...mark });
    case 'pass-step':
      return yes({ type: 'step-passed', step: command.step, opinion: command.opinion, ...mark });
    case 'return-step':
      return decideReturnedStep(command, scene);
    case 'start-special-procedure':
      return decideProcedure(command, scene);
    case 'end-special-procedure':
      if (isBlank(command.result)) return no('no-reason');
      return yes({ type: 'special-procedure-ended', result: command.result, ...mark });
    case 'ask':
      if (isBlank(command.detail)) return no('nothing-listed');
      return yes({ type: 'asked', need: command.need, detail: command.detail, ...mark });
    case 'settle-ask':
      return decideSettled(command, scene);
  }
}

function decideReturnedStep(command: CommandOf<'return-step'>, { state, rules, mark }: Scene): Outcome {
  if (isBlank(command.reason)) return no('no-reason');
  const groups = reviewGroups(rules.plan);
  const first = groups[0]?.some((step) => step.id === command.step) ?? true;
  if (groups.length === 0 || (state.status === 'in-review' && first)) return no('no-earlier-step');
  return yes({ type: 'step-returned', step: command.step, reason: command.reason, ...mark });
}

function decideProcedure(command: CommandOf<'start-special-procedure'>, scene: Scene): Outcome {
  const { rules, today, mark } = scene;
  const procedure = findProcedure(scene, command.procedure, 'suspend');
  if (procedure === undefined) return no('no-such-procedure');
  if (isBlank(command.reason)) return no('no-reason');
  return yes({
    type: 'special-procedure-started',
    procedure: procedure.id,
    reason: command.reason,
    dueOn: dueOn(rules.calendar, today, procedure.max).dueOn,
    ...mark,
  });
}

/** The applicant confirms for themselves; payment and presence are established by the bureau. */
function decideSettled(command: CommandOf<'settle-ask'>, { state, mark }: Scene): Outcome {
  const bureau = ['clerk', 'approver', 'worker'].includes(command.by.role);
  if (!bureau && command.need !== 'confirm') return no('role');
  const open = state.status !== 'none' && 'asks' in state.file ? state.file.asks : [];
  if (!open.some((ask) => ask.need === command.need)) return no('no-such-ask');
  return yes({ type: 'ask-settled', need: command.need, ...mark });
}

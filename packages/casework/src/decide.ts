import { shanghaiDay } from '@tongban/kernel';
import type { Command } from './commands.ts';
import { decideExtension, isAboutExtension } from './decide-extension.ts';
import { decideIntake } from './decide-intake.ts';
import { decideOutcome } from './decide-outcome.ts';
import { decideWork } from './decide-work.ts';
import { may } from './may.ts';
import type { Outcome, Rules, Scene } from './scene.ts';
import type { ActorRef, CaseState } from './state.ts';

/** Decides a command on a case: whether it may be given, whether its content is complete, and what then happens. */
export function decide(state: CaseState, command: Command, rules: Rules): Outcome {
  const allowed = may(state, command, rules.plan);
  if (!allowed.ok) return allowed;
  const at = command.at;
  const by: ActorRef = { id: command.by.id, role: command.by.role };
  const scene: Scene = { state, rules, today: shanghaiDay(at), mark: { at, by } };
  if (isAboutExtension(command)) return decideExtension(command, scene);
  switch (command.type) {
    case 'save-draft':
    case 'submit':
    case 'pre-review':
    case 'request-correction':
    case 'resubmit':
    case 'expire-correction':
    case 'accept':
    case 'deem-accepted':
    case 'not-accept':
      return decideIntake(command, scene);
    case 'assign':
    case 'pass-step':
    case 'return-step':
    case 'start-special-procedure':
    case 'end-special-procedure':
    case 'ask':
    case 'settle-ask':
      return decideWork(command, scene);
    case 'drop-decision':
    case 'grant':
    case 'refuse':
    case 'produce':
    case 'finish-production':
    case 'send':
    case 'hand-over':
    case 'close':
    case 'return':
    case 'forward':
    case 'withdraw':
    case 'revoke':
      return decideOutcome(command, scene);
  }
}

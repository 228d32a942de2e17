import type { CommandOf } from './commands.ts';
import { no } from './refusals.ts';
import { findRefusalFault, isBlank, type Outcome, type Scene, yes } from './scene.ts';

export type OutcomeCommand = CommandOf<
  | 'drop-decision'
  | 'grant'
  | 'refuse'
  | 'produce'
  | 'finish-production'
  | 'send'
  | 'hand-over'
  | 'close'
  | 'return'
  | 'forward'
  | 'withdraw'
  | 'revoke'
>;

/** Commands from the decision to the end of the case. */
export function decideOutcome(command: OutcomeCommand, scene: Scene): Outcome {
  const { mark } = scene;
  switch (command.type) {
    case 'drop-decision':
      return yes({ type: 'decision-lapsed', verdict: command.verdict, reason: command.reason, ...mark });
    case 'grant':
      return decideGranted(command, scene);
    case 'refuse':
      return findRefusalFault(command.refusal) ?? yes({ type: 'refused', refusal: command.refusal, ...mark });
    case 'revoke':
      return findRefusalFault(command.refusal) ?? yes({ type: 'revoked', refusal: command.refusal, ...mark });
    case 'produce':
      return hasDocument(scene) ? yes({ type: 'production-started', ...mark }) : no('nothing-to-produce');
    case 'finish-production':
      return decideReady(command, scene);
    case 'send':
      return isBlank(command.waybill)
        ? no('no-waybill')
        : yes({ type: 'sent', waybill: command.waybill, ...mark });
    case 'hand-over':
      if (isBlank(command.to)) return no('no-receiver');
      return yes({ type: 'handed-over', to: command.to, ...mark }, { type: 'closed', ...mark });
    case 'close':
      return hasDocument(scene) ? no('not-produced') : yes({ type: 'closed', ...mark });
    case 'return':
      return decideReturned(command, scene);
    case 'forward':
      return decideForwarded(command, scene);
    case 'withdraw':
      return yes({ type: 'withdrawn', ...withReason(command), ...mark });
  }
}

function withReason({ reason }: CommandOf<'withdraw'>): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

function decideReturned({ reason }: CommandOf<'return'>, { mark }: Scene): Outcome {
  return isBlank(reason) ? no('no-reason') : yes({ type: 'returned', reason, ...mark });
}

function decideGranted({ text }: CommandOf<'grant'>, { rules, mark }: Scene): Outcome {
  const { produces } = rules.plan;
  return yes({ type: 'granted', produces, ...(text === undefined ? {} : { text }), ...mark });
}

/** Whether the decision ends in something to make: granted, with a document. */
function hasDocument({ state }: Scene): boolean {
  if (state.status !== 'decided') return false;
  const { decision } = state.file;
  return decision.outcome === 'granted' && decision.produces;
}

function decideReady(command: CommandOf<'finish-production'>, { mark }: Scene): Outcome {
  const { delivery } = command;
  if (delivery.by === 'express' && isBlank(delivery.waybill)) return no('no-waybill');
  return yes({ type: 'result-ready', delivery, ...mark });
}

function decideForwarded(command: CommandOf<'forward'>, { mark }: Scene): Outcome {
  if (isBlank(command.to)) return no('no-receiver');
  if (isBlank(command.reason)) return no('no-reason');
  return yes({ type: 'forwarded', to: command.to, reason: command.reason, ...mark });
}

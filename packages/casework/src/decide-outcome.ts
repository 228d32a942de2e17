import type { CommandOf } from './commands.ts';
import { no } from './refusals.ts';
import { findRefusalFault, isBlank, type Outcome, type Scene, yes } from './scene.ts';

export type OutcomeCommand = CommandOf<
  | 'grant'
  | 'refuse'
  | 'produce'
  | 'finish-production'
  | 'hand-over'
  | 'close'
  | 'return'
  | 'forward'
  | 'withdraw'
>;

/** Commands from the decision to the end of the case. */
export function decideOutcome(command: OutcomeCommand, scene: Scene): Outcome {
  const { mark } = scene;
  switch (command.type) {
    case 'grant':
      return decideGranted(command, scene);
    case 'refuse':
      return findRefusalFault(command.refusal) ?? yes({ type: 'refused', refusal: command.refusal, ...mark });
    case 'produce':
      return hasDocument(scene) ? yes({ type: 'production-started', ...mark }) : no('nothing-to-produce');
    case 'finish-production':
      return decideReady(command, scene);
    case 'hand-over':
      if (isBlank(command.to)) return no('no-receiver');
      return yes({ type: 'handed-over', to: command.to, ...mark }, { type: 'closed', ...mark });
    case 'close':
      return hasDocument(scene) ? no('not-produced') : yes({ type: 'closed', ...mark });
    case 'return':
      return isBlank(command.reason)
        ? no('no-reason')
        : yes({ type: 'returned', reason: command.reason, ...mark });
    case 'forward':
      return decideForwarded(command, scene);
    case 'withdraw': {
      const { reason } = command;
      return yes({ type: 'withdrawn', ...(reason === undefined ? {} : { reason }), ...mark });
    }
  }
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

import { readClocks } from './clocks.ts';
import type { Command, CommandOf } from './commands.ts';
import { no } from './refusals.ts';
import { findProcedure, isBlank, type Outcome, type Scene, yes } from './scene.ts';
import { findAcceptedFile } from './state.ts';

type ExtensionCommand = CommandOf<'request-extension' | 'approve-extension' | 'decline-extension'>;

export function isAboutExtension(command: Command): command is ExtensionCommand {
  return ['request-extension', 'approve-extension', 'decline-extension'].includes(command.type);
}

/** 延长期限: asked for by the reviewer before the limit runs out, approved or declined by the head. */
export function decideExtension(command: ExtensionCommand, scene: Scene): Outcome {
  switch (command.type) {
    case 'request-extension':
      return decideRequest(command, scene);
    case 'approve-extension':
      return decideApproval(scene);
    case 'decline-extension':
      if (isBlank(command.reason)) return no('no-reason');
      return yes({ type: 'extension-declined', reason: command.reason, ...scene.mark });
  }
}

function decideRequest(command: CommandOf<'request-extension'>, scene: Scene): Outcome {
  const { procedure: id, days, reason } = command;
  const procedure = findProcedure(scene, id, 'extend');
  if (procedure === undefined) return no('no-such-procedure');
  if (isBlank(reason)) return no('no-reason');
  if (!Number.isInteger(days) || days < 1 || days > procedure.max.days) return no('too-long');
  if (isOverdue(scene)) return no('overdue');
  return yes({ type: 'extension-requested', procedure: id, days, reason, ...scene.mark });
}

/** The head approves what was asked for, no more and no less, and not once the limit has passed. */
function decideApproval(scene: Scene): Outcome {
  const asked = findAcceptedFile(scene.state)?.extensionAsked;
  if (asked === undefined) return no('extension-not-asked');
  const procedure = findProcedure(scene, asked.procedure, 'extend');
  if (procedure === undefined) return no('no-such-procedure');
  if (isOverdue(scene)) return no('overdue');
  const { days, reason } = asked;
  const { unit } = procedure.max;
  return yes({ type: 'limit-extended', procedure: procedure.id, days, unit, reason, ...scene.mark });
}

function isOverdue({ state, rules, today }: Scene): boolean {
  const clocks = readClocks(state, rules.calendar, today);
  return (clocks.statutory ?? clocks.promised)?.overdue === true;
}

import type { OrderCommand, Situation } from './commands.ts';
import type { OrderState } from './state.ts';
import type { OrderAct } from './steps.ts';
import { arrangedIn } from './visits.ts';

/** The steps a granted wish leaves behind. */
export function actsOf({ state, actor }: Situation, command: OrderCommand): OrderAct[] {
  switch (command.type) {
    case 'answer':
      return [
        { type: 'replied', text: command.text },
        { type: 'closed', how: 'answered' },
      ];
    case 'classify': {
      const { kind, matter, labels, unit } = command;
      const classified = { type: 'classified', kind, matter, labels } as const;
      return unit === undefined ? [classified] : [classified, { type: 'sealed-off', to: unit }];
    }
    case 'dispatch':
      return [{ type: 'dispatched', to: command.to }];
    case 'claim':
      return [{ type: 'claimed' }];
    case 'return':
      return [{ type: 'returned', reason: command.reason }];
    case 'ask-time':
      return [{ type: 'time-asked', days: command.days, basis: command.basis }];
    case 'grant-time':
      return [{ type: 'time-granted' }];
    case 'refuse-time':
      return [{ type: 'time-refused', reason: command.reason }];
    case 'ask-help':
      return [{ type: 'help-asked', of: command.of, say: command.say }];
    case 'give-help':
      return actor.kind === 'staff' ? [{ type: 'help-given', of: actor.post.branch, say: command.say }] : [];
    default:
      return [...onwardActs(command), ...replyActs(state, command), ...endingActs(command)];
  }
}

function onwardActs(command: OrderCommand): OrderAct[] {
  switch (command.type) {
    case 'hand-up':
      return [{ type: 'handed', direction: 'up', to: command.to, reason: command.reason }];
    case 'hand-down':
      return [{ type: 'handed', direction: 'down', to: command.to, reason: command.reason }];
    case 'hand-back':
      return [{ type: 'handed-back', say: command.say }];
    case 'supervise':
      return [{ type: 'supervised', say: command.say }];
    case 'arrange-visit':
      return [{ type: 'visit-arranged', ...arrangedIn(command) }];
    case 'urge':
      return [{ type: 'urged', ...(command.say === undefined ? {} : { say: command.say }) }];
    case 'attach':
      return [{ type: 'attached', files: command.files }];
    case 'tell-apart':
      return [{ type: 'told-apart', reason: command.reason }];
    case 'link':
      return [{ type: 'linked', case: command.case }];
    case 'remind':
      return [{ type: 'reminded' }];
    case 'name':
      return [{ type: 'named' }];
    default:
      return [];
  }
}

function replyActs({ draft }: OrderState, command: OrderCommand): OrderAct[] {
  switch (command.type) {
    case 'draft': {
      const { text, open } = command;
      return [{ type: 'drafted', text, ...(open === undefined ? {} : { open }) }];
    }
    case 'pass':
      return [{ type: 'passed' }];
    case 'send-back':
      return [{ type: 'sent-back', reason: command.reason }];
    case 'reply':
      return draft === undefined ? [] : [{ type: 'replied', text: draft.text }];
    case 'not-reached':
      return [{ type: 'not-reached' }];
    default:
      return [];
  }
}

function endingActs(command: OrderCommand): OrderAct[] {
  switch (command.type) {
    case 'satisfied':
      return [
        { type: 'satisfied', ...saying(command) },
        { type: 'closed', how: 'solved' },
      ];
    case 'dissatisfied':
      return [
        { type: 'dissatisfied', ...saying(command) },
        { type: 'reopened', say: command.say ?? '' },
      ];
    case 'reopen':
      return [{ type: 'reopened', say: command.say }];
    case 'close':
      return [{ type: 'closed', how: 'unreached' }];
    case 'merge':
      return [{ type: 'closed', how: 'merged', note: command.into }];
    case 'withdraw':
      return [
        {
          type: 'closed',
          how: 'withdrawn',
          ...(command.reason === undefined ? {} : { note: command.reason }),
        },
      ];
    case 'emergency':
      return [{ type: 'closed', how: 'emergency', note: command.number }];
    case 'in-procedure':
      return [{ type: 'closed', how: 'in-procedure', note: command.number }];
    default:
      return [];
  }
}

function saying({ say }: { say?: string }): { say?: string } {
  return say === undefined ? {} : { say };
}

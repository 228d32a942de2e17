import type { OrderAct } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { branchOf, type Parts } from './parts.ts';
import type { OrderCommand } from './rules/commands.ts';
import { kindRule } from './rules/order-rules.ts';
import type { OrderState } from './rules/state.ts';
import { emergencyNumbers } from './rules/steps.ts';

/** A wish as the rules know it: units by their branches, matters and labels as content has them. */
export function commandOf(parts: Parts, state: OrderState, act: OrderAct): OrderCommand {
  switch (act.type) {
    case 'classify':
      return classified(parts, state, act);
    case 'dispatch':
      return { type: 'dispatch', to: branchOf(parts, act.to) };
    case 'ask-help':
      return { ...act, of: branchOf(parts, act.of) };
    case 'hand-up':
    case 'hand-down':
      return { ...act, to: branchOf(parts, act.to) };
    case 'emergency': {
      const number = emergencyNumbers.find((one) => one === act.number) ?? '110';
      return { type: 'emergency', number };
    }
    default:
      return act;
  }
}

/** What is about a secret matter, or a tip-off by its kind, goes to its unit at once. */
function classified(
  { rules }: Parts,
  { desk }: OrderState,
  act: Extract<OrderAct, { type: 'classify' }>,
): OrderCommand {
  const matter = rules.matters.find(({ id }) => id === act.matter);
  const isUnknown = act.labels.some((label) => !rules.labels.some(({ id }) => id === label));
  if (matter === undefined || isUnknown)
    throw new Problem('orders.matter', 'invalid', '没有这个事项或标签，重新选');
  const isTipOff = kindRule(rules, act.kind).tipOff || matter.secret;
  return isTipOff ? { ...act, unit: desk } : act;
}

import { actsOf } from './acts.ts';
import { type Rules, whyNotNow, whyNotThis } from './barring.ts';
import { type CommandType, commandRules, type OrderCommand, type Situation } from './commands.ts';
import { addStep } from './fold.ts';
import { whyNotHere } from './placing.ts';
import type { OrderState } from './state.ts';
import type { OrderStep } from './steps.ts';
import type { OrderWhy } from './why.ts';

type OrderVerdict =
  | { readonly ok: true; readonly steps: readonly OrderStep[]; readonly state: OrderState }
  | { readonly ok: false; readonly why: OrderWhy };

/** What a wish leads to, or why it does not; the whole course of an order stands here. */
export function decideOrder(situation: Situation, command: OrderCommand, rules: Rules): OrderVerdict {
  const { actor, state, today } = situation;
  const why = whyNotMay(situation, command.type, rules) ?? whyNotThis(situation, command, rules);
  if (why !== undefined) return { ok: false, why };
  const by = actor.kind === 'staff' ? { by: actor.personId } : {};
  const steps = actsOf(situation, command).map((act): OrderStep => ({ ...act, on: today, ...by }));
  return { ok: true, steps, state: steps.reduce(addStep, state) };
}

/** What stands against it, whatever is still to be said with it. */
export function whyNotMay(situation: Situation, type: CommandType, rules: Rules): OrderWhy | undefined {
  return whyNotHere(situation, type) ?? whyNotNow(situation, type, rules);
}

/** Everything this actor may do with the order as it stands, whatever is still to be said with it. */
export function mayOf(situation: Situation, rules: Rules): CommandType[] {
  return (Object.keys(commandRules) as CommandType[]).filter(
    (type) => whyNotMay(situation, type, rules) === undefined,
  );
}

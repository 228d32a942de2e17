import { shanghaiDay } from '@tongban/kernel';
import type { Rules } from '../rules/barring.ts';
import type { Actor, OrderCommand } from '../rules/commands.ts';
import { decideOrder } from '../rules/decide.ts';
import { foldOrder } from '../rules/fold.ts';
import type { OrderState } from '../rules/state.ts';
import type { OrderStep } from '../rules/steps.ts';
import type { OrderRow } from '../store/tables.ts';

/** Everybody who acts in an invented course. */
export type Cast = { readonly operator: Actor; readonly clerk: Actor; readonly approver: Actor };
export type Setting = {
  readonly first: OrderStep;
  readonly at: Date;
  readonly until: Date;
  readonly cast: Cast;
  readonly unit: string;
  readonly matter: string;
  /** Its matter alone makes it a tip-off: it becomes one when it is sorted. */
  readonly secretMatter: boolean;
  readonly rules: Rules;
  /** From 0 to 99: which way this one goes. */
  readonly lot: number;
  readonly reopened: boolean;
  readonly level?: number | undefined;
};
export type Course = { readonly steps: readonly (OrderStep & { at: Date })[]; readonly state: OrderState };

const replyText = '已经核实处理，结果告知来电人，来电人没有异议（演示）。';
const answerText = '按办事指南和答复口径当场答复（演示）。';
const hourMs = 3_600_000;
/** Of a hundred that can be answered at once, so many are. */
const atOnce = 62;
const askingKinds: readonly OrderRow['kind'][] = ['consult', 'praise', 'suggestion'];

type Stage = { readonly actor: Actor; readonly command: OrderCommand; readonly hours: number };

/** 演示经过: what became of an invented order, step by step as the rules allow, until today comes in between. */
export function courseOf(setting: Setting): Course {
  const { first, at, until, rules } = setting;
  let [moment, state] = [at.getTime(), foldOrder([first])];
  const steps = [{ ...first, at }];
  for (const { actor, command, hours } of stagesOf(setting, state)) {
    moment += hours * hourMs;
    if (moment > until.getTime()) break;
    const on = shanghaiDay(new Date(moment));
    const verdict = decideOrder({ state, actor, today: on }, command, rules);
    if (!verdict.ok) break;
    steps.push(...verdict.steps.map((step) => ({ ...step, at: new Date(moment) })));
    state = verdict.state;
  }
  return { steps, state };
}

function stagesOf(setting: Setting, { kind, tipOff }: OrderState): Stage[] {
  const { cast, matter, secretMatter, unit, lot } = setting;
  const { operator } = cast;
  const handling = [...handled(setting), ...ended(setting, tipOff || secretMatter)];
  if (tipOff) return handling;
  const sort: OrderCommand = {
    type: 'classify',
    kind,
    matter,
    labels: [],
    ...(secretMatter ? { unit } : {}),
  };
  if (secretMatter) return [{ actor: operator, command: sort, hours: 0.1 }, ...handling];
  if (askingKinds.includes(kind) && lot < atOnce)
    return [
      { actor: operator, command: sort, hours: 0.05 },
      { actor: operator, command: { type: 'answer', text: answerText }, hours: 0.05 },
    ];
  return [
    { actor: operator, command: sort, hours: 1 + (lot % 7) },
    { actor: operator, command: { type: 'dispatch', to: unit }, hours: 0.5 },
    ...handling,
  ];
}

function handled({ cast: { clerk, approver }, lot }: Setting): Stage[] {
  return [
    { actor: clerk, command: { type: 'claim' }, hours: 2 + (lot % 20) },
    { actor: clerk, command: { type: 'draft', text: replyText }, hours: 12 + lot },
    { actor: approver, command: { type: 'pass' }, hours: 3 },
    { actor: clerk, command: { type: 'reply' }, hours: 1 },
  ];
}

/**
 * Whoever was called back says so, to the desk or, of a tip-off, to its handler; whoever reopened was not satisfied, and is
 * answered a second time.
 */
function ended(setting: Setting, tipOff: boolean): Stage[] {
  const { cast, reopened, level, lot } = setting;
  const caller = tipOff ? cast.clerk : cast.operator;
  const solved: Stage = { actor: caller, command: { type: 'satisfied' }, hours: 20 };
  if (reopened)
    return [
      { actor: caller, command: { type: 'dissatisfied', say: '问题还在（演示）' }, hours: 20 },
      ...handled(setting),
      solved,
    ];
  if (level === undefined && lot % 4 === 0)
    return [{ actor: { kind: 'house' }, command: { type: 'close' }, hours: 24 * 16 }];
  return [solved];
}

import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import type { Day } from '@tongban/kernel';
import type { Action } from './actions.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { fold } from './fold.ts';
import { type CasePlan, planSteps } from './plan.ts';
import type { Actor } from './roles.ts';
import type { CaseFile, CaseState, Refusal } from './state.ts';

/** A toy item for tests: two reviews, a decision by another person, a card to make. */
export const kayakPlan: CasePlan = {
  kind: 'promised',
  steps: planSteps([
    { id: 'accept', name: '受理', role: 'clerk' },
    { id: 'handle', name: '承办', role: 'clerk', within: { days: 2, unit: 'working' } },
    { id: 'review', name: '审核', role: 'approver', within: { days: 5, unit: 'working' } },
    { id: 'decide', name: '批准', role: 'head', four_eyes: true },
    { id: 'register', name: '制证', role: 'clerk' },
  ]),
  limits: { statutory: { days: 20, unit: 'working' }, promised: { days: 10, unit: 'working' } },
  specialProcedures: [
    { id: 'float-test', name: { zh: '下水试验' }, type: 'suspend', max: { days: 20, unit: 'working' } },
    { id: 'longer', name: { zh: '延长期限' }, type: 'extend', max: { days: 10, unit: 'working' } },
  ],
  produces: true,
};

/** A toy item settled at the window in one sitting. */
export const paddlePlan: CasePlan = {
  kind: 'immediate',
  steps: planSteps([{ id: 'accept', name: '受理', role: 'clerk' }]),
  limits: { promised: { days: 1, unit: 'working' } },
  specialProcedures: [],
  produces: false,
};

export const calendar = createCalendar(national);

export const kayakFile: CaseFile = {
  caseId: 'case-1',
  itemId: 'kayak',
  editionId: 'kayak-1',
  applicantId: 'citizen-1',
  channel: 'web',
};

export const citizen: Actor = { id: 'citizen-1', role: 'citizen' };
export const stranger: Actor = { id: 'citizen-2', role: 'citizen' };
export const clerk: Actor = { id: 'clerk-1', role: 'clerk' };
export const handler: Actor = { id: 'clerk-2', role: 'clerk' };
export const approver: Actor = { id: 'approver-1', role: 'approver' };
export const head: Actor = { id: 'head-1', role: 'head' };
export const dispatcher: Actor = { id: 'dispatcher-1', role: 'dispatcher' };
export const worker: Actor = { id: 'worker', role: 'worker' };

export const refusal: Refusal = {
  reason: '皮划艇没有编号',
  basis: ['皮划艇管理办法第三条'],
  remedies: ['reconsideration', 'litigation', 'stuck-window'],
};

/** Nine in the morning of a Shanghai day. */
export function morning(day: Day): string {
  return new Date(`${day}T09:00:00+08:00`).toISOString();
}

type WithoutMark<C> = C extends Command ? Omit<C, 'by' | 'at'> : never;

/** A case being played through by commands, one after another. */
export function createPlay(plan: CasePlan = kayakPlan) {
  const actions: Action[] = [];
  const state = (): CaseState => fold(actions, plan);
  const attempt = (by: Actor, day: Day, wish: WithoutMark<Command>) =>
    decide(state(), { ...wish, by, at: morning(day) } as Command, { plan, calendar });
  const give = (by: Actor, day: Day, wish: WithoutMark<Command>): CaseState => {
    const outcome = attempt(by, day, wish);
    if (!outcome.ok) throw new Error(`${wish.type}: ${outcome.why}`);
    actions.push(...outcome.actions);
    return state();
  };
  return { actions, state, attempt, give };
}

/** A kayak case accepted at the window on a day. */
export function acceptedKayak(day: Day) {
  const play = createPlay();
  play.give(citizen, day, { type: 'submit', file: kayakFile, number: 'TB990120260105000001' });
  play.give(clerk, day, { type: 'accept' });
  return play;
}

/** A kayak case under review from a day on. */
export function assignedKayak(day: Day) {
  const play = acceptedKayak(day);
  play.give(dispatcher, day, { type: 'assign', assignment: { unit: 'lake-station', why: '按辖区' } });
  return play;
}

import { addDays, isWorkingDay, type WorkingCalendar } from '@tongban/calendar';
import { type Instant, shanghaiDay } from '@tongban/kernel';
import type { CasePlan, Step } from './plan.ts';
import { findDecidingStep, reviewGroups } from './plan.ts';
import { type CaseState, findAcceptedFile } from './state.ts';

/** 未分派时限: how many hours a case may stand with nobody before its light shows yellow, then red. */
export type WaitingRules = {
  readonly yellowHours: number;
  readonly redHours: number;
  /** Office hours in which waiting counts; absent means that every hour counts. */
  readonly office?: {
    readonly calendar: WorkingCalendar;
    readonly hours: readonly { readonly from: string; readonly to: string }[];
  };
};

const hourMs = 3_600_000;

/** The light of a case nobody has, by how long it has stood so. */
export function waitingLight(since: Instant, now: Instant, rules: WaitingRules): 'green' | 'yellow' | 'red' {
  const hours = waitedHours(since, now, rules);
  if (hours >= rules.redHours) return 'red';
  return hours >= rules.yellowHours ? 'yellow' : 'green';
}

/** How many hours lie between two moments, counting only those the rules count. */
export function waitedHours(since: Instant, now: Instant, { office }: WaitingRules): number {
  const [from, to] = [Date.parse(since), Date.parse(now)];
  if (office === undefined) return Math.max(0, to - from) / hourMs;
  let ms = 0;
  for (let day = shanghaiDay(since); day <= shanghaiDay(now); day = addDays(day, 1)) {
    if (!isWorkingDay(office.calendar, day)) continue;
    for (const span of office.hours) {
      const opens = Math.max(from, momentOf(day, span.from));
      const closes = Math.min(to, momentOf(day, span.to));
      ms += Math.max(0, closes - opens);
    }
  }
  return ms / hourMs;
}

function momentOf(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+08:00`);
}

/** The step one person is to be found for now; undefined where nobody is needed or several sign together. */
export function stepToGive(state: CaseState, plan: CasePlan): Step | undefined {
  switch (state.status) {
    case 'accepted': {
      const [group] = reviewGroups(plan);
      return group === undefined ? findDecidingStep(plan) : alone(group);
    }
    case 'in-review':
      return alone(state.open.flatMap(({ step }) => plan.steps.find(({ id }) => id === step) ?? []));
    case 'awaiting-decision':
      return findDecidingStep(plan);
    default:
      return undefined;
  }
}

function alone(steps: readonly Step[]): Step | undefined {
  const [step, ...others] = steps;
  return others.length === 0 && step?.signatures === 1 ? step : undefined;
}

/** Whether somebody should have the case in their hands: at intake, or at a step one person takes. */
export function needsHolder(state: CaseState, plan: CasePlan): boolean {
  if (state.status === 'submitted' || state.status === 'pre-review') return true;
  return stepToGive(state, plan) !== undefined;
}

/** Why this person may never be given the step: the applicant, whoever took the case in, a signer where four eyes are wanted. */
export function barredFrom(state: CaseState, step: Step, personId: string): string | undefined {
  if (state.status === 'none') return undefined;
  if (state.file.applicantId === personId) return '是申请人本人';
  const file = findAcceptedFile(state);
  if (file === undefined) return undefined;
  const ofWindow = step.role === 'clerk' && step.stage === 'review';
  if (!ofWindow && file.intakeBy.includes(personId)) return '收的这件，不能再审批';
  const signed = file.signatures.some(({ step: id, by }) => id !== step.id && by === personId);
  return step.fourEyes && signed ? '签过前面的环节，这一步要换人' : undefined;
}

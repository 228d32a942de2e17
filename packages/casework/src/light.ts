import { type WorkingCalendar, workingDaysBetween } from '@tongban/calendar';
import type { Day, Words } from '@tongban/kernel';
import { type ClockReading, readClock, readClocks } from './clocks.ts';
import type { CasePlan } from './plan.ts';
import { type AcceptedFile, type CaseState, type FiledFile, findAcceptedFile, findRefusal } from './state.ts';

/** When yellow comes on; a bureau may set its own. */
export type LightThresholds = {
  /** So many working days or fewer before the promised day. */
  readonly yellowWorkingDaysLeft: number;
  /** This share of the promised limit used up. */
  readonly yellowShareUsed: number;
};

export const LIGHT_DEFAULTS: LightThresholds = { yellowWorkingDaysLeft: 1, yellowShareUsed: 0.8 };

export const LIGHT_REASONS = {
  'promise-near': { colour: 'yellow', words: { zh: '承诺期限快到了', en: 'The promised day is near' } },
  'promise-passed': { colour: 'yellow', words: { zh: '超过了承诺期限', en: 'The promised day has passed' } },
  'step-late': { colour: 'yellow', words: { zh: '环节超时', en: 'A step is late' } },
  'procedure-late': {
    colour: 'yellow',
    words: { zh: '特别程序超过了告知的时间', en: 'A special procedure is longer than announced' },
  },
  'deemed-accepted': {
    colour: 'yellow',
    words: {
      zh: '5 个工作日内没有答复，视为受理',
      en: 'Not answered within five working days; deemed accepted',
    },
  },
  'statutory-passed': {
    colour: 'red',
    words: { zh: '超过了法定期限', en: 'The statutory limit has passed' },
  },
  'second-notice': {
    colour: 'red',
    words: { zh: '补正告知了不止一次', en: 'Corrections were asked for more than once' },
  },
  'refused-without-basis': {
    colour: 'red',
    words: { zh: '不予受理或不予许可没有写依据', en: 'Refused without a legal basis' },
  },
} as const satisfies Record<string, { colour: 'yellow' | 'red'; words: Words }>;

export type LightReason = keyof typeof LIGHT_REASONS;

/** 红黄灯: how closely a case must be watched, and every reason for it. */
export type Light = { readonly colour: 'green' | 'yellow' | 'red'; readonly reasons: readonly LightReason[] };

type NearRules = { readonly calendar: WorkingCalendar; readonly thresholds: LightThresholds };

/** What the light of a case is judged by. */
export type LightRules = NearRules & { readonly plan: CasePlan };

/** What the light of one clock is judged by. */
export type ClockRules = NearRules & { readonly kind: 'statutory' | 'promised' };

/** The light of a case on a day; unlawful fees are judged where payments are known. */
export function lightOf(state: CaseState, rules: LightRules, today: Day): Light {
  const reasons = [...timeReasons(state, rules, today), ...conductReasons(state)];
  const red = reasons.some((reason) => LIGHT_REASONS[reason].colour === 'red');
  if (red) return { colour: 'red', reasons };
  return { colour: reasons.length > 0 ? 'yellow' : 'green', reasons };
}

/** The colour of one clock by itself: yellow when the day is near or the promise passed, red past the law's limit. */
export function clockColour(reading: ClockReading, rules: ClockRules, today: Day): Light['colour'] {
  if (reading.overdue) return rules.kind === 'statutory' ? 'red' : 'yellow';
  return isNear(reading, rules, today) ? 'yellow' : 'green';
}

function timeReasons(state: CaseState, rules: LightRules, today: Day): LightReason[] {
  const { statutory, promised } = readClocks(state, rules.calendar, today);
  const reasons: LightReason[] = [];
  if (statutory?.overdue === true) reasons.push('statutory-passed');
  if (promised?.overdue === true) reasons.push('promise-passed');
  else if (promised !== undefined && isNear(promised, rules, today)) reasons.push('promise-near');
  if (state.status === 'in-review' && hasLateStep(state, rules, today)) reasons.push('step-late');
  if (state.status === 'special-procedure' && today > state.running.dueOn) reasons.push('procedure-late');
  return reasons;
}

function isNear(reading: ClockReading, rules: NearRules, today: Day): boolean {
  if (reading.stoppedOn !== undefined || reading.paused) return false;
  const { yellowWorkingDaysLeft, yellowShareUsed } = rules.thresholds;
  if (reading.used >= reading.limit.days * yellowShareUsed) return true;
  return workingDaysBetween(rules.calendar, today, reading.dueOn) <= yellowWorkingDaysLeft;
}

function hasLateStep(state: CaseState & { status: 'in-review' }, rules: LightRules, today: Day): boolean {
  return state.open.some(({ step, since }) => {
    const limit = rules.plan.steps.find((one) => one.id === step)?.within;
    if (limit === undefined) return false;
    return readClock(
      rules.calendar,
      { limit, startedOn: since, pauses: pausesAfter(state.file, since) },
      today,
    ).overdue;
  });
}

function pausesAfter(file: AcceptedFile, since: Day): AcceptedFile['pauses'] {
  return file.pauses.filter((pause) => pause.to === undefined || pause.to > since);
}

function conductReasons(state: CaseState): LightReason[] {
  if (state.status === 'none' || state.status === 'draft') return [];
  const reasons: LightReason[] = [];
  if (hasSecondNotice(state.file)) reasons.push('second-notice');
  if (findAcceptedFile(state)?.acceptance.deemed === true) reasons.push('deemed-accepted');
  if (findRefusal(state)?.basis.length === 0) reasons.push('refused-without-basis');
  return reasons;
}

/** One notice before and one after acceptance are lawful; two of either kind are not. */
function hasSecondNotice(file: FiledFile): boolean {
  const phases = file.notices.map((notice) => notice.phase);
  return new Set(phases).size < phases.length;
}

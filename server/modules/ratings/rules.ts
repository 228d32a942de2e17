import { addDays, dueOn, type WorkingCalendar, workingDaysBetween } from '@tongban/calendar';
import type { RatingRules } from '@tongban/catalogue/author';

type Level = RatingRules['levels'][number];
export type Channel = RatingRules['channels'][number]['id'];
export type RepairState = 'opened' | 'taken' | 'answered' | 'called-back' | 'closed';
export type AppealState = 'open' | 'upheld' | 'struck';
/** 整改动作: what can be done about a repair order. */
export type RepairAct =
  | 'take'
  | 'answer'
  | 'not-reached'
  | 'satisfied'
  | 'dissatisfied'
  | 'close'
  | 'appeal'
  | 'upheld'
  | 'struck';

/** What decides about a repair order: how it stands, who has it in hand, and who was rated. */
export type RepairFacts = {
  readonly state: RepairState;
  readonly round: number;
  readonly appeal?: AppealState | undefined;
  readonly appealedBy?: string | undefined;
  readonly handlerId?: string | undefined;
  /** Whether there is anybody to call back, how often nobody answered, and how often one tries. */
  readonly reachable: boolean;
  readonly notReached: number;
  readonly callTries: number;
  readonly ratedIds: readonly string[];
};
type Mender = { readonly personId: string; readonly role: string };

type Verdict<T = unknown> = ({ readonly ok: true } & T) | { readonly ok: false; readonly why: Why };
export type Why =
  | 'call-first'
  | 'rated'
  | 'order'
  | 'not-handler'
  | 'appealed'
  | 'no-appeal'
  | 'own-appeal'
  | 'supervisor';

/** Until which day a service that ended may be rated. */
export function rateUntil(rules: RatingRules, calendar: WorkingCalendar, endedOn: string): string {
  return dueOn(calendar, endedOn, rules.rate_within).dueOn;
}

/** 一次服务一次评价: whether a service can be rated now, and if not, why. */
export function mayRate(
  service: { readonly rateUntil: string } | undefined,
  facts: { readonly isRated: boolean; readonly today: string },
): { ok: true } | { ok: false; why: 'not-ended' | 'rated' | 'too-late' } {
  if (service === undefined) return { ok: false, why: 'not-ended' };
  if (facts.isRated) return { ok: false, why: 'rated' };
  return facts.today > service.rateUntil ? { ok: false, why: 'too-late' } : { ok: true };
}

/** 评价指标: what a chip speaks of on a channel: the indicator of its side, or the only one it has. */
export function indicatorOf(rules: RatingRules, reason: string, channel: Channel): string | undefined {
  const named = rules.reasons.find(({ id }) => id === reason)?.indicators ?? [];
  const side = rules.channels.find(({ id }) => id === channel)?.where;
  return named.find((id) => rules.indicators.find((one) => one.id === id)?.where === side) ?? named[0];
}

/** The chips offered for a level on a channel. */
export function reasonsFor(rules: RatingRules, level: number, channel: Channel) {
  return rules.reasons.filter((one) => one.levels.includes(level) && one.channels.includes(channel));
}

export function levelOf(rules: RatingRules, code: number): Level | undefined {
  return rules.levels.find((one) => one.code === code);
}

/** 差评: opens a repair order. */
export function isUnfavourable(rules: RatingRules, code: number): boolean {
  return levelOf(rules, code)?.favourable === false;
}

/** By when a bad rating is put right, counted from the day after it. */
export function repairDue(rules: RatingRules, calendar: WorkingCalendar, on: string): string {
  return dueOn(calendar, on, rules.repair).dueOn;
}

/** 红黄灯: working days left of an order, below zero when it is late. */
export function repairLight(
  rules: RatingRules,
  calendar: WorkingCalendar,
  { due, today }: { due: string; today: string },
): { light: 'green' | 'yellow' | 'red'; workingDaysLeft: number } {
  if (today > due) return { light: 'red', workingDaysLeft: -workingDaysBetween(calendar, due, today) };
  const workingDaysLeft = workingDaysBetween(calendar, today, due);
  return { light: workingDaysLeft <= rules.repair.warn_days ? 'yellow' : 'green', workingDaysLeft };
}

/** Where a repair order stands after an act. */
export type Next = { readonly state: RepairState; readonly round: number; readonly appeal?: AppealState };

/** Where an act leads, or why it cannot be done; the whole course of an order stands here. */
export function decideRepair(facts: RepairFacts, act: RepairAct, by: Mender): Verdict<{ next: Next }> {
  const why = refusalOf(facts, act, by);
  return why === undefined ? { ok: true, next: nextOf(facts, act) } : { ok: false, why };
}

const from: Readonly<Record<RepairAct, readonly RepairState[]>> = {
  take: ['opened'],
  answer: ['taken', 'answered'],
  'not-reached': ['answered'],
  satisfied: ['answered'],
  dissatisfied: ['answered'],
  close: ['answered', 'called-back'],
  appeal: ['opened', 'taken', 'answered', 'called-back'],
  upheld: ['opened', 'taken', 'answered', 'called-back'],
  struck: ['opened', 'taken', 'answered', 'called-back'],
};

function refusalOf(facts: RepairFacts, act: RepairAct, by: Mender): Why | undefined {
  if (act === 'upheld' || act === 'struck') return whyNotRecheck(facts, by);
  if (!from[act].includes(facts.state)) return 'order';
  if (act === 'appeal') return facts.appeal === undefined ? undefined : 'appealed';
  if (facts.ratedIds.includes(by.personId)) return 'rated';
  if (act !== 'take' && facts.handlerId !== by.personId) return 'not-handler';
  return act === 'close' && mustCall(facts) ? 'call-first' : undefined;
}

/** 回访: an order is closed after its call-back, or when there is nobody to call or nobody answers. */
function mustCall({ state, reachable, notReached, callTries }: RepairFacts): boolean {
  return state === 'answered' && reachable && notReached < callTries;
}

/** 复核: by a supervisor who is neither the rated one nor the one who objected. */
function whyNotRecheck({ state, appeal, appealedBy, ratedIds }: RepairFacts, by: Mender): Why | undefined {
  if (appeal !== 'open' || state === 'closed') return 'no-appeal';
  if (by.role !== 'supervisor') return 'supervisor';
  if (ratedIds.includes(by.personId)) return 'rated';
  return appealedBy === by.personId ? 'own-appeal' : undefined;
}

function nextOf({ state, round }: RepairFacts, act: RepairAct): Next {
  switch (act) {
    case 'take':
      return { state: 'taken', round };
    case 'answer':
      return { state: 'answered', round };
    case 'not-reached':
      return { state, round };
    case 'satisfied':
      return { state: 'called-back', round };
    // Still dissatisfied: another round begins, with days of its own and whoever takes it.
    case 'dissatisfied':
      return { state: 'opened', round: round + 1 };
    case 'close':
      return { state: 'closed', round };
    case 'appeal':
      return { state, round, appeal: 'open' };
    case 'upheld':
      return { state, round, appeal: 'upheld' };
    case 'struck':
      return { state: 'closed', round, appeal: 'struck' };
  }
}

/** 默认好评: whether a service nobody rated gets the default of the rules; never unless a bureau has switched it on. */
export function isDefaultDue(
  { default_favourable: rule }: RatingRules,
  endedOn: string,
  today: string,
): boolean {
  return rule.on && today > addDays(endedOn, rule.after_days);
}

/** What is counted of one rating. */
type Counted = {
  readonly level: number;
  readonly origin: 'person' | 'default';
  readonly state: 'standing' | 'struck';
};

/** 统计: given ratings alone make the share; defaults and struck ones are told apart. */
export function countRatings(rules: RatingRules, ratings: readonly (Counted & { readonly n: number })[]) {
  const sum = (fits: (one: Counted) => boolean) =>
    ratings.filter(fits).reduce((total, { n }) => total + n, 0);
  const given = (one: Counted) => one.origin === 'person' && one.state === 'standing';
  return {
    rated: sum(given),
    favourable: sum((one) => given(one) && !isUnfavourable(rules, one.level)),
    levels: rules.levels.map(({ code }) => sum((one) => given(one) && one.level === code)),
    byDefault: sum(({ origin, state }) => origin === 'default' && state === 'standing'),
    struck: sum(({ state }) => state === 'struck'),
  };
}

/** 问卷统计: number, mean level and share of good answers of one question. */
export function surveyFigures(rules: RatingRules, levels: readonly number[]) {
  const n = levels.reduce((total, one) => total + one, 0);
  if (n === 0) return { n, levels: [...levels] };
  const meanLevel = levels.reduce((total, one, at) => total + one * (at + 1), 0) / n;
  const good = rules.levels.reduce(
    (total, { code, favourable }) => total + (favourable ? (levels[code - 1] ?? 0) : 0),
    0,
  );
  return { n, levels: [...levels], meanLevel, favourableShare: good / n };
}

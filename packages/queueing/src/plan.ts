import type { Day } from '@tongban/kernel';
import { type PlannedQuantum, shareOut } from './lanes.ts';
import { quantumAt } from './quantum.ts';

/** A span of a day by the clock of Shanghai, `09:00` to `12:00`. */
export type Span = { readonly from: string; readonly to: string };
/** 每周开放: hours on some days of the week, Monday being 1. */
export type WeekHours = { readonly days: readonly number[]; readonly from: string; readonly to: string };
/** 日模板: what a kind of day looks like. */
export type DayTemplate = {
  readonly spans: readonly Span[];
  readonly windows?: readonly string[];
  readonly walkInShare: number;
  readonly priorityShare: number;
};
/** 停用时段: windows, or the whole hall, that take nobody in a span. */
export type BlockOut = { readonly span: Span; readonly windows?: readonly string[]; readonly reason: string };
/** 排班: how one day is to be, against the hours of the week and the calendar. */
export type DayRule = {
  readonly open: boolean;
  readonly says?: string;
  readonly spans?: readonly Span[];
  readonly windows?: readonly string[];
  readonly walkInShare?: number;
  readonly blockOuts: readonly BlockOut[];
};
/** A window of a hall as the plan knows it. */
export type PlanWindow = {
  readonly id: string;
  readonly kind: 'comprehensive' | 'issue' | 'stuck' | 'theme' | 'priority';
  readonly skills: readonly string[];
  readonly choose?: boolean;
};
/** The settings a plan needs of the hall rules. */
export type PlanRules = {
  readonly walk_in_share: number;
  readonly priority_share: number;
  readonly make_up_days_as: number;
};
export type DayToPlan = {
  readonly day: Day;
  readonly opens: readonly WeekHours[];
  /** Name of the statutory holiday the day belongs to. */
  readonly holiday?: string;
  /** 调休上班: a weekend day that is worked. */
  readonly makeUp?: boolean;
  readonly rule?: DayRule;
  readonly template?: DayTemplate;
  readonly windows: readonly PlanWindow[];
  readonly rules: PlanRules;
};

/** 号池: windows that are booked together, because each of them serves the same. */
export type Pool = {
  readonly pool: string;
  readonly skills: readonly string[];
  readonly windows: readonly string[];
  readonly quanta: readonly PlannedQuantum[];
};
/** 一天的安排: whether a hall is open, when, and how many each pool can take in every quantum. */
export type PlannedDay = {
  readonly open: boolean;
  readonly says: string;
  readonly from: 'day' | 'template' | 'hours' | 'holiday';
  readonly spans: readonly Span[];
  readonly pools: readonly Pool[];
};

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const kinds: ReadonlySet<string> = new Set(['comprehensive', 'theme', 'priority']);

/** Lays out one day of a hall: a rule for the day decides first, then a holiday, a template, and the hours of the week. */
export function planDay(given: DayToPlan): PlannedDay {
  const { from, spans, says } = hoursOf(given);
  const open = spans.length > 0;
  return { open, says, from, spans, pools: open ? poolsOf(given, spans) : [] };
}

/** Whether a window takes bookings and walk-ins; issue and stuck windows have queues of their own. */
export function takesBookings({ kind }: Pick<PlanWindow, 'kind'>): boolean {
  return kinds.has(kind);
}

/** The span of a day that a moment lies in, if the hall is open then. */
export function spanAt(spans: readonly Span[], day: Day, moment: Date): Span | undefined {
  return spans.find(({ from, to }) => momentOf(day, from) <= moment && moment < momentOf(day, to));
}

/** The moment of a time of day, by the clock of Shanghai. */
export function momentOf(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

type Hours = Pick<PlannedDay, 'from' | 'spans' | 'says'>;

function hoursOf(given: DayToPlan): Hours {
  const { rule, holiday, template } = given;
  if (rule !== undefined) return hoursByRule(rule, given);
  if (holiday !== undefined) return { from: 'holiday', spans: [], says: `${holiday}休息` };
  const spans = template === undefined ? weekHours(given) : inOrder(template.spans);
  const from = template === undefined ? 'hours' : 'template';
  return { from, spans, says: spans.length > 0 ? saysOf(spans) : `${weekdays[weekdayOf(given.day)]}休息` };
}

function hoursByRule(rule: DayRule, given: DayToPlan): Hours {
  if (!rule.open) return { from: 'day', spans: [], says: rule.says ?? '当天不开放' };
  const asked = rule.spans ?? given.template?.spans ?? hoursOnExtraDay(given);
  const spans = inOrder(asked);
  const hours = spans.length > 0 ? saysOf(spans) : '当天不开放';
  return { from: 'day', spans, says: rule.says === undefined ? hours : `${rule.says}，${hours}` };
}

/** A day that is opened although the week has no hours for it gets those of a make-up working day. */
function hoursOnExtraDay(given: DayToPlan): readonly Span[] {
  const own = weekHours(given);
  return own.length > 0 ? own : weekHours({ ...given, makeUp: true });
}

function weekHours({ day, opens, makeUp, rules }: DayToPlan): Span[] {
  const weekday = makeUp === true ? rules.make_up_days_as : weekdayOf(day) || 7;
  return inOrder(opens.filter(({ days }) => days.includes(weekday)).map(({ from, to }) => ({ from, to })));
}

/** 0 is Sunday. */
function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** In order of time; spans that touch or overlap are one. */
function inOrder(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted(byStart)) {
    const last = joined.at(-1);
    if (last === undefined || last.to < span.from) joined.push(span);
    else if (last.to < span.to) joined.splice(-1, 1, { from: last.from, to: span.to });
  }
  return joined;
}

function byStart(a: Span, b: Span): number {
  return a.from < b.from ? -1 : Number(a.from > b.from);
}

function saysOf(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join('、');
}

function poolsOf(given: DayToPlan, spans: readonly Span[]): Pool[] {
  const { rule, template, windows } = given;
  const staffed = rule?.windows ?? template?.windows;
  const taking = windows.filter(takesBookings).filter(({ id }) => staffed?.includes(id) ?? true);
  const pools = Map.groupBy(taking, (window) =>
    window.choose === true ? window.id : window.skills.toSorted().join('+'),
  );
  const quanta = quantaOf(given.day, spans);
  const shares = {
    walkIn: rule?.walkInShare ?? template?.walkInShare ?? given.rules.walk_in_share,
    priority: template?.priorityShare ?? given.rules.priority_share,
  };
  return [...pools].map(([pool, members]) => ({
    pool,
    skills: members[0]?.skills.toSorted() ?? [],
    windows: members.map(({ id }) => id),
    quanta: shareOut(
      quanta.map((t) => ({ t, windows: freeWindows(members, t, given) })),
      shares,
    ),
  }));
}

/** Whole quanta inside the spans, each once even where spans overlap. */
function quantaOf(day: Day, spans: readonly Span[]): number[] {
  const all = spans.flatMap(({ from, to }) => {
    const first = quantumAt(new Date(momentOf(day, from).getTime() - 1)) + 1;
    const end = quantumAt(momentOf(day, to));
    return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  });
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function freeWindows(members: readonly PlanWindow[], t: number, { day, rule }: DayToPlan): number {
  const blocked = (rule?.blockOuts ?? []).filter(({ span }) => touches(span, t, day));
  const isFree = ({ id }: PlanWindow) => !blocked.some(({ windows }) => windows?.includes(id) ?? true);
  return members.filter(isFree).length;
}

function touches({ from, to }: Span, t: number, day: Day): boolean {
  const end = quantumAt(new Date(momentOf(day, to).getTime() - 1));
  return from < to && quantumAt(momentOf(day, from)) <= t && t <= end;
}

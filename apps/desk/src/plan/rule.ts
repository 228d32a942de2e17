import type { DayPlan, DayRule, Span } from '@tongban/contract';

/** What a part of the day plan is shown and changed by. */
export type EditProps = { plan: DayPlan; rule: DayRule; edit: (rule: DayRule) => void };

/** Sets what a rule says anew; what is set to undefined is left out again. */
export function withPart(rule: DayRule, part: { [K in keyof DayRule]?: DayRule[K] | undefined }): DayRule {
  const entries = Object.entries({ ...rule, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as DayRule;
}

/** Whether two rules say the same. */
export function isSameRule(one: DayRule, other: DayRule): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(rule: DayRule) {
  return Object.entries(rule).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** A time of day as it was typed, `9`, `930` or `9:30`, as `09:30`; what is none stays as it is. */
export function clockOf(typed: string): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2}?)[:：]?(\d{2})?$/.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return typed;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** 午休: the spans without what lies between, as times of day compare as text. */
export function cutOut(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans
    .flatMap((span) => [
      { from: span.from, to: span.to < from ? span.to : from },
      { from: span.from > to ? span.from : to, to: span.to },
    ])
    .filter((span) => span.from < span.to);
}

/** Why spans cannot be sent: each must end after it begins, and they may not overlap. */
export function spansFault(spans: readonly Span[]): string | undefined {
  if (spans.some(({ from, to }) => !isClock(from) || !isClock(to))) return '开放时间的起止写成 09:00 这样';
  if (spans.some(({ from, to }) => from >= to)) return '每一段的结束要晚于开始';
  const order = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const overlaps = order.some(({ from }, at) => at > 0 && from < (order[at - 1]?.to ?? ''));
  return overlaps ? '各段开放时间不能重叠' : undefined;
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

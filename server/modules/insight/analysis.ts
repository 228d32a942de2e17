import { addDays } from '@tongban/calendar';
import { type Insight, orderChannels, orderKinds } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { findBursts } from '@tongban/scoring';
import { asMachine, can, type SignedIn } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import type { Measures, Span, Sum } from './store.ts';

const mostDays = 366;
/** House default: kinds of fraud with fewer orders are not told. */
const fewest = 3;
/** The weeks a season is known by. */
const seasonDays = 63;
const nothing: Measures = { received: 0, closed: 0, satisfied: 0, reopened: 0 };

/** 舆情分析: what the day counts of a branch say of a time; nothing is read but the counts. */
export function createAnalysis(parts: Parts) {
  const { counts } = parts;
  return {
    async get(caller: SignedIn, span: Span): Promise<Insight> {
      const days = daysIn(span);
      if (days < 1 || days > mostDays)
        throw new Problem('insight.span', 'invalid', '开始日期不晚于结束日期，一次最多看 366 天');
      const branch = branchOf(caller);
      const past = { from: addDays(span.from, -days), to: addDays(span.from, -1) };
      const [sums, before, regions, regionsBefore, all, matters, feed] = await Promise.all([
        counts.sums(branch, span),
        counts.sums(branch, past),
        counts.regions(branch, span),
        counts.regions(branch, past),
        counts.days(branch, { axis: 'all', ...span }),
        counts.days(branch, { axis: 'matter', from: addDays(span.from, -seasonDays), to: span.to }),
        asMachine('worker', () => parts.feed.standing()),
      ]);
      const read = readerOf(sums, before);
      const named = { rules: parts.rules, sums, read };
      return {
        ...span,
        ...{ total: read('all', ''), ...mixOf(parts, read) },
        topics: mattersOn('matter', named),
        // Few of one kind could be told apart, though nobody is named.
        fraud: mattersOn('fraud', named).filter(({ received }) => received >= fewest),
        days: everyDay(span, new Map(all.map(({ day, count }) => [day, count]))),
        regions: regionsOf(parts, regions, regionsBefore),
        bursts: burstsOf(parts, matters, span),
        feed: standingOf(parts, feed),
      };
    },
  };
}

type Read = (axis: Sum['axis'], value: string) => ReturnType<typeof verdicts> & { before: number };

function readerOf(sums: readonly Sum[], before: readonly Sum[]): Read {
  const keyed = (rows: readonly Sum[]) => new Map(rows.map((row) => [`${row.axis} ${row.value}`, row]));
  const [now, then] = [keyed(sums), keyed(before)];
  return (axis, value) => {
    const key = `${axis} ${value}`;
    return { ...verdicts(now.get(key) ?? nothing), before: then.get(key)?.received ?? 0 };
  };
}

/** Whoever says whether it is solved says that it is, or has it begun again. */
function verdicts({ received, closed, satisfied, reopened }: Measures) {
  return { received, closed, satisfied, reopened, asked: satisfied + reopened };
}

function branchOf(caller: SignedIn): string {
  const { filter } = can(caller, 'read', { kind: 'insight' });
  if (filter.rows === 'branch') return filter.branch;
  throw new Problem('orders.no-post', 'forbidden', '先选一个岗位');
}

function mixOf({ rules }: Parts, read: Read): Pick<Insight, 'kinds' | 'channels'> {
  return {
    kinds: orderKinds
      .map((kind) => ({
        kind,
        name: rules.kinds.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind },
        ...read('kind', kind),
      }))
      .filter(({ received, before }) => received + before > 0),
    channels: orderChannels
      .map((channel) => ({ channel, ...read('channel', channel) }))
      .filter(({ received, before }) => received + before > 0),
  };
}

/** What was counted on an axis of matters, the most first. */
function mattersOn(axis: 'matter' | 'fraud', { rules, sums, read }: Named): Insight['topics'] {
  const names = new Map(rules.matters.map(({ id, name }) => [id, name]));
  return sums
    .filter((one) => one.axis === axis && one.received > 0)
    .map(({ value }) => ({ id: value, name: names.get(value) ?? value, ...read(axis, value) }))
    .toSorted((a, b) => b.received - a.received || (a.id < b.id ? -1 : 1));
}
type Named = Pick<Parts, 'rules'> & { sums: readonly Sum[]; read: Read };

function regionsOf(
  { offices }: Parts,
  now: readonly (Measures & { city: string })[],
  past: readonly (Measures & { city: string })[],
): Insight['regions'] {
  const before = new Map(past.map(({ city, received }) => [city, received]));
  const names = new Map(
    offices.organisations().map((one) => [one.division.padEnd(4, '0'), one.name] as const),
  );
  return now
    .map(({ city, ...sums }) => ({
      ...{ id: city, name: names.get(city) ?? city, before: before.get(city) ?? 0 },
      ...verdicts(sums),
    }))
    .toSorted((a, b) => b.received - a.received || (a.id < b.id ? -1 : 1));
}

type MatterDay = { readonly value: string; readonly day: string; readonly count: number };

/** 突增 of each matter against its own season; those that were over before the span began are not told. */
function burstsOf({ rules }: Parts, days: readonly MatterDay[], { from }: Span): Insight['bursts'] {
  const names = new Map(rules.matters.map(({ id, name }) => [id, name]));
  return [...Map.groupBy(days, ({ value }) => value)]
    .flatMap(([matter, counts]) =>
      findBursts(counts)
        .filter(({ to }) => to >= from)
        .map((burst) => ({ matter, name: names.get(matter) ?? matter, ...burst })),
    )
    .toSorted((a, b) => b.strength - a.strength);
}

function everyDay({ from, to }: Span, counts: ReadonlyMap<string, number>): Insight['days'] {
  return Array.from({ length: daysIn({ from, to }) }, (_, at) => {
    const day = addDays(from, at);
    return { day, received: counts.get(day) ?? 0 };
  });
}

function daysIn({ from, to }: Span): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

type Standing = Awaited<ReturnType<Parts['feed']['standing']>>;

function standingOf({ peer }: Parts, { lines, ways }: Standing): Insight['feed'] {
  const [file, push] = [ways.get('file'), ways.get('push')];
  return {
    ...{ lines, written: file?.seq ?? 0, to: peer === undefined ? 'nobody' : 'peer' },
    ...{ pushed: push?.seq ?? 0, failures: push?.attempts ?? 0 },
  };
}

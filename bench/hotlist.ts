import { hotCandidates } from '@tongban/scoring';
import { grievanceOf, sampleOrders } from '../scripts/hotline/sample.ts';

/**
 * 热点榜测准: six topics are planted in the last month of half a year, beside a caller who calls thirty times and a matter
 * that grows as it does in its season. A candidate hits a topic when more than half of its orders are the topic's and it
 * holds more than half of them. Months are invented; several seeds are counted together.
 */
const seeds = [21, 22, 23];
const topics = 6;
const monthDays = 30;
const months = 4;
const perSeed = Number(process.env.BENCH_ORDERS ?? 12_000);

const rows = seeds.map(measure);
console.table(rows);
const sum = (key: 'hits' | 'candidates' | 'planted' | 'found') =>
  rows.reduce((total, row) => total + row[key], 0);
console.log(
  JSON.stringify({
    precision: round(sum('hits') / Math.max(1, sum('candidates'))),
    recall: round(sum('found') / sum('planted')),
    planted: sum('planted'),
    candidates: sum('candidates'),
  }),
);

function measure(seed: number) {
  const days = monthDays * months;
  const wish = { count: perSeed, seed, from: '2026-01-01', days, topics };
  const { orders, truth, words } = sampleOrders(wish);
  const first = Date.parse(wish.from);
  const byMonth = Map.groupBy(orders, ({ day }) =>
    Math.floor((Date.parse(day) - first) / 86_400_000 / monthDays),
  );
  const told = Array.from({ length: months }, (_, at) =>
    (byMonth.get(at) ?? []).map((order) => grievanceOf(order, words)),
  );
  const began = performance.now();
  const candidates = hotCandidates({ month: told.at(-1) ?? [], before: told.slice(0, -1).toReversed() });
  const seconds = (performance.now() - began) / 1000;
  const hit = (of: (typeof truth.hot)[number], candidate: (typeof candidates)[number]) => {
    const own = new Set(of.orders);
    const shared = candidate.orders.filter((id) => own.has(id)).length;
    return shared > candidate.orders.length / 2 && shared > of.orders.length / 2;
  };
  for (const candidate of candidates) {
    const topic = truth.hot.find((one) => hit(one, candidate));
    if (process.env.BENCH_SHOW !== undefined)
      console.log(topic?.name ?? '—', candidate.matter, candidate.words.join(' '), candidate.orders.length);
  }
  return {
    seed,
    planted: truth.hot.length,
    candidates: candidates.length,
    hits: candidates.filter((one) => truth.hot.some((topic) => hit(topic, one))).length,
    found: truth.hot.filter((topic) => candidates.some((one) => hit(topic, one))).length,
    seconds: round(seconds),
  };
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}

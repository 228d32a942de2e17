import { createDuplicateIndex, duplicateAt } from '@tongban/scoring';
import { sampleOrders, toldOf } from '../scripts/hotline/sample.ts';

/**
 * 查重测准: orders of a month come one after the other; each is compared with what came before. Some tell of an event that
 * was told already, in other words or by a neighbour. `found` is the share of those pairs that is suggested, `falseMerges`
 * the share of suggestions that are two events. The orders are invented; the weights and the
 * threshold were set on other seeds.
 */
const count = Number(process.env.BENCH_ORDERS ?? 8000);
const { orders, truth, words } = sampleOrders({ count, seed: 13, from: '2026-03-01', days: 30 });

const keyOf = (a: string, b: string) => [a, b].sort().join(' ');
const planted = new Set(truth.duplicates.map(([a, b]) => keyOf(a, b)));
const index = createDuplicateIndex();
const suggested = new Set<string>();
const spent: number[] = [];
for (const order of orders) {
  const told = toldOf(order, words);
  const began = performance.now();
  const similar = index.similar(told);
  spent.push(performance.now() - began);
  for (const { id, score } of similar) if (score >= duplicateAt) suggested.add(keyOf(order.id, id));
  index.add(order.id, told);
}

const right = [...suggested].filter((pair) => planted.has(pair)).length;
const wrong = suggested.size - right;
const result = {
  orders: orders.length,
  planted: planted.size,
  suggested: suggested.size,
  found: round(right / planted.size),
  falseMerges: round(wrong / Math.max(1, suggested.size)),
  similarP95Ms: round(spent.toSorted((a, b) => a - b)[Math.floor(spent.length * 0.95)] ?? 0),
};
console.table(result);
console.log(JSON.stringify(result));

function round(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}

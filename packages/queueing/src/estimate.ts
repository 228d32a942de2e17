import { createRun } from './forward-run.ts';
import type { Queue } from './queue.ts';

/** 预计等候: minutes until the call that half of the runs, and four in five of them, stay within. */
export type Estimate = { readonly p50: number; readonly p80: number };

/**
 * 预估: how long everybody waiting will still wait. The real queue is run forward some dozens of times by the order in which
 * it is called, each time with other durations and other people not coming; a ticket no staffed window may serve is absent.
 */
export function estimate(queue: Queue): Map<string, Estimate> {
  const { tickets, rules, runs = rules.estimate.runs } = queue;
  const waits = new Map(tickets.map(({ id }) => [id, new Float64Array(runs).fill(Number.POSITIVE_INFINITY)]));
  const forward = createRun(queue);
  for (let run = 0; run < runs; run += 1) {
    forward((ticket, minutes) => waits.get(ticket)?.fill(minutes, run, run + 1));
  }
  return new Map(
    [...waits].flatMap(([id, minutes]) => {
      const sorted = minutes.sort();
      const [p50, p80] = [quantile(sorted, 0.5), quantile(sorted, 0.8)];
      return Number.isFinite(p80) ? [[id, { p50, p80 }] as const] : [];
    }),
  );
}

/**
 * 等候时间: an estimate rounded for people, to five minutes below an hour and to ten above. It never promises less than the
 * upper bound, and begins as far below the middle as that bound is above it, so that few are called before they look up.
 */
export function rangeOf(p50: number, p80: number): { from: number; to: number } {
  const step = p80 > 60 ? 10 : 5;
  const early = Math.max(0, 2 * p50 - p80);
  return { from: Math.floor(early / step) * step, to: Math.ceil(p80 / step) * step };
}

function quantile(sorted: Float64Array, share: number): number {
  return (
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.POSITIVE_INFINITY
  );
}

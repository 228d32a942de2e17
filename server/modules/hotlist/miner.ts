import { Worker } from 'node:worker_threads';
import type { HotCandidate } from '@tongban/scoring';
import type { Told } from './grievances.ts';

/** What the thread is told: orders of one of the months, the youngest being 0, or that these were all. */
export type ToMiner = { readonly month: number; readonly told: readonly Told[] } | 'mine';

/**
 * 挖掘线程: takes months of orders in portions and answers with their hot topics. Cutting and comparing a month of texts takes
 * seconds, and nobody shall wait for an answer meanwhile.
 */
export function startMiner(terms: readonly string[]) {
  const thread = new Worker(new URL('./miner-worker.ts', import.meta.url), { workerData: terms });
  const found = new Promise<readonly HotCandidate[]>((resolve, reject) => {
    thread.once('message', (candidates: readonly HotCandidate[]) => resolve(candidates));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('a month was not mined to its end')));
  });
  // Whoever stops before the end does not wait for it.
  found.catch(() => undefined);
  const send = (message: ToMiner) => thread.postMessage(message);
  return {
    add: (month: number, told: readonly Told[]): void => send({ month, told }),
    async mine(): Promise<readonly HotCandidate[]> {
      send('mine');
      return found;
    },
    stop: () => thread.terminate(),
  };
}

import Type from 'typebox';
import { enqueue, job, type Tx } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { messageOf } from './push-message.ts';

const pushRating = job('ratings.push', Type.Object({ rating: Type.String({ format: 'uuid' }) }));
const mostAttempts = 12;

/** 评价推送: each rating is told once to the city’s platform, again after a failure, and a failure holds up nothing. */
export function createPushing(parts: Parts) {
  const { store, jobs, clock, exchange } = parts;
  jobs.handle(pushRating, async ({ rating: ratingId }, { attempt }) => {
    const row = await store.findWaiting(ratingId);
    if (row === undefined || exchange === undefined) return;
    const attempts = row.attempts + 1;
    try {
      await exchange.push(await messageOf(parts, await store.toPush(ratingId)));
    } catch (error) {
      const state = attempt >= mostAttempts ? 'failed' : 'waiting';
      await store.notePush(ratingId, { state, attempts, at: clock() });
      throw error;
    }
    await store.notePush(ratingId, { state: 'sent', attempts, at: clock() });
  });
  return {
    /** Orders the push in the act that makes it necessary; where there is no platform there is nothing to do. */
    async order(tx: Tx, ratingId: string): Promise<void> {
      if (exchange === undefined) return;
      await store.insertPush(tx, ratingId, clock());
      await enqueue(tx, { job: pushRating, data: { rating: ratingId }, maxAttempts: mostAttempts });
    },
    async standing() {
      const counts = new Map((await store.pushCounts()).map(({ state, n }) => [state, n]));
      return {
        to: exchange?.kind ?? ('nobody' as const),
        ...{
          waiting: counts.get('waiting') ?? 0,
          sent: counts.get('sent') ?? 0,
          failed: counts.get('failed') ?? 0,
        },
      };
    },
  };
}
export type Pushing = ReturnType<typeof createPushing>;

import { addDays } from '@tongban/calendar';
import type { ReplyGap } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import { type Parts, placeOf } from './parts.ts';
import { gapOf } from './rules.ts';
import { sentences } from './words.ts';

export type Gaps = ReturnType<typeof createGaps>;
const most = 200;
/** 缺口保留多少天: a default of the house. */
const keptDays = 180;
const everyNight = '20 18 * * *';

/** 检索缺口: what was looked for and not found, counted; what could tell of a person is not kept. */
export function createGaps({ db, clock, jobs, store, scopes }: Parts) {
  jobs.every('knowledge.forget-gaps', everyNight, (now) =>
    transaction(db, async (tx) => {
      await store.forgetBefore(tx, new Date(`${addDays(shanghaiDay(now), -keptDays)}T00:00:00+08:00`));
    }),
  );
  const list = async (caller: SignedIn, tx?: Tx): Promise<ReplyGap[]> => {
    const mine = scopes.writable(placeOf(caller));
    if (mine.length === 0) return [];
    return (await store.openGaps(mine, most, tx)).map((row) => ({
      ...{ words: row.words, scope: row.scope, scopeName: scopes.nameOf(row.scope) },
      ...{ asked: row.asked, askedOutside: row.asked_outside, lastAt: row.last_at.toISOString() },
    }));
  };
  return {
    list,
    /** Counts a search without a result; whoever searched is not kept. */
    async count({ scope, text, outside }: { scope: string; text: string; outside: boolean }): Promise<void> {
      const words = gapOf(text);
      if (words === undefined) return;
      await asMachine('worker', () =>
        transaction(db, (tx) => store.count(tx, { scope, words, outside, at: clock() })),
      );
    },
    async settle(
      tx: Tx,
      caller: SignedIn,
      { scope, words }: { scope: string; words: string },
    ): Promise<void> {
      if (!scopes.writable(placeOf(caller)).includes(scope))
        throw new Problem('replies.scope', 'forbidden', sentences['replies.scope']?.zh ?? '');
      await store.settle(tx, { scope, words, at: clock() });
    },
  };
}

import type { OrderAct, OrderDone, OrderView } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Attaching } from './attaching.ts';
import { actorOf, type DeskViews } from './desk-views.ts';
import { type Ledger, missing, refused } from './ledger.ts';
import { isOwn, type OpenOrder } from './model.ts';
import { hideReopened } from './own.ts';
import { type Parts, postOf } from './parts.ts';
import type { Publishing } from './publishing.ts';
import type { Actor, CommandType } from './rules/commands.ts';
import { whyNotMay } from './rules/decide.ts';
import { seesOrder } from './rules/reach.ts';
import type { AnswerStore } from './store/answers.ts';
import { commandOf } from './wishes.ts';

type Deps = Parts & {
  ledger: Ledger;
  answers: AnswerStore;
  views: DeskViews;
  publishing: Publishing;
  attaching: Attaching;
};
type ActWish = { order: string; version: number; act: OrderAct };

export type Desk = ReturnType<typeof createDesk>;

/** 工单台: one order, and what is done about it from a post. */
export function createDesk(deps: Deps) {
  const { store, ledger, views, attaching } = deps;
  /** An order this post sees: the database says so first, then the rules. */
  const seen = async (caller: SignedIn, number: string): Promise<OpenOrder> => {
    const row = await store.find(number);
    if (row === undefined) throw missing();
    const open = await ledger.read(row);
    if (!seesOrder(postOf(caller), open.state)) throw missing();
    return open;
  };
  return {
    seen,
    get: async (caller: SignedIn, number: string): Promise<OrderView> =>
      views.view(caller, await seen(caller, number)),
    /** Does one thing. The house writes it, for the order may leave the sight of whoever does it. */
    async act(tx: Tx, caller: SignedIn, { order, version, act }: ActWish): Promise<OrderDone> {
      const open = await ledger.lock(tx, order);
      if (!seesOrder(postOf(caller), open.state)) throw missing();
      if (isOwn(deps, open.row, caller.citizenId)) throw refused('own');
      if (open.row.version !== version)
        throw outdated(deps, open, { actor: actorOf(caller), type: act.type });
      const command = commandOf(deps, open.state, act);
      if (command.type === 'attach') await attaching.refuseOthers(tx, caller.personId, command.files);
      const done = await ledger.give(tx, open, { actor: actorOf(caller), command });
      if (command.type === 'reply') await deps.publishing.publish(tx, done);
      await hideReopened(deps, tx, done);
      const isSeen = seesOrder(postOf(caller), done.state);
      return { done: act.type, ...(isSeen ? { order: await views.view(caller, done) } : {}) };
    },
    /** An order is linked to a case the same post sees; any other is as if it were not there. */
    refuseLink: (caller: SignedIn, number: string) => deps.cases.desk.get(caller, number),
    /** Merging is into an order the same post sees, which is open and no tip-off. */
    async refuseMerge(caller: SignedIn, number: string, into: string): Promise<void> {
      const target = into === number ? undefined : await store.find(into);
      if (target === undefined || target.tip_off || target.stage === 'closed') throw refused('itself');
      if (!seesOrder(postOf(caller), (await ledger.read(target)).state)) throw refused('itself');
    },
  };
}

/** What somebody had open has changed: where that closes the way, they hear why, and else to look at it again. */
function outdated(
  { clock, timing }: Deps,
  { state }: OpenOrder,
  { actor, type }: { actor: Actor; type: CommandType },
): Problem {
  const why = whyNotMay({ state, actor, today: shanghaiDay(clock()) }, type, timing);
  return why === undefined || why === 'stage'
    ? new Problem('orders.version', 'conflict', '工单刚刚有了变化，看过再办')
    : refused(why);
}

import type { CallerCard, PhoneCall } from '@tongban/contract';
import { maskPhone, Problem } from '@tongban/kernel';
import { asMachine, newId, type SignedIn, type Tx, transaction } from '../../platform/index.ts';
import { callTopic, keepCall, takeCall } from './call-news.ts';
import { callingPhone, cardOf, noCall } from './caller-card.ts';
import type { DeskViews } from './desk-views.ts';
import { type Parts, places, postOf } from './parts.ts';
import type { CallNews, Pushed } from './ports/telephone.ts';
import type { CallStore, ProcedureStore } from './store/calls.ts';
import type { ListStore } from './store/lists.ts';
import type { CallRow } from './store/tables.ts';

type Deps = Parts & { calls: CallStore; procedures: ProcedureStore; lists: ListStore; views: DeskViews };
type Pretended = { phone: string; dialled: string };
type WrapUp = { call: string; code: string; order?: string | undefined };
const mostCalls = 10;

/** 来电弹屏: calls come to the operator they ring at, who sees who may be calling. */
export function createCalling(deps: Deps) {
  const { calls, clock, db, live, telephone } = deps;
  return {
    async list(caller: SignedIn) {
      const rows = await calls.waiting(caller.personId, mostCalls);
      return { calls: rows.map((row) => callView(deps, row)), simulated: telephone?.kind === 'simulator' };
    },
    /** Tells of calls at the place of somebody with a post, until they are signed out. */
    watch: (caller: SignedIn, gone: AbortSignal) => {
      postOf(caller);
      const until = caller.sessionId === undefined ? gone : live.untilOver(caller.sessionId, gone);
      return live.listen({ topic: callTopic, key: caller.personId }, until);
    },
    sit: (tx: Tx, caller: SignedIn, extension: string) =>
      calls.sit(tx, { extension, person_id: caller.personId, branch: postOf(caller).branch, since: clock() }),
    /** Takes what the telephone system pushes; refused whole unless it has signed it. */
    async push(pushed: Pushed): Promise<number> {
      const read = telephone?.read(pushed);
      if (read === undefined) throw new Problem('orders.signature', 'forbidden', '签名不对，没有收下');
      return asMachine('worker', () =>
        transaction(db, async (tx) => {
          let taken = 0;
          for (const news of read)
            taken += (await takeCall(deps, tx, { news, simulated: false })) === undefined ? 0 : 1;
          return taken;
        }),
      );
    },
    async pretend(tx: Tx, caller: SignedIn, { phone, dialled }: Pretended): Promise<PhoneCall> {
      if (telephone?.kind !== 'simulator')
        throw new Problem('orders.real-telephone', 'conflict', '已接真实话务系统，不能模拟来电');
      const place = { person_id: caller.personId, branch: postOf(caller).branch };
      const call = { call: `SIM-${newId()}`, state: 'ringing', extension: '' } as const;
      const news: CallNews = { ...call, phone, dialled, at: clock().toISOString() };
      return callView(deps, await keepCall(deps, tx, { news, simulated: true, place }));
    },
    ...createAnswering(deps),
  };
}

/** What an operator does with a call: sees who it may be, and wraps it up. */
function createAnswering(deps: Deps) {
  const { calls, rules } = deps;
  const mine = async (caller: SignedIn, callId: string): Promise<CallRow> => {
    const row = await calls.get(caller.personId, callId);
    if (row === undefined) throw noCall();
    return row;
  };
  return {
    async card(caller: SignedIn, callId: string): Promise<CallerCard> {
      return { call: callId, ...(await cardOf(deps, await callingPhone(deps, caller, callId))) };
    },
    async wrapUp(tx: Tx, caller: SignedIn, { call, code, order: number }: WrapUp) {
      const row = await mine(caller, call);
      if (!rules.wrapUps.some(({ id }) => id === code))
        throw new Problem('orders.wrap-up', 'invalid', '没有这个小结，重新选一个');
      const found = number === undefined ? undefined : await deps.store.find(number, tx);
      // What the operator may not see, as a tip-off, is not tied to a call.
      const tied = found === undefined || found.tip_off ? {} : { order_number: found.number };
      await calls.change(tx, row.call_id, { wrap_up: code, ...tied });
    },
  };
}

function callView({ vault }: Deps, row: CallRow): PhoneCall {
  return {
    ...{ call: row.call_id, phone: maskPhone(vault.open(places.callPhone(row.call_id), row.phone)) },
    ...{ dialled: row.dialled, state: row.state, at: row.at.toISOString(), simulated: row.simulated },
  };
}

import { Problem } from '@tongban/kernel';
import { can, type SignedIn } from '../../platform/index.ts';
import type { Desk } from './desk.ts';
import { refused } from './ledger.ts';
import { callerIn, type OpenOrder, saidIn } from './model.ts';
import { type Parts, postOf } from './parts.ts';
import { isWithin, type Post } from './rules/reach.ts';

type Unmasked = { name?: string; phone?: string; address?: string };
const desks: readonly Post['role'][] = ['operator', 'spokesperson', 'hall-manager'];

/** 查看电话: name, phone and the address of a visit in full, for whoever has the order in hand and for the desk that calls back. */
export function createUnmasking(parts: Parts & { desk: Desk }) {
  return async (caller: SignedIn, number: string): Promise<Unmasked> => {
    const open = await parts.desk.seen(caller, number);
    const { row } = open;
    if (row.stage === 'closed') throw new Problem('orders.closed', 'conflict', '工单已经办结，不再显示电话');
    const branch = fromWhere(open, caller);
    if (branch === undefined || !can(caller, 'unmask', { kind: 'order', branch }).allow)
      throw refused('handler');
    const { name, phone } = callerIn(parts, row);
    const { visit } = saidIn(parts, row);
    return {
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      ...(visit === undefined ? {} : { address: visit.address }),
    };
  };
}

/** The branch from which this caller may speak with whoever asked: the unit in whose hand it is, or the desk. */
function fromWhere(open: OpenOrder, caller: SignedIn): string | undefined {
  if (isInHand(open, caller)) return open.row.branch;
  return callsBack(open, postOf(caller)) ? open.row.desk : undefined;
}

function isInHand({ state }: OpenOrder, caller: SignedIn): boolean {
  return state.branch === postOf(caller).branch && state.handlerId === caller.personId;
}

/** The desk speaks with whoever asked before it sends the order on and after the reply, unless they wanted to be known to one alone. */
function callsBack({ row, state }: OpenOrder, post: Post): boolean {
  if (state.tipOff || row.identity !== 'named' || !desks.includes(post.role)) return false;
  return isWithin(state.desk, post.branch) && ['received', 'sorting', 'call-back'].includes(row.stage);
}

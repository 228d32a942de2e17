import type { OrderKind, VisitWish } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Identity } from './store/tables.ts';
import { visitSentences } from './visit-words.ts';

type Asked = {
  kind: OrderKind;
  identity: Identity;
  who: { personId?: string; phone?: string };
  visit?: VisitWish | undefined;
};

/** 上门申请: a home visit says where to go, and by whom we are let in; nothing else has an address. */
export function refuseVisit({ kind, identity, who, visit }: Asked): void {
  if (kind !== 'visit') {
    if (visit !== undefined) throw wrong('orders.visit-kind', '/visit');
    return;
  }
  if (visit === undefined) throw wrong('orders.visit-needed', '/visit/address');
  if (identity !== 'named') throw wrong('orders.visit-named', '/identity');
  if (who.personId === undefined && who.phone === undefined)
    throw wrong('orders.visit-phone', '/caller/phone');
  if (visit.reason === 'many-people' && visit.people === undefined)
    throw wrong('orders.visit-people', '/visit/people');
}

function wrong(code: string, pointer: string): Problem {
  const message = visitSentences[code]?.zh ?? code;
  return new Problem(code, 'invalid', message, [{ pointer, code: 'visit', message }]);
}

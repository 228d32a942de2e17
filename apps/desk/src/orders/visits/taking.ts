import type { VisitReason, VisitWish } from '@tongban/contract';
import { visitWords } from './words.ts';

/** 上门申请 as it is put down on the phone. */
export type VisitTaking = {
  readonly reason?: VisitReason;
  readonly people: string;
  readonly address: string;
  readonly suits: string;
};
export const blankVisit: VisitTaking = { people: '', address: '', suits: '' };

type Told = {
  readonly kind?: string;
  readonly identity: string;
  readonly phone: string;
  readonly visit?: VisitTaking;
};

/** What still has to be asked before somebody can be visited; undefined where nothing has. */
export function lackingVisit({ kind, identity, phone, visit = blankVisit }: Told): string | undefined {
  const { need } = visitWords;
  if (kind !== 'visit') return undefined;
  if (visit.address.trim() === '') return need.address;
  if (visit.reason === undefined) return need.reason;
  if (visit.reason === 'many-people' && Number(visit.people) < 2) return need.people;
  if (identity !== 'named') return need.named;
  return phone === '' ? need.phone : undefined;
}

/** As it is registered with the order. */
export function visitOf({ kind, visit }: Pick<Told, 'kind' | 'visit'>): { visit?: VisitWish } {
  if (kind !== 'visit' || visit?.reason === undefined) return {};
  const { reason, people, address, suits } = visit;
  return {
    visit: {
      ...{ reason, address: address.trim() },
      ...(reason === 'many-people' ? { people: Number(people) } : {}),
      ...(suits.trim() === '' ? {} : { suits: suits.trim() }),
    },
  };
}

import type { OrderDuty } from '@tongban/contract';

/** 当班: whether a shift holds at an hour; one that ends before it begins goes on past midnight. */
export function isOn({ from, to }: Pick<OrderDuty, 'from' | 'to'>, now: string): boolean {
  return from < to ? from <= now && now < to : now >= from || now < to;
}

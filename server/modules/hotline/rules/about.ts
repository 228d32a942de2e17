import type { OrderRules } from './order-rules.ts';

type Item = OrderRules['talk']['items'][number];

/** 关联的事项: the item an order names, as pages name it (`item:kayak`) or by its id alone. */
export function itemIn({ talk }: Pick<OrderRules, 'talk'>, about: string): Item | undefined {
  const id = about.replace(/^item:/, '');
  const item = talk.items.find((one) => one.id === id);
  return item === undefined ? undefined : { ...item };
}

/** What an order is about, in words: an item by its name, a ticket or a case by its number. */
export function aboutWords(rules: Pick<OrderRules, 'talk'>, about: string): string {
  return itemIn(rules, about)?.name ?? about.replace(/^ticket:/, '排队号 ');
}

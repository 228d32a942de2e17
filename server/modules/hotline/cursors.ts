import { Problem } from '@tongban/kernel';
import type { Cursor } from './store/lists.ts';

/** Where a page goes on; a cursor nobody was given is refused. */
export function after(text: string | undefined): { after?: Cursor } {
  if (text === undefined) return {};
  const [key = '', id = ''] = text.split('|');
  const isSound = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(key) && /^[0-9a-f-]{36}$/.test(id);
  if (!isSound || Number.isNaN(Date.parse(key)))
    throw new Problem('orders.cursor', 'invalid', '这一页找不到了，从头再看');
  return { after: { key, id } };
}

/** What the next page is asked with; absent on the last. */
export function next<Row>(
  isMore: boolean,
  last: Row | undefined,
  keyOf: (row: Row) => readonly [string, string],
): { next?: string } {
  return isMore && last !== undefined ? { next: keyOf(last).join('|') } : {};
}

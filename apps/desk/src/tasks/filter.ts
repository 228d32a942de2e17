import type { ListFilter } from '@tongban/contract';
import { type Queue, queueFrom } from './queue-order.ts';

export type Light = NonNullable<ListFilter['lights']>[number];
const lights: readonly Light[] = ['red', 'yellow', 'green'];
const texts = ['q', 'holder', 'dueBy', 'submittedFrom', 'submittedTo', 'office'] as const;

/** 筛选: reads a filter from the address, so that back, reload and a shared link find the same list. */
export function filterFrom(search: URLSearchParams, role: string): ListFilter & { queue: Queue } {
  const items = listOf(search.get('items'));
  const chosen = lights.filter((light) => listOf(search.get('lights')).includes(light));
  return {
    queue: queueFrom(search.get('queue'), role),
    ...Object.fromEntries(
      texts.flatMap((key) => {
        const text = search.get(key)?.trim() ?? '';
        return text === '' ? [] : [[key, text]];
      }),
    ),
    ...(items.length === 0 ? {} : { items }),
    ...(chosen.length === 0 ? {} : { lights: chosen }),
  };
}

/** Writes a filter as the parameters of an address; what is not narrowed is left out. */
export function searchOf({ queue, items, lights: chosen, ...rest }: ListFilter): Record<string, string> {
  return {
    ...(queue === undefined ? {} : { queue }),
    ...Object.fromEntries(
      texts.flatMap((key) => {
        const text = rest[key];
        return text === undefined || text === '' ? [] : [[key, text]];
      }),
    ),
    ...(items === undefined || items.length === 0 ? {} : { items: items.join(',') }),
    ...(chosen === undefined || chosen.length === 0 ? {} : { lights: chosen.join(',') }),
  };
}

/** In how many ways a list is narrowed besides its queue and what is searched for. */
export function narrowings({ queue: _queue, q: _q, ...rest }: ListFilter): number {
  return Object.values(rest).filter((value) => value !== undefined && value.length > 0).length;
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}

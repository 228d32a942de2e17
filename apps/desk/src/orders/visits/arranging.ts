import type { OrderAct, OrderView } from '@tongban/contract';
import { visitWords } from './words.ts';

const { need } = visitWords.arrange;

/** What is filled in before a visit is arranged. */
export type Arranging = {
  readonly day: string;
  readonly time: 'morning' | 'afternoon' | 'hours';
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly note: string;
  readonly reason: string;
};

/** What stands there already, or whoever has the order in hand. */
export function arrangingOf({ visit, handler = '' }: Pick<OrderView, 'visit' | 'handler'>): Arranging {
  const arranged = visit?.arranged;
  if (arranged === undefined)
    return { day: '', time: 'morning', from: '', to: '', who: handler, note: '', reason: '' };
  const { day, time, who, note = '', reason = '' } = arranged;
  return {
    ...{ day, who, note, reason },
    ...(typeof time === 'string' ? { time, from: '', to: '' } : { time: 'hours', ...time }),
  };
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is still missing before it may be sent; undefined where nothing is. */
export function missingIn({ day, time, from, to, who }: Arranging): string | undefined {
  if (day === '') return need.day;
  const isClear = clock.test(from) && clock.test(to) && from < to;
  if (time === 'hours' && !isClear) return need.hours;
  return who.trim().length < 2 ? need.who : undefined;
}

/** The act as it is sent. */
export function arrangeAct({ day, time, from, to, who, note, reason }: Arranging): OrderAct {
  return {
    ...{ type: 'arrange-visit', day, who: who.trim(), time: time === 'hours' ? { from, to } : time },
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
}

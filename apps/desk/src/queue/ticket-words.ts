import type { QueueTicket } from '@tongban/contract';

/** How a ticket is called at the desk, wherever it stands. */
export const ticketWords = {
  kinds: { 'walk-in': '现场取号', booked: '预约', priority: '优先', late: '预约迟到' } satisfies Record<
    QueueTicket['kind'],
    string
  >,
  priorities: {
    elder: '60 周岁以上',
    minor: '不满 16 周岁',
    soldier: '现役军人',
    talent: '特色人才',
    pregnant: '孕妇',
    disabled: '残疾人',
  } satisfies Record<NonNullable<QueueTicket['priority']>, string>,
  states: {
    waiting: '在等',
    called: '已叫',
    serving: '办理中',
    parked: '暂缓',
    missed: '过号',
    done: '办完了',
    left: '走了',
  } satisfies Record<QueueTicket['state'], string>,
  windowStates: { open: '开着', break: '暂停', closed: '没开' },
} as const;

/** The class of a ticket in a word: priority names whom it is for. */
export function classOf({ kind, priority }: Pick<QueueTicket, 'kind' | 'priority'>): string {
  return priority === undefined
    ? ticketWords.kinds[kind]
    : `${ticketWords.kinds.priority} · ${ticketWords.priorities[priority]}`;
}

import type { QueueTicket, WindowQueue } from '@tongban/contract';

/** A ticket for the toy item, called at the window. */
export function aTicket(changes: Partial<QueueTicket> = {}): QueueTicket {
  return {
    ticket: 'ticket-1',
    number: 'A036',
    state: 'called',
    kind: 'walk-in',
    item: 'kayak',
    itemName: '皮划艇登记',
    takenAt: '2026-03-02T01:00:00Z',
    firstTakenAt: '2026-03-02T01:00:00Z',
    due: '2026-03-02T02:30:00Z',
    why: '9:00 取号，最晚 10:30 叫到',
    calls: 1,
    known: true,
    ...changes,
  };
}

/** A window that is open and where nobody stands. */
export function aQueue(changes: Partial<WindowQueue> = {}): WindowQueue {
  return {
    window: 'pier-w01',
    windowName: '1号 窗口',
    number: 1,
    state: 'open',
    waiting: 3,
    parked: [],
    missed: [],
    others: [],
    servedToday: 0,
    asOf: '2026-03-02T01:05:00Z',
    ...changes,
  };
}

import type { WindowQueue } from '@tongban/contract';
import { queueWords } from './words.ts';

const { why } = queueWords;

/** 叫号的动作, in the order they stand in the bar. */
export type QueueAct = 'open' | 'next' | 'recall' | 'miss' | 'begin' | 'finish' | 'park' | 'transfer';

export const keyOf: Readonly<Record<QueueAct, string>> = {
  open: 'F2',
  next: 'F2',
  recall: 'F3',
  miss: 'F4',
  begin: 'F6',
  finish: 'F10',
  park: 'Shift+F3',
  transfer: 'Shift+F6',
};

/** One act of the bar: shown where it makes sense, held back with the reason where it cannot be done yet. */
export type Offered = { readonly act: QueueAct; readonly why?: string };

/** What can be done at a window now; while a sitting is open the intake screen ends it. */
export function actsOf({ state, current, waiting }: WindowQueue, sitting: boolean): Offered[] {
  if (current?.state === 'called') {
    return [
      { act: 'recall' },
      { act: 'miss' },
      held('begin', sitting ? why.sitting : undefined),
      { act: 'park' },
      { act: 'transfer' },
    ];
  }
  if (current !== undefined) {
    if (sitting) return [{ act: 'park' }, { act: 'transfer' }];
    const resume: Offered[] = current.known ? [{ act: 'begin' }] : [];
    return [...resume, { act: 'finish' }, { act: 'park' }, { act: 'transfer' }];
  }
  if (state !== 'open') return [{ act: 'open' }];
  return [held('next', sitting ? why.sitting : waiting === 0 ? why.nobody : undefined)];
}

function held(act: QueueAct, reason: string | undefined): Offered {
  return reason === undefined ? { act } : { act, why: reason };
}

/** The act that is meant next; it stands out. */
export function nextAct(offered: readonly Offered[]): QueueAct | undefined {
  const free = offered.filter((one) => one.why === undefined).map(({ act }) => act);
  return (['begin', 'finish', 'open', 'next'] as const).find((act) => free.includes(act));
}

/** Whether a page needs F6 and F10 for itself, as issuing and the acts on a case do. */
export function ownsKeys(path: string): boolean {
  return path.startsWith('/cases/') || path === '/issue';
}

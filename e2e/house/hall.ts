import { setTimeout } from 'node:timers/promises';
import { hallPlanRoutes, hallRoutes, intakeRoutes, queueRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Client } from './client.ts';

/** The item journeys queue for. */
export const queuedItem = 'move-spouse';

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;
/** So much of a day a journey needs that books a time of today, a quarter of an hour ahead, and checks in for it. */
export const neededMs = 45 * 60_000;

/** Just before midnight nothing of today can be booked any more, so a journey waits for the new day; says whether it did. */
export async function untilTodayIsLongEnough(): Promise<boolean> {
  const leftMs = dayMs - ((Date.now() + shanghaiMs) % dayMs);
  if (leftMs > neededMs) return false;
  await setTimeout(leftMs + 1000);
  return true;
}

/** 延时开放: the hall manager opens the hall for the whole day, so that a journey may begin at any hour. */
export async function openToday(manager: Client): Promise<void> {
  const rule = { open: true, spans: [{ from: '00:00', to: '23:59' }], blockOuts: [] };
  const params = { day: shanghaiDay(new Date()) };
  await manager.call(hallPlanRoutes.change, { params, body: { rule, tell: false } });
}

/** Opens the clerk's window with nobody before it: what former journeys left is served and sent home. */
export async function openEmptyWindow(clerk: Client): Promise<void> {
  await clerk.call(queueRoutes.setWindow, { body: { state: 'open' } });
  for (let queue = await clerk.call(queueRoutes.mine, {}); ; ) {
    if (queue.current !== undefined) await finish(clerk, queue.current.ticket);
    else if (queue.waiting === 0) return;
    queue = await clerk.call(queueRoutes.next, { body: {} });
  }
}

/** Serves the ticket in hand and closes it; an open sitting ends with it. */
export async function finish(clerk: Client, ticket: string): Promise<void> {
  const { sitting } = await clerk.call(intakeRoutes.current, {});
  if (sitting !== undefined) await clerk.call(intakeRoutes.end, { params: { sitting: sitting.sitting } });
  const { current } = await clerk.call(queueRoutes.mine, {});
  if (current?.ticket !== ticket) return;
  if (current.state === 'called') await act(clerk, ticket, { act: 'start' });
  await act(clerk, ticket, { act: 'finish', next: false });
}

type Act = { act: 'start' } | { act: 'miss' } | { act: 'finish'; next: boolean };

/** One act of the clerk on a ticket: F6, F4 or F10. */
export function act(clerk: Client, ticket: string, body: Act) {
  return clerk.call(queueRoutes.act, { params: { ticket }, body });
}

/** Calls the next ticket (F2) and says its number. */
export async function callNext(clerk: Client) {
  const { current } = await clerk.call(queueRoutes.next, { body: {} });
  if (current === undefined) throw new Error('nobody was there to be called');
  return current;
}

/** The four figures the hall screen shows this hour. */
export async function hallCodeOf(manager: Client): Promise<string> {
  return (await manager.call(hallRoutes.now, {})).hallCode;
}

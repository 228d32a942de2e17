import { dueOf, rejoinUntil } from '@tongban/queueing';
import { enqueue, publish, type Tx } from '../../platform/index.ts';
import type { Act } from './acts.ts';
import { visitEnded } from './events.ts';
import type { Parts } from './parts.ts';
import type { Post } from './places.ts';
import { moved } from './refusing.ts';
import { refuseUnable } from './sending.ts';
import type { TicketRow } from './store/tables.ts';
import { lapseJob, type Telling } from './telling.ts';

type Deps = Parts & { telling: Telling };
type By = { row: TicketRow; by?: string | undefined };

export async function start({ store, telling, clock }: Deps, tx: Tx, { row, by }: By): Promise<TicketRow> {
  // Begun by reading the card or by the key, whichever comes first.
  if (row.state === 'serving') return row;
  const state = moved(row, 'start');
  const changed = await store.change(tx, row, { state, started_at: clock() });
  await telling.happened(tx, { row, what: 'started', window: row.window_id, by });
  return changed;
}

export async function miss(
  { store, telling, clock, hallRules }: Deps,
  tx: Tx,
  { row, by }: By,
): Promise<TicketRow> {
  const state = moved(row, 'miss');
  const at = clock();
  const changed = await store.change(tx, row, { state, missed_at: at, ended_at: at });
  await telling.record(tx, { row, what: 'missed', window: row.window_id, by });
  if (row.booking_id !== undefined) {
    const runAt = rejoinUntil(at, hallRules.queue);
    await enqueue(tx, {
      job: lapseJob,
      data: { ticket: row.ticket_id },
      key: `hall.lapse.${row.ticket_id}`,
      runAt,
    });
  }
  await telling.changed(tx, row, row.ticket_id);
  return changed;
}

export async function park(
  { store, telling, clock, hallRules, vault }: Deps,
  tx: Tx,
  { row, by, minutes, note }: By & { minutes: number; note?: string },
): Promise<TicketRow> {
  const state = moved(row, 'park');
  const { due, why } = dueOf({ on: 'parked', at: clock(), minutes }, hallRules);
  const changed = await store.change(tx, row, {
    ...{ state, due, why, parked_until: due },
    ...(note === undefined ? {} : { note: vault.seal(`hall.ticket.note|${row.ticket_id}`, note) }),
  });
  await telling.record(tx, { row, what: 'parked', window: row.window_id, by, said: note });
  await telling.changed(tx, row, row.ticket_id);
  return changed;
}

export async function finish(
  { store, telling, clock, bookings }: Deps,
  tx: Tx,
  { row, by }: By,
): Promise<TicketRow> {
  // Done at the window without the key for “start”: it began when it was called.
  const state = moved(row.state === 'called' ? { ...row, state: 'serving' } : row, 'finish');
  const at = clock();
  const startedAt = row.started_at ?? row.called_at ?? at;
  const changed = await store.change(tx, row, { state, ended_at: at, started_at: startedAt });
  if (row.booking_id !== undefined) await bookings.finish(tx, row.booking_id, 'done');
  await telling.happened(tx, { row, what: 'finished', window: row.window_id, by });
  await publish(tx, visitEnded({ city: row.city, ticket: row.ticket_id }));
  return changed;
}

type Transfer = { post: Post; row: TicketRow; done: Extract<Act, { act: 'transfer' }> };

export async function transfer(deps: Deps, tx: Tx, { post, row, done }: Transfer): Promise<TicketRow> {
  const { store, telling, clock, items, hallRules, vault } = deps;
  const state = moved(row, 'transfer');
  const facts = await items.facts(done.item ?? row.item, post);
  await refuseUnable(deps, tx, {
    place: post,
    row: { ...row, item: facts.item, needs: facts.skills },
    window: done.window,
  });
  const at = clock();
  const say = hallRules.priorities.find(({ id }) => id === row.priority)?.say;
  const facing = { on: 'forwarded', at, due: row.due, keepPlace: done.keepPlace } as const;
  const changed = await store.change(tx, row, {
    ...{ state, item: facts.item, needs: facts.skills, routed_to: done.window ?? null, queue: null },
    ...dueOf(say === undefined ? facing : { ...facing, priority: say }, hallRules),
    ...{ called_at: null, started_at: null, calls: 0, taken_at: done.keepPlace ? row.taken_at : at },
    ...(done.note === undefined ? {} : { note: vault.seal(`hall.ticket.note|${row.ticket_id}`, done.note) }),
  });
  await telling.record(tx, {
    row,
    what: 'transferred',
    window: row.window_id,
    by: post.clerkId,
    said: done.note,
  });
  await telling.changed(tx, row, row.ticket_id);
  return changed;
}

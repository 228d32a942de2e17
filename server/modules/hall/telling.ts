import Type from 'typebox';
import { announce, enqueue, job, type Tx } from '../../platform/index.ts';
import { hallTopic } from './events.ts';
import type { Parts, Reach } from './parts.ts';
import type { WindowFacts } from './places.ts';
import type { EventRow, HallDay, TicketRow } from './store/tables.ts';

/** Somebody waits whom it may have to be told that their turn comes near. */
export const nearJob = job('hall.tell-near', Type.Object({ hall: Type.String() }));
/** A missed ticket can no longer be taken up again. */
export const lapseJob = job('hall.lapse', Type.Object({ ticket: Type.String() }));

type Happened = {
  row: TicketRow;
  what: EventRow['what'];
  window?: string | undefined;
  by?: string | undefined;
  said?: string | undefined;
};
export type Telling = ReturnType<typeof createTelling>;

/** 记下来、说出去: every change of a queue is put on record and told to all screens of the hall. */
export function createTelling(parts: Parts) {
  const { store, clock } = parts;
  return {
    /** Puts on record what happened to a ticket. */
    async record(tx: Tx, happened: Happened): Promise<void> {
      const { row, what, window, by, said } = happened;
      const { city, ticket_id, branch } = row;
      const event = { city, ticket_id, branch, what, at: clock(), window_id: window, by_id: by };
      if (what === 'missed') await tellMissed(parts, tx, row);
      if (said === undefined) {
        await store.insertEvent(tx, event);
        return;
      }
      const seq = (await store.lastEvent(tx, event)) + 1;
      const sealed = parts.vault.seal(`hall.ticket_event.said|${ticket_id}|${seq}`, said);
      await store.insertSaid(tx, { ...event, seq, said: sealed });
    },
    /** Tells the screens of a hall that its queue has changed. */
    async changed(tx: Tx, at: HallDay, ticket?: string): Promise<void> {
      await store.grow(tx, at, 0);
      await announce(tx, { topic: hallTopic, key: at.hall, data: ticket === undefined ? {} : { ticket } });
    },
    /** Puts what happened to a ticket on record, and tells the screens of its hall. */
    async happened(tx: Tx, { row, what, window, by }: Omit<Happened, 'said'>): Promise<void> {
      const { city, ticket_id, hall } = row;
      await store.note(tx, { city, ticket_id, what, at: clock(), window_id: window, by_id: by });
      await announce(tx, { topic: hallTopic, key: hall, data: { ticket: ticket_id } });
    },
    /** Calls a ticket out: the call is put on record under its number, and every screen of the hall hears it. */
    async called(tx: Tx, row: TicketRow, { window, again, by }: Calling): Promise<void> {
      const now = clock();
      await tellPerson(parts, tx, { row, window });
      const what = again ? 'recalled' : 'called';
      const { seq, untold } = await store.callOut(tx, { ticket: row, what, number: window.number, by, now });
      if (untold) await tellNear(tx, row);
      const call = { seq, number: row.number, window: window.id, windowNumber: window.number, again };
      await announce(tx, {
        topic: hallTopic,
        key: row.hall,
        data: { call: { ...call, at: now.toISOString() }, ticket: row.ticket_id },
      });
    },
  };
}

type Calling = { window: WindowFacts; again: boolean; by: string };

/** Has those looked for whose turn comes near. */
function tellNear(tx: Tx, { hall }: TicketRow): Promise<void> {
  return enqueue(tx, { job: nearJob, data: { hall }, key: `hall.near.${hall}`, maxAttempts: 2 });
}

/** Somebody who left a phone or is known is told too, where they may sit far from the screen. */
async function tellPerson(
  { notices, vault, clock }: Parts,
  tx: Tx,
  { row, window }: { row: TicketRow; window: WindowFacts },
): Promise<void> {
  const who = reachOf({ vault }, row);
  if (who === undefined) return;
  await notices.tell(tx, {
    ...who,
    ...{ event: 'hall.called', about: `ticket:${row.ticket_id}` },
    facts: { number: row.number, window: { zh: window.name, en: `window ${window.number}` } },
    staleAfter: new Date(clock().getTime() + 5 * 60_000),
  });
}

/** 过号: who did not come hears of it, for they may still be near and can line up again. */
async function tellMissed({ notices, vault, clock }: Parts, tx: Tx, row: TicketRow): Promise<void> {
  const who = reachOf({ vault }, row);
  if (who === undefined) return;
  await notices.tell(tx, {
    ...who,
    ...{ event: 'hall.missed', about: `ticket:${row.ticket_id}`, facts: { number: row.number } },
    staleAfter: new Date(clock().getTime() + 15 * 60_000),
  });
}

/** How somebody can be reached; undefined where nothing is known of them. */
export function reachOf(
  { vault }: Pick<Parts, 'vault'>,
  { person_id, phone, ticket_id }: TicketRow,
): Reach | undefined {
  if (phone !== undefined) return { phone: vault.open(`hall.ticket.phone|${ticket_id}`, phone) };
  return person_id === undefined ? undefined : { personId: person_id };
}

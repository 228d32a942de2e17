import type { Answered, kiosksRoutes, NewTicket, Words } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { apart, type Platform, type Tx } from '../../platform/index.ts';
import type { Bookings } from '../bookings/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Hall } from '../hall/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Fleet, KnownDevice, Stationed } from './fleet.ts';
import { viewOf } from './fleet.ts';
import { openState, ownNumber } from './fleet-rules.ts';
import { createKioskItems, type KioskItems } from './kiosk-items.ts';
import type { KioskStore } from './kiosk-store.ts';

export type KioskDeps = Pick<Platform, 'clock' | 'config'> & {
  store: KioskStore;
  fleet: Fleet;
  offices: Pick<Offices, 'hall' | 'halls' | 'organisation' | 'findWindow' | 'phones'>;
  catalogue: Pick<Catalogue, 'search' | 'current'>;
  bookings: Pick<Bookings, 'find'>;
  hall: Pick<Hall, 'live' | 'take' | 'checkIn'>;
  devices: KioskDevices;
};
/** What hangs on every kiosk of the house, or is pretended there. */
export type KioskDevices = Pick<Start, 'reader' | 'cabinet' | 'printer'>;
type Parts = KioskDeps & { items: KioskItems };
type Start = Answered<typeof kiosksRoutes.start>;
type Near = Answered<typeof kiosksRoutes.near>[number];
type Merged = Answered<typeof kiosksRoutes.merge>;
type Offline = { id: string; number: number; item: string; takenAt: string; key: string };

/** 停留时间: house defaults of UX; how long a kiosk waits for a touch before it asks, and then before it forgets. */
const idleSeconds = { ordinary: 60, elder: 120, countdown: 30 };
const mostNumbers = 999;
const minute = 60_000;

/** 自助终端: what a kiosk needs to begin, and what it does for somebody it does not know. */
export function createKiosk(deps: KioskDeps) {
  const parts = { ...deps, items: createKioskItems(deps) };
  const { fleet, hall, items } = parts;
  return {
    start: async (asked: KnownDevice): Promise<Start> => startOf(parts, await fleet.known(asked)),
    async take(tx: Tx, asked: KnownDevice & { item: string; ticketKey: string }): Promise<NewTicket> {
      const row = await fleet.known(asked);
      const { item, ticketKey: key } = asked;
      await items.refuseUnless(row.hall, item);
      return hall.take(tx, { hall: row.hall, item, key });
    },
    async checkIn(tx: Tx, asked: KnownDevice & { code: string }): Promise<NewTicket> {
      const { hall: place } = await fleet.known(asked);
      const [found] = await parts.bookings.find(tx, {
        ...{ code: asked.code, hall: place, day: shanghaiDay(parts.clock()) },
      });
      if (found === undefined)
        throw new Problem(
          'kiosk.code',
          'missing',
          '这个大厅今天没有这个预约码。核对短信里的 8 位数字，或改用身份证',
        );
      return hall.checkIn(tx, found.booking, place);
    },
    merge: (tx: Tx, asked: KnownDevice & { tickets: readonly Offline[] }) => mergeAll(parts, tx, asked),
    near: (division: string): Promise<Near[]> => nearOf(parts, division),
  };
}

async function startOf(parts: Parts, row: Stationed): Promise<Start> {
  const { store, offices, hall, items, config, clock, devices } = parts;
  const place = offices.hall(row.hall);
  const day = shanghaiDay(clock());
  const last = await store.lastTaken(row.device_id, day);
  const { open, says, waiting } = await hall.live(row.hall);
  const phones = offices.phones(place?.city ?? '');
  const hotline = phones === undefined ? {} : { hotline: phones.consult };
  return {
    ...{ hallName: place?.name ?? row.hall, phone: place?.phone ?? '', ...hotline, open, says, waiting },
    bureau: offices.organisation(place?.organisation ?? '')?.name ?? '',
    items: await items.of(row.hall),
    ticketUrl: `${config.publicOrigin}/t/`,
    lease: { prefix: row.prefix ?? 'Z', from: Math.min(last + 1, mostNumbers), to: mostNumbers, day },
    ...{ idleSeconds, ...devices },
  };
}

/** 断网取的号: each becomes one ticket, once, whatever of them has come in before. */
async function mergeAll(
  parts: Parts,
  tx: Tx,
  asked: KnownDevice & { tickets: readonly Offline[] },
): Promise<Merged> {
  const row = await parts.fleet.known(asked);
  const ids = asked.tickets.map(({ id }) => id);
  const before = new Map((await parts.store.taken(tx, row.device_id, ids)).map((one) => [one.taken_id, one]));
  const merged: Merged = { merged: [], refused: [] };
  for (const ticket of asked.tickets) {
    const known = before.get(ticket.id);
    const why = known === undefined ? await mergeOne(parts, tx, { row, ticket }) : known.refused;
    if (why === undefined) merged.merged.push(ticket.id);
    else merged.refused.push({ id: ticket.id, why });
  }
  return merged;
}

type Merging = { row: Stationed; ticket: Offline };

/** Takes one number into the queue; answers why not. */
async function mergeOne(parts: Parts, tx: Tx, { row, ticket }: Merging): Promise<string | undefined> {
  const takenAt = new Date(ticket.takenAt);
  const taken = {
    ...{ taken_id: ticket.id, device_id: row.device_id, number: ticket.number },
    ...{ day: shanghaiDay(takenAt), taken_at: takenAt },
  };
  const outcome = whyLate(takenAt, parts.clock()) ?? (await taking(parts, tx, { row, ticket }));
  const kept = typeof outcome === 'string' ? { refused: outcome } : { ticket_id: outcome.ticket };
  const first = await parts.store.insertTaken(tx, {
    ticket_id: undefined,
    refused: undefined,
    ...taken,
    ...kept,
  });
  if (!first) return '这个号已经交过';
  return typeof outcome === 'string' ? outcome : undefined;
}

/** A refusal of one number does not undo the others. */
async function taking({ hall }: Parts, tx: Tx, { row, ticket }: Merging): Promise<string | NewTicket> {
  const { item, key, takenAt } = ticket;
  const prefix = row.prefix ?? '';
  const number = ownNumber(prefix, ticket.number);
  try {
    return await apart(tx, () =>
      hall.take(tx, {
        ...{ hall: row.hall, item, key, prefix, number, takenAt: new Date(takenAt) },
      }),
    );
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

function whyLate(takenAt: Date, now: Date): string | undefined {
  if (shanghaiDay(takenAt) !== shanghaiDay(now)) return '不是今天取的号';
  return takenAt.getTime() > now.getTime() + 5 * minute ? '取号的时间在以后，检查机器的时钟' : undefined;
}

async function nearOf(parts: Parts, division: string): Promise<Near[]> {
  const { offices, fleet, hall, items } = parts;
  const halls = new Map(offices.halls(division).map((one) => [one.id, one]));
  const near: Near[] = [];
  const facts = new Map<string, { open: boolean; items: Words[] }>();
  for (const row of await fleet.kiosksOf([...halls.keys()])) {
    const place = halls.get(row.hall);
    if (place === undefined) continue;
    const known = facts.get(row.hall) ?? {
      open: (await hall.live(row.hall)).open,
      items: (await items.of(row.hall)).filter(({ does }) => does.includes('apply')).map(({ name }) => name),
    };
    facts.set(row.hall, known);
    const view = viewOf(parts, row);
    near.push({
      ...{ name: row.name, hall: row.hall, hallName: place.name, address: place.address },
      ...{ hours: place.hours, allDay: row.all_day, demo: place.demo, items: known.items },
      ...{ state: openState(view, known.open), asOf: view.seenAt ?? view.registeredAt },
    });
  }
  return near;
}

import type { Offices as OfficesContent } from '@tongban/catalogue/author';
import type { BoardShow, Booking, NewTicket } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { newId } from '../../platform/index.ts';
import type { Hall } from '../hall/index.ts';
import { createOffices } from '../offices/index.ts';
import type { KioskDeps } from './kiosk.ts';
import type { VisitDeps } from './kiosk-visit.ts';

const skills = ['public-order', 'household'];
const phone = '0769-00000000';
const content: OfficesContent = {
  demo: true,
  organisations: [
    {
      ...{ id: 'lake', name: '示例·湖区公安局', name_en: 'Demo lake bureau', kind: 'city-bureau', level: 3 },
      ...{ division: '4419', covers: ['4419'], code: '11991900DEM000049T', decides: 'all', phone },
    },
  ],
  halls: ['pier', 'jetty'].map((id) => ({
    ...{
      id,
      name: `示例·${id}大厅`,
      name_en: `Demo ${id}`,
      organisation: 'lake',
      kind: 'town',
      division: '441900003',
    },
    ...{
      city: '4419',
      address: '东湖示例路 1 号',
      address_en: '1 Shili Road',
      phone,
      complaint_phone: phone,
    },
    opens: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    ...{ facilities: [], items: 'all' },
    windows: [{ id: `${id}-1`, number: 1, name: '1号 综合窗口', kind: 'comprehensive', skills }],
  })) as OfficesContent['halls'],
};

/** A pier and a jetty with one window each. */
const local = [
  { city: '4419', name: '示例市', phones: { consult: '0769-0', complaint: '0769-1' }, items: {} },
];
export const pierOffices = createOffices({ divisions: [], offices: content, local });

type Taken = Parameters<KioskDeps['hall']['take']>[1];

type PierHall = Pick<
  Hall,
  'hallOfCaller' | 'live' | 'take' | 'checkIn' | 'boardOf' | 'watchBoard' | 'watchCalmly'
>;

/** The queue of a pier: it gives numbers in order, once for a key, and keeps what it was asked. */
export function aPierQueue(clock: () => Date) {
  const taken: Taken[] = [];
  const arrived: string[] = [];
  const ticketOf = (wish: Partial<Taken>, number: string): NewTicket => ({
    ...{
      ticket: newId(),
      key: wish.key ?? 'k'.repeat(32),
      number,
      itemName: '船艇登记',
      hallName: '示例·pier大厅',
    },
    ...{ kind: 'walk-in', ahead: taken.length, takenAt: clock().toISOString(), url: 'http://127.0.0.1/t/k' },
  });
  const given = new Map<string, NewTicket>();
  return {
    ...{ taken, arrived },
    hall: {
      hallOfCaller: ({ assignment }: { assignment?: { window?: string } }) =>
        assignment?.window?.split('-')[0],
      live: () =>
        Promise.resolve({
          ...{ open: true, says: '17:00 下班', waiting: taken.length, windows: 1 },
          asOf: clock().toISOString(),
        }),
      take: (_tx: unknown, wish: Taken): Promise<NewTicket> => {
        if (wish.item === 'drowned') throw new Problem('hall.no-window', 'conflict', '没有窗口办这件事');
        const before = given.get(wish.key ?? '');
        if (before !== undefined) return Promise.resolve(before);
        taken.push(wish);
        const ticket = ticketOf(wish, wish.number ?? `A${String(taken.length).padStart(3, '0')}`);
        given.set(ticket.key, ticket);
        return Promise.resolve(ticket);
      },
      checkIn: (_tx: unknown, booking: string): Promise<NewTicket> => {
        arrived.push(booking);
        return Promise.resolve({ ...ticketOf({}, 'B001'), kind: 'booked' });
      },
      boardOf: (hall: string, window?: string): Promise<BoardShow> =>
        Promise.resolve({
          ...{ hall, hallName: hall, hallCode: '1234', calls: [], windows: [], missed: [], waiting: 0 },
          ...{ footer: window === undefined ? [] : [window], languages: ['zh'], volume: 60 },
          asOf: clock().toISOString(),
        }),
      watchBoard: silence,
      watchCalmly: silence,
    } as unknown as PierHall,
  };
}

/** The bookings of a pier: by code, and by person. */
export function aPierDiary() {
  const byCode = new Map<string, string>();
  const byPerson = new Map<string, Booking[]>();
  const elders = new Set<string>();
  return {
    ...{ byCode, byPerson, elders },
    bookings: {
      find: (_tx: unknown, { code }: { code: string }) => {
        const booking = byCode.get(code);
        return Promise.resolve(booking === undefined ? [] : [{ booking }]);
      },
      list: ({ personId }: { personId: string }) =>
        Promise.resolve({ bookings: byPerson.get(personId) ?? [], wishes: [] }),
      priorityOf: (personId: string) => Promise.resolve(elders.has(personId) ? 'elder' : undefined),
    } as unknown as KioskDeps['bookings'] & VisitDeps['bookings'],
  };
}

async function* silence() {
  // Nothing is called at this pier.
}

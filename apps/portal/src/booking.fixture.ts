import type { BookableHall, Booking, BookingWish, FreeSlot, TicketView } from '@tongban/contract';

export const bookingId = '01920000-0000-7000-8000-00000000000a';
export const wishId = '01920000-0000-7000-8000-00000000000b';
export const ticketKey = 'k9Xw2mQ4tR7yB1nC5vZ8sD3f';

/** 2026-12-04 is a Friday; Sunday is closed. */
export const day = '2026-12-04';

/** A moment of that day. */
export const at = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();

export function aSlot(time: string, free: number): FreeSlot {
  const start = at(time);
  return { at: start, until: new Date(Date.parse(start) + 20 * 60_000).toISOString(), free };
}

export function aHall(changes: Partial<BookableHall> = {}): BookableHall {
  return {
    hall: 'h',
    name: '示例大厅',
    address: '示例路 1 号',
    transit: '示例站 A 口',
    hours: ['周一至周五 9:00–12:00'],
    facilities: ['无障碍通道', '母婴室'],
    live: {
      open: true,
      says: '今天 9:00–17:00',
      waiting: 12,
      windows: 5,
      wait: { from: 10, to: 20 },
      asOf: at('09:26'),
    },
    earliest: aSlot('09:40', 2),
    windowChoice: false,
    demo: true,
    ...changes,
  };
}

export function aBooking(changes: Partial<Booking> = {}): Booking {
  return {
    booking: bookingId,
    state: 'booked',
    item: 'kayak',
    itemName: '皮划艇下水登记',
    hall: 'h',
    hallName: '示例大厅',
    address: '示例路 1 号',
    at: at('09:40'),
    until: at('10:00'),
    code: '12345678',
    person: { name: '*三', citizenNumber: '990***********1239', self: true },
    offered: false,
    answers: [['水域', '江河']],
    bring: [{ zh: '身份证', en: 'Identity card' }, { zh: '下水点位置图' }],
    may: { confirm: false, move: true, cancel: true, checkIn: false },
    ...changes,
  };
}

export function aWish(changes: Partial<BookingWish> = {}): BookingWish {
  return {
    wish: wishId,
    item: 'kayak',
    itemName: '皮划艇下水登记',
    hall: 'h',
    hallName: '示例大厅',
    from: '2026-12-01',
    to: day,
    part: 'morning',
    state: 'waiting',
    ...changes,
  };
}

export function aTicket(changes: Partial<TicketView> = {}): TicketView {
  return {
    number: 'A036',
    state: 'waiting',
    hall: 'h',
    hallName: '示例大厅',
    itemName: '皮划艇下水登记',
    takenAt: at('09:30'),
    ahead: 5,
    wait: { from: 10, to: 20 },
    calls: 0,
    kind: 'walk-in',
    may: { leave: true, rejoin: false },
    asOf: at('09:31'),
    ...changes,
  };
}

/** What a pretend server answers about halls, days and times. */
export const hallKeepers = {
  'GET /api/bookable-halls': () => [aHall()],
  'GET /api/kiosks': () => [
    {
      name: '1 号自助机',
      hall: 'h',
      hallName: '示例大厅',
      address: '示例路 1 号',
      hours: [],
      allDay: true,
      state: 'open',
      items: [{ zh: '皮划艇下水登记' }],
      asOf: at('09:26'),
      demo: true,
    },
  ],
  'GET /api/halls/:hall/days': () => ({
    days: [
      { day, open: true, free: 5 },
      { day: '2026-12-05', open: true, free: 0, releasedAt: '2026-12-01T01:00:00.000Z' },
      { day: '2026-12-06', open: false, says: '周末休息', free: 0 },
    ],
    windows: [],
  }),
  'GET /api/halls/:hall/days/:day/slots': () => [
    aSlot('09:00', 0),
    aSlot('09:40', 2),
    aSlot('10:00', 3),
    aSlot('14:00', 1),
  ],
} as const;

import type { Booking } from '@tongban/contract';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

const zone = 'Asia/Shanghai';
/** China has kept one time without summer time since 1992. */
const zoneText = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * 日历文件: a booking as iCalendar (RFC 5545). Its UID never changes and its SEQUENCE grows, so that a calendar moves or
 * removes what it took in before.
 */
export function calendarFile(booking: Booking, known: { sequence: number; host: string; now: Date }): string {
  const { sequence, host, now } = known;
  const isOver = booking.state === 'cancelled' || booking.state === 'expired';
  const calendar = ical({
    prodId: { company: 'Tongban', product: 'bookings', language: 'ZH' },
    method: isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: () => zoneText },
  });
  const window = booking.windowName === undefined ? '' : `，${booking.windowName}`;
  calendar.createEvent({
    id: `${booking.booking}@${host}`,
    sequence,
    stamp: now,
    start: wallClock(booking.at),
    end: wallClock(booking.until),
    timezone: zone,
    summary: `${booking.itemName}（${booking.hallName}）`,
    location: `${booking.hallName}${window}，${booking.address}`,
    description: descriptionOf(booking),
    status: isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** The library writes the clock of the machine beside the zone, so it is given a moment at which that clock shows Shanghai time. */
function wallClock(moment: string): Date {
  const local = new Date(Date.parse(moment) + 8 * 3_600_000);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  return new Date(year, month, day, local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds());
}

function descriptionOf({ code, bring, transit }: Booking): string {
  const lines = [
    `签到码 ${code}`,
    ...(bring.length === 0 ? [] : [`带上：${bring.map(({ zh }) => zh).join('、')}`]),
    ...(transit === undefined ? [] : [`怎么去：${transit}`]),
  ];
  return lines.join('\n');
}

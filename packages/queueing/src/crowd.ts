import { drawMinutes } from './duration.ts';
import type { ServingWindow } from './next.ts';

/** An item of a made-up hall: how long it truly takes and what share of the people come for it. */
export type CrowdItem = {
  readonly item: string;
  readonly skills: readonly string[];
  readonly minutes: number;
  readonly share: number;
};
/** 模拟的一天: who comes to a hall, how often they do not, and what happens to them there. */
export type Crowd = {
  readonly windows: readonly ServingWindow[];
  readonly items: readonly CrowdItem[];
  readonly opens: Date;
  readonly minutes: number;
  /** Work offered, as a part of what all windows can do in the day. */
  readonly load: number;
  /** Coefficient of variation of every item's duration. */
  readonly spread: number;
  /** Parts of the people, from 0 to 1. */
  readonly booked: number;
  readonly absent: number;
  readonly late: number;
  readonly priority: number;
  readonly forwarded: number;
  readonly parked: number;
  /** Part of the tickets nobody answers to; half of these people come back. */
  readonly missed: number;
  /** How the walk-ins are spread over the day, one weight for each equal part of it. */
  readonly peak: readonly number[];
};
/** Somebody who comes. */
export type Visitor = {
  readonly comesAt: Date;
  readonly item: CrowdItem;
  readonly booking?: CrowdBooking;
  readonly priority: boolean;
};
/** A booking of the day, also of those who never come. */
export type CrowdBooking = { readonly at: Date; readonly item: CrowdItem };

const minuteMs = 60_000;
const slotMinutes = 15;

/** Everybody who books or comes on one day, in the order they come. */
export function drawCrowd(
  crowd: Crowd,
  random: () => number,
): { visitors: Visitor[]; bookings: CrowdBooking[] } {
  const mean = crowd.items.reduce((sum, { minutes, share }) => sum + minutes * share, 0) / shares(crowd);
  const people = (crowd.load * crowd.windows.length * crowd.minutes) / mean;
  const bookings = Array.from({ length: Math.round((people * crowd.booked) / (1 - crowd.absent)) }, () => ({
    at: bookedTime(crowd, random),
    item: drawItem(crowd, random),
  }));
  const walkIns = Array.from({ length: Math.round(people * (1 - crowd.booked)) }, () =>
    drawWalkIn(crowd, random),
  );
  const booked = bookings
    .filter(() => random() >= crowd.absent)
    .map((booking) => drawArrival(booking, crowd, random));
  const visitors = [...walkIns, ...booked].toSorted((a, b) => a.comesAt.getTime() - b.comesAt.getTime());
  return { visitors, bookings };
}

/** How long a visitor keeps a window. */
export function drawHandling({ minutes }: CrowdItem, spread: number, random: () => number): number {
  const variance = Math.log(1 + spread ** 2);
  return drawMinutes({ mu: Math.log(minutes) - variance / 2, sigma: Math.sqrt(variance) }, random());
}

export function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * minuteMs);
}

function shares({ items }: Crowd): number {
  return items.reduce((sum, { share }) => sum + share, 0);
}

function drawItem(crowd: Crowd, random: () => number): CrowdItem {
  let left = random() * shares(crowd);
  const found = crowd.items.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return found ?? (crowd.items.at(-1) as CrowdItem);
}

/** Bookings are spread evenly over the day's slots, the last half hour left out. */
function bookedTime({ opens, minutes }: Crowd, random: () => number): Date {
  const slots = Math.floor((minutes - 30) / slotMinutes);
  return later(opens, Math.floor(random() * slots) * slotMinutes);
}

function drawWalkIn(crowd: Crowd, random: () => number): Visitor {
  const { peak, opens, minutes } = crowd;
  let left = random() * peak.reduce((sum, weight) => sum + weight, 0);
  const part = peak.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  const comesAt = later(opens, ((Math.max(0, part) + random()) * minutes) / peak.length);
  return { comesAt, item: drawItem(crowd, random), priority: random() < crowd.priority };
}

/** Most come from twenty minutes before to ten after their time; the late ones up to forty minutes after. */
function drawArrival(booking: CrowdBooking, crowd: Crowd, random: () => number): Visitor {
  const offset = random() < crowd.late ? 15 + random() * 25 : -20 + random() * 30;
  const comes = later(booking.at, offset);
  return {
    comesAt: new Date(Math.max(comes.getTime(), crowd.opens.getTime())),
    ...{ item: booking.item, booking, priority: random() < crowd.priority },
  };
}

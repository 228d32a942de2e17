import { type Agenda, createAgenda } from './agenda.ts';
import { type Crowd, type CrowdBooking, drawCrowd, drawHandling, later, type Visitor } from './crowd.ts';
import { type DueRules, dueOf, kindOf, type TicketFacts, type TicketKind } from './due.ts';
import { byDue, nextFor, type ServingWindow, type WaitingTicket } from './next.ts';

/** One stay in the queue, from taking a ticket or coming back with it until the call, and what the call led to. */
export type Stay = WaitingTicket & {
  readonly item: string;
  readonly kind: TicketKind;
  readonly enteredAt: Date;
  readonly booking?: CrowdBooking;
  readonly calledAt?: Date;
  readonly calledBy?: string;
  readonly freeAt?: Date;
  readonly outcome?: Outcome;
};
/** What a call led to. */
type Outcome = 'done' | 'forwarded' | 'parked' | 'missed';
/** The hall at the moment a ticket is taken, as an estimate may know it. */
export type HallMoment = {
  readonly now: Date;
  readonly taken: Stay;
  readonly waiting: readonly Stay[];
  readonly windows: readonly (ServingWindow & { readonly busy?: Doing })[];
  readonly expected: readonly CrowdBooking[];
};
export type DayToSimulate = {
  readonly crowd: Crowd;
  readonly rules: DueRules;
  readonly random: () => number;
  readonly onTaken?: (moment: HallMoment) => void;
};

type Doing = { readonly item: string; readonly since: Date };
type Hall = DayToSimulate & {
  readonly stays: Stay[];
  readonly waiting: Set<Stay>;
  readonly busy: Map<string, Doing>;
  readonly expected: Set<CrowdBooking>;
  readonly agenda: Agenda;
};

const parkMinutes = 10;
const backMinutes = 8;
/** How long a window calls somebody who does not answer. */
const unansweredMinutes = 1.5;

/**
 * 模拟一天: plays a hall's day by the very rules of the queue and answers every stay in it. A model for trying rules and
 * estimates out, not a record of any hall.
 */
export function simulateDay(day: DayToSimulate): Stay[] {
  const { visitors, bookings } = drawCrowd(day.crowd, day.random);
  const hall: Hall = {
    ...day,
    ...{ stays: [], waiting: new Set<Stay>(), busy: new Map<string, Doing>() },
    ...{ expected: new Set(bookings), agenda: createAgenda() },
  };
  for (const [at, visitor] of visitors.entries()) {
    hall.agenda.plan(visitor.comesAt, (now) => take(hall, { visitor, at }, now));
  }
  for (let now = hall.agenda.next(); now !== undefined; now = hall.agenda.next()) callAll(hall, now);
  return hall.stays;
}

function take(hall: Hall, { visitor, at }: { visitor: Visitor; at: number }, now: Date): void {
  const { booking, item, priority } = visitor;
  if (booking !== undefined) hall.expected.delete(booking);
  const facts: Extract<TicketFacts, { on: 'taken' }> = {
    ...{ on: 'taken', at: now },
    ...(booking === undefined ? {} : { bookedFor: booking.at }),
    ...(priority ? { priority: '60 周岁以上' } : {}),
  };
  const stay: Stay = {
    ...{ id: `t${at}`, number: String(at).padStart(4, '0'), item: item.item, skills: item.skills },
    ...{
      kind: kindOf(facts, hall.rules),
      due: dueOf(facts, hall.rules).due,
      firstTakenAt: now,
      enteredAt: now,
    },
    ...(booking === undefined ? {} : { booking }),
  };
  hall.waiting.add(stay);
  hall.onTaken?.(momentOf(hall, stay));
}

function momentOf(hall: Hall, taken: Stay): HallMoment {
  const windows = hall.crowd.windows.map((window) => {
    const busy = hall.busy.get(window.id);
    return busy === undefined ? window : { ...window, busy };
  });
  return { now: taken.enteredAt, taken, waiting: [...hall.waiting], windows, expected: [...hall.expected] };
}

function callAll(hall: Hall, now: Date): void {
  for (const window of hall.crowd.windows) {
    if (hall.busy.has(window.id)) continue;
    const next = nextFor(window, [...hall.waiting]);
    if (next !== undefined) call(hall, { window, stay: next }, now);
  }
}

function call(hall: Hall, { window, stay }: { window: ServingWindow; stay: Stay }, now: Date): void {
  const { crowd, random } = hall;
  const outcome = stay.enteredAt === stay.firstTakenAt ? drawOutcome(hall) : 'done';
  const item = crowd.items.find((each) => each.item === stay.item);
  const minutes =
    outcome === 'missed' || item === undefined ? unansweredMinutes : drawHandling(item, crowd.spread, random);
  const freeAt = later(now, minutes);
  hall.waiting.delete(stay);
  hall.busy.set(window.id, { item: stay.item, since: now });
  hall.stays.push({ ...stay, calledAt: now, calledBy: window.id, freeAt, outcome });
  hall.agenda.plan(freeAt, (then) => {
    hall.busy.delete(window.id);
    if (outcome !== 'done') comeBack(hall, { stay, outcome }, then);
  });
}

function drawOutcome({ crowd, random }: Hall): Outcome {
  const chance = random();
  if (chance < crowd.forwarded) return 'forwarded';
  if (chance < crowd.forwarded + crowd.parked) return 'parked';
  return chance < crowd.forwarded + crowd.parked + crowd.missed ? 'missed' : 'done';
}

/** The same ticket in the queue again, with a new due time and its first arrival. */
function comeBack(hall: Hall, { stay, outcome }: { stay: Stay; outcome: Outcome }, now: Date): void {
  const enter = (at: Date, facts: TicketFacts) => {
    hall.waiting.add({ ...stay, enteredAt: at, due: dueOf(facts, hall.rules).due });
  };
  if (outcome === 'forwarded') enter(now, { on: 'forwarded', at: now, due: stay.due, keepPlace: true });
  if (outcome === 'parked') {
    const facts = { on: 'parked', at: now, minutes: parkMinutes } as const;
    hall.agenda.plan(later(now, parkMinutes), (then) => enter(then, facts));
  }
  if (outcome === 'missed' && hall.random() < 0.5) {
    hall.agenda.plan(later(now, backMinutes), (then) => {
      const waiting = [...hall.waiting].toSorted(byDue).map(({ due }) => due);
      enter(then, { on: 'rejoined', at: then, waiting });
    });
  }
}

/** 排队: time slots, the next ticket, waiting times and what is called out; thought only, no clock and no database. */

export type { Crowd, CrowdItem } from './crowd.ts';
export {
  type Due,
  type DueRules,
  dueOf,
  isTooEarly,
  kindOf,
  type QueueRules,
  rejoinUntil,
  type TicketFacts,
  type TicketKind,
} from './due.ts';
export { type Duration, durationOf, meanMinutes } from './duration.ts';
export { type Estimate, estimate, rangeOf } from './estimate.ts';
export type { Lanes, PlannedQuantum } from './lanes.ts';
export { type Ahead, latestCall } from './latest-call.ts';
export { ahead, byDue, mayServe, nextFor, type ServingWindow, type WaitingTicket } from './next.ts';
export {
  type BlockOut,
  type DayRule,
  type DayTemplate,
  type DayToPlan,
  momentOf,
  type PlannedDay,
  type PlanRules,
  type PlanWindow,
  type Pool,
  planDay,
  type Span,
  spanAt,
  takesBookings,
  type WeekHours,
} from './plan.ts';
export { minutesPerQuantum, quantumAt, startOf } from './quantum.ts';
export type { EstimateTicket, EstimateWindow, ExpectedArrival, Queue, UnbookedRate } from './queue.ts';
export { seededRandom } from './random.ts';
export { type HallMoment, type Stay, simulateDay } from './simulate.ts';
export { type FreeQuantum, type Slot, type SlotsWanted, slotsOf } from './slots.ts';
export { clipsOf, type SpokenLanguage } from './speech.ts';
export { isCalledOut, type Move, move, type TicketAct, type TicketState } from './ticket.ts';

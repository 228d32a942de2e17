import type { Duration } from './duration.ts';
import type { ServingWindow, WaitingTicket } from './next.ts';

/** A ticket somebody waits with; a parked one is not called before its time. */
export type EstimateTicket = WaitingTicket & { readonly item: string; readonly parkedUntil?: Date };
/** A staffed window: what it is busy with, or from when it serves. */
export type EstimateWindow = ServingWindow & {
  readonly busy?: { readonly item: string; readonly since: Date };
  readonly from?: Date;
};
/** Somebody booked today and not yet here. */
export type ExpectedArrival = {
  readonly at: Date;
  readonly item: string;
  readonly skills: readonly string[];
  readonly window?: string;
};
/** 没有预约的人: how many an hour come for an item at this time of day, and how soon they are due. */
export type UnbookedRate = {
  readonly item: string;
  readonly skills: readonly string[];
  readonly perHour: number;
  /** `walk_in_minutes` for walk-ins; `priority_minutes` for priority and for whoever comes back or is sent on. */
  readonly dueMinutes: number;
};
type EstimateRules = {
  readonly queue: { readonly booked_minutes: number; readonly walk_in_minutes: number };
  readonly booking: { readonly check_in: { readonly late_minutes: number } };
  readonly estimate: { readonly runs: number; readonly show_rate: number };
};
export type Queue = {
  readonly now: Date;
  readonly tickets: readonly EstimateTicket[];
  readonly windows: readonly EstimateWindow[];
  readonly durations: ReadonlyMap<string, Duration>;
  readonly expected: readonly ExpectedArrival[];
  /**
   * Who is likely to come without a booking. Those due sooner go first, and the others fill windows that would else be free
   * for people booked. Where a hall has no record yet they are left out, and estimates are some minutes too low.
   */
  readonly unbooked?: readonly UnbookedRate[];
  /** 早到晚到: how many minutes after their time people booked came, as the hall has seen; below zero is before. */
  readonly offsets?: readonly number[];
  /** Spans in which the hall calls nobody, such as lunch. */
  readonly closed?: readonly { readonly from: Date; readonly to: Date }[];
  readonly rules: EstimateRules;
  /** Numbers from 0 up to 1. */
  readonly random: () => number;
  readonly runs?: number;
};
/** Somebody in a run: a ticket, or a person not yet here. Times are minutes from now; all have one shape, for speed. */
export type Entry = {
  readonly ticket: string | undefined;
  readonly comes: number;
  readonly duration: Duration;
  readonly due: number;
  readonly group: number;
};

/** An item nobody has measured or configured: a quarter of an hour, with the usual spread. */
const unknown: Duration = { mu: Math.log(15), sigma: 0.55 };

export function durationIn({ durations }: Queue, item: string): Duration {
  return durations.get(item) ?? unknown;
}

export function minutesFrom(now: Date, moment: Date): number {
  return (moment.getTime() - now.getTime()) / 60_000;
}

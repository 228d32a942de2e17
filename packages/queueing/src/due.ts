/** The settings of the queue that decide when a ticket is due. */
export type QueueRules = {
  readonly walk_in_minutes: number;
  readonly booked_minutes: number;
  readonly priority_minutes: number;
  readonly forward_minutes: number;
  readonly rejoin: { readonly places: number; readonly within_minutes: number };
};
/** The settings of check-in and of the queue together. */
export type DueRules = {
  readonly queue: QueueRules;
  readonly booking: { readonly check_in: { readonly late_minutes: number } };
};
export type TicketKind = 'walk-in' | 'booked' | 'priority' | 'late';

/** What happened to a ticket that gives it a new due time. */
export type TicketFacts =
  | {
      readonly on: 'taken';
      readonly at: Date;
      readonly bookedFor?: Date;
      /** 绿色通道的叫法，如“60 周岁以上”. */
      readonly priority?: string;
    }
  | { readonly on: 'recalled'; readonly at: Date }
  | { readonly on: 'parked'; readonly at: Date; readonly minutes: number }
  | {
      readonly on: 'forwarded';
      readonly at: Date;
      readonly due: Date;
      readonly keepPlace: boolean;
      readonly priority?: string;
    }
  | {
      readonly on: 'granted';
      readonly at: Date;
      readonly due: Date;
      readonly why: string;
      readonly priority: string;
      /** False for whoever is away until some time: nothing brings that forward. */
      readonly waits: boolean;
    }
  | {
      readonly on: 'rejoined';
      readonly at: Date;
      /** Due times of the tickets waiting before it, in the order they are called. */
      readonly waiting: readonly Date[];
    };
/** 应叫时间: when a ticket is due, why, and as what it queues. */
export type Due = { readonly due: Date; readonly why: string };

const minuteMs = 60_000;

/** When a ticket is due after something happened to it; the smallest due is called first, so no ticket is passed over for ever. */
export function dueOf(facts: TicketFacts, rules: DueRules): Due {
  const { queue } = rules;
  switch (facts.on) {
    case 'taken':
      return dueWhenTaken(facts, rules);
    case 'recalled':
      return { due: facts.at, why: '刚才叫过，人到了就先叫' };
    case 'parked': {
      const due = after(facts.at, facts.minutes);
      return { due, why: `暂缓 ${facts.minutes} 分钟，${clockOf(due)} 起再叫` };
    }
    case 'forwarded':
      return dueWhenForwarded(facts, queue);
    case 'granted':
      return dueWhenGranted(facts, queue);
    case 'rejoined':
      return dueWhenRejoined(facts, queue);
  }
}

/** As what a ticket queues: priority before a booking, a booking only while it is not late. */
export function kindOf(facts: Extract<TicketFacts, { on: 'taken' }>, rules: DueRules): TicketKind {
  if (facts.bookedFor !== undefined && !isLate(facts.bookedFor, facts.at, rules)) return 'booked';
  if (facts.priority !== undefined) return 'priority';
  return facts.bookedFor === undefined ? 'walk-in' : 'late';
}

/** 签到时间: whether somebody booked may check in now, and if not, whether they are too early. */
export function isTooEarly(bookedFor: Date, now: Date, checkIn: { early_minutes: number }): boolean {
  return now < after(bookedFor, -checkIn.early_minutes);
}

/** Until when a missed ticket may rejoin the queue. */
export function rejoinUntil(missedAt: Date, { rejoin }: Pick<QueueRules, 'rejoin'>): Date {
  return after(missedAt, rejoin.within_minutes);
}

function isLate(bookedFor: Date, arrivedAt: Date, { booking }: DueRules): boolean {
  return arrivedAt > after(bookedFor, booking.check_in.late_minutes);
}

/** Of several grounds the one that is due first counts: a booking never makes anybody with priority wait longer. */
function dueWhenTaken(facts: Extract<TicketFacts, { on: 'taken' }>, rules: DueRules): Due {
  const { at, bookedFor, priority } = facts;
  const ordinary = bookedFor === undefined ? dueOfWalkIn(at, rules) : dueOfBooked(at, bookedFor, rules);
  if (priority === undefined) return ordinary;
  return dueWhenGranted({ on: 'granted', at, ...ordinary, priority, waits: true }, rules.queue);
}

/** 绿色通道: due soon after it is granted, unless the ticket is due before that anyhow; then both reasons are told. */
function dueWhenGranted(facts: Extract<TicketFacts, { on: 'granted' }>, queue: QueueRules): Due {
  const { at, priority, waits } = facts;
  const due = after(at, queue.priority_minutes);
  if (waits && due < facts.due) return { due, why: `绿色通道（${priority}），${clockOf(due)} 前叫` };
  const also = `；也是绿色通道（${priority}）${waits ? '，按更早的这个时间' : ''}`;
  return { due: facts.due, why: facts.why.endsWith(also) ? facts.why : `${facts.why}${also}` };
}

function dueOfWalkIn(at: Date, { queue }: DueRules): Due {
  const why = `${clockOf(at)} 现场取号，按等候不超过 ${queue.walk_in_minutes} 分钟排`;
  return { due: after(at, queue.walk_in_minutes), why };
}

function dueOfBooked(at: Date, bookedFor: Date, rules: DueRules): Due {
  const { walk_in_minutes, booked_minutes } = rules.queue;
  if (isLate(bookedFor, at, rules)) {
    const why = `约在 ${clockOf(bookedFor)}，${clockOf(at)} 才到，按现场取号等候时间的一半排`;
    return { due: after(at, walk_in_minutes / 2), why };
  }
  const due = after(new Date(Math.max(at.getTime(), bookedFor.getTime())), booked_minutes);
  return { due, why: `约在 ${clockOf(bookedFor)}，按时到了，${clockOf(due)} 前叫` };
}

function dueWhenForwarded(facts: Extract<TicketFacts, { on: 'forwarded' }>, queue: QueueRules): Due {
  const { at, due, keepPlace, priority } = facts;
  if (keepPlace) {
    const soon = after(at, queue.forward_minutes).getTime();
    return { due: new Date(Math.min(due.getTime(), soon)), why: '从别的窗口转来，次序不变' };
  }
  if (priority !== undefined) {
    return { due: after(at, queue.priority_minutes), why: `从别的窗口转来，绿色通道（${priority}）` };
  }
  return { due: after(at, queue.walk_in_minutes), why: '从别的窗口转来，重新排' };
}

/** So many places back: just behind the last of the tickets that go first. */
function dueWhenRejoined(facts: Extract<TicketFacts, { on: 'rejoined' }>, queue: QueueRules): Due {
  const before = facts.waiting.slice(0, queue.rejoin.places);
  const last = before.at(-1);
  const why = before.length === 0 ? '过号后回来，前面没有人' : `过号后回来，排在 ${before.length} 个人后面`;
  if (last === undefined) return { due: facts.at, why };
  return { due: new Date(last.getTime() + 1), why };
}

function after(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * minuteMs);
}

/** `09:05`, by the clock of Shanghai. */
function clockOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 60 * minuteMs).toISOString().slice(11, 16);
}

/** A ticket as the order of calling sees it. */
export type WaitingTicket = {
  readonly id: string;
  readonly number: string;
  /** What a window must be able to do for it. */
  readonly skills: readonly string[];
  /** 指定窗口: only this window may call it. */
  readonly window?: string;
  /** A queue of its own at issue or “办不成事” windows, whatever their skills. */
  readonly queue?: 'issue' | 'stuck';
  readonly due: Date;
  readonly firstTakenAt: Date;
};
/** A window as the order of calling sees it. */
export type ServingWindow = {
  readonly id: string;
  readonly kind: 'comprehensive' | 'issue' | 'stuck' | 'theme' | 'priority';
  readonly skills: readonly string[];
};

/** Whether a window may serve a ticket: it is not sent elsewhere, and the window can do all it needs. */
export function mayServe(
  window: ServingWindow,
  ticket: Pick<WaitingTicket, 'skills' | 'window' | 'queue'>,
): boolean {
  if (ticket.window !== undefined) return ticket.window === window.id;
  const own = window.kind === 'issue' || window.kind === 'stuck' ? window.kind : undefined;
  if (ticket.queue !== own) return false;
  return own !== undefined || ticket.skills.every((skill) => window.skills.includes(skill));
}

/** The order of calling: by due time, then by who came first, then by number. */
export function byDue(a: WaitingTicket, b: WaitingTicket): number {
  return (
    a.due.getTime() - b.due.getTime() ||
    a.firstTakenAt.getTime() - b.firstTakenAt.getTime() ||
    (a.number < b.number ? -1 : Number(a.number > b.number))
  );
}

/** 下一个: the ticket a window calls next, if it may serve any. */
export function nextFor<T extends WaitingTicket>(
  window: ServingWindow,
  tickets: readonly T[],
): T | undefined {
  const mine = tickets.filter((ticket) => mayServe(window, ticket));
  return mine.reduce<T | undefined>(
    (first, ticket) => (first === undefined || byDue(ticket, first) < 0 ? ticket : first),
    undefined,
  );
}

/** 前面几个人: tickets that are called before this one and want a window it could have. */
export function ahead(
  ticket: WaitingTicket,
  tickets: readonly WaitingTicket[],
  windows: readonly ServingWindow[],
): number {
  const mine = windows.filter((window) => mayServe(window, ticket));
  return tickets.filter(
    (other) =>
      other.id !== ticket.id && byDue(other, ticket) < 0 && mine.some((window) => mayServe(window, other)),
  ).length;
}

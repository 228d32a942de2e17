import { Problem } from '@tongban/kernel';
import type { Tx } from '../../platform/index.ts';
import type { Estimating } from './estimating.ts';
import { closingOf } from './hours.ts';
import { aheadOf, type Outlook } from './new-ticket.ts';
import type { Parts } from './parts.ts';
import { clockOf } from './slips.ts';
import type { Snapshots } from './snapshot.ts';
import type { TicketRow } from './store/tables.ts';

type Deps = Parts & { snapshots: Snapshots; estimating: Estimating };
type Foreseen = { row: TicketRow; outlook: Outlook };

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

/**
 * Foresees the wait of a newcomer. Whoever would wait very long gets a time to come back, before which they are not called;
 * whom nobody will get to before closing is told so. The time is taken from what can be
 * booked; where nothing is free any more, they wait in the hall as everybody does.
 */
export async function foreseen(
  deps: Deps,
  tx: Tx,
  { blank, byStaff }: { blank: TicketRow; byStaff: boolean },
): Promise<Foreseen> {
  const { snapshots, estimating, hours, clock, hallRules, places } = deps;
  const snapshot = await snapshots.within(places.at(blank.hall, blank.day), tx);
  const { newcomer: found } = await estimating.with(snapshot, blank);
  const outlook = { ahead: aheadOf(snapshot, blank), found };
  if (found === undefined) return { row: blank, outlook };
  const row = { ...blank, foreseen_p50: found.p50, foreseen_p80: found.p80 };
  if (blank.kind !== 'walk-in' || found.p50 <= hallRules.queue.come_back_minutes) return { row, outlook };
  const calledAt = new Date(clock().getTime() + found.p50 * minuteMs);
  const closing = closingOf(await hours.spans(blank));
  if (closing !== undefined && calledAt > closing) {
    // A member of staff sees the person and may know better.
    if (byStaff) return { row, outlook };
    throw new Problem('hall.full-today', 'conflict', '今天排到下班也轮不到了，先预约改天再来');
  }
  return { row: { ...row, ...(await timed(deps, tx, { row, calledAt, closing })) }, outlook };
}

type Timed = Pick<TicketRow, 'state' | 'why' | 'come_back_at' | 'parked_until'>;

/** 回来的时间: the first free one from a quarter of an hour before the likely call on; the place in the queue stays. */
async function timed(
  { bookings }: Deps,
  tx: Tx,
  { row, calledAt, closing }: { row: TicketRow; calledAt: Date; closing: Date | undefined },
): Promise<Partial<Timed>> {
  const from = new Date(Math.floor((calledAt.getTime() - quarterMs) / quarterMs) * quarterMs);
  const until = closing ?? calledAt;
  const { ticket_id: ticket, hall, item } = row;
  // Windows with a queue of their own take no bookings, so nobody's time is shared there.
  const at =
    row.queue === undefined ? await bookings.takeTimed(tx, { ticket, hall, item, from, until }) : from;
  if (at === undefined) return {};
  return {
    state: 'parked',
    why: `要等很久，约好 ${clockOf(at)} 回来再叫`,
    come_back_at: at,
    parked_until: at,
  };
}

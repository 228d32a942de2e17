import type { BookingRow } from './store/tables.ts';

/** What a lane of a pool can take in one quantum. */
export type Room = { pool: string; lane: number; t: number; planned: number };
type Taken = Pick<BookingRow, 'booking_id' | 'pool' | 'lane' | 't' | 'quanta' | 'made_at'>;

/**
 * 受影响的人: the bookings that no longer fit into what is planned. Whoever booked first keeps the time; only those that
 * find no place beside them are stranded.
 */
export function strandedOf<B extends Taken>(bookings: readonly B[], rooms: readonly Room[]): B[] {
  const left = new Map(rooms.map((room) => [keyOf(room, room.t), room.planned]));
  const inOrder = bookings.toSorted(
    (a, b) => a.made_at.getTime() - b.made_at.getTime() || a.booking_id.localeCompare(b.booking_id),
  );
  return inOrder.filter((booking) => {
    const keys = Array.from({ length: booking.quanta }, (_, at) => keyOf(booking, booking.t + at));
    const fits = keys.every((key) => (left.get(key) ?? 0) > 0);
    if (fits) for (const key of keys) left.set(key, (left.get(key) ?? 0) - 1);
    return !fits;
  });
}

function keyOf({ pool, lane }: { pool: string; lane: number }, t: number): string {
  return `${pool}|${lane}|${t}`;
}

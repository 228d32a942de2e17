import type { Sitting } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { apart, type SignedIn, type Tx } from '../../../platform/index.ts';
import type { IntakeDeps, IntakeParts } from './build.ts';
import { seatOf } from './parts.ts';
import type { SittingRow } from './store.ts';

/** 凭号受理: begins with the person of the ticket called to this window, and takes up what they booked for. */
export function createTicketStart({ arrivals }: Pick<IntakeDeps, 'arrivals'>, parts: IntakeParts) {
  const { sittings, view } = parts;
  return async (tx: Tx, caller: SignedIn, ticket: string): Promise<Sitting> => {
    const { personId, booking } = await arrivals.personOf(tx, caller, ticket);
    const row = await sittings.beginFor(tx, caller, { personId, by: 'ticket', ticket });
    if (booking !== undefined) await takeUp(parts, tx, { caller, row, booking });
    await sittings.tell(tx, row);
    return view(tx, seatOf(caller, await sittings.opened(tx, row)));
  };
}

type Booked = NonNullable<Awaited<ReturnType<IntakeDeps['arrivals']['personOf']>>['booking']>;

/**
 * The draft begun at home, or the answers given when booking. Where this window cannot take them in, the sitting begins all
 * the same and the clerk decides what to do.
 */
async function takeUp(
  { sittings, items }: IntakeParts,
  tx: Tx,
  { caller, row, booking }: { caller: SignedIn; row: SittingRow; booking: Booked },
): Promise<void> {
  const { item, answers, draft } = booking;
  if (draft === undefined && answers.length === 0) return;
  const sitting = await sittings.opened(tx, row);
  if (sitting.inHand.some(({ draft: one }) => one.row.item === item)) return;
  try {
    await apart(tx, () =>
      items.add(tx, seatOf(caller, sitting), draft === undefined ? { item, answers } : { draft }),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

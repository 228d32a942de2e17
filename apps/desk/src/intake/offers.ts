import type { QueueTicket, Sitting } from '@tongban/contract';

/** 来办的事: the item somebody took a number for. */
type TicketItem = Pick<QueueTicket, 'item' | 'itemName' | 'number'>;

/** 接着办: what the person has come for or already begun, as one digit goes on with it. */
export type Offer =
  | { readonly from: 'booking'; readonly key: string; readonly booking: Sitting['bookings'][number] }
  | { readonly from: 'ticket'; readonly key: string; readonly ticket: TicketItem }
  | { readonly from: 'draft'; readonly key: string; readonly draft: Sitting['drafts'][number] };

/**
 * Bookings first, then what the number was taken for, then drafts; what is in hand already, or stands behind an
 * earlier one, is not offered twice.
 */
export function offersOf({ bookings, drafts, taken }: Sitting, ticket?: TicketItem): Offer[] {
  const inHand = new Set(taken.map(({ item }) => item));
  const open = bookings.filter(({ item }) => !inHand.has(item));
  const booked = new Set(open.map(({ draft }) => draft));
  const begun = new Set([...inHand, ...open.map(({ item }) => item), ...drafts.map(({ item }) => item)]);
  return [
    ...open.map((booking): Offer => ({ from: 'booking', key: booking.booking, booking })),
    ...(ticket === undefined || begun.has(ticket.item)
      ? []
      : [{ from: 'ticket', key: ticket.number, ticket } satisfies Offer]),
    ...drafts
      .filter(({ draft }) => !booked.has(draft))
      .map((draft): Offer => ({ from: 'draft', key: draft.draft, draft })),
  ];
}

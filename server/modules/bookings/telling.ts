import type { Platform } from '../../platform/index.ts';
import { bookingCancelled, bookingMade, bookingMoved } from './events.ts';
import type { Parts } from './parts.ts';
import type { View } from './view.ts';
import { hallWords } from './words.ts';

type Deps = Pick<Parts, 'notices' | 'places'> & Pick<Platform, 'outbox'> & { itemWords: View['itemWords'] };

/** 预约通知: a time that was taken, changed or given back reaches the one it is for, whoever did it. */
export function tellBookers({ outbox, notices, places, itemWords }: Deps): void {
  outbox.subscribe({
    name: 'bookings.tell-bookers',
    on: [bookingMade, bookingMoved, bookingCancelled],
    handle: async (tx, { type, data }) => {
      const hall = places.hall(data.hall);
      const at = new Date(data.at);
      await notices.tell(tx, {
        ...{ personId: data.personId, event: type, about: `booking:${data.bookingId}`, staleAfter: at },
        facts: { item: await itemWords(data.item, hall.city), hall: hallWords(hall), at: { moment: at } },
      });
    },
  });
}

/** @jsxImportSource preact */
import { type Booking, bookingsRoutes, type TicketView, ticketsRoutes } from '@tongban/contract';
import { LinkButton, Tag } from '@tongban/ui';
import { isToday, momentWords, timeText } from '../days.ts';
import { stateLine } from '../ticket/state-line.ts';
import type { Visit } from '../visit.ts';
import { waitText } from '../waits.ts';
import { Chinese } from '../words.tsx';

/** What is booked next, with the number in the queue once the person has checked in. */
export type Coming = { readonly booking: Booking; readonly ticket: TicketView | undefined };

const mostCards = 2;

/** 今天和接下来: a time kept for me, what is booked for today, else the next booking. */
export async function listComing(visit: Visit): Promise<Coming[]> {
  const { bookings } = await visit.call(bookingsRoutes.list, { query: {} });
  const live = bookings.filter(({ state }) => state === 'held' || state === 'booked' || state === 'arrived');
  const pressing = live.filter(({ state, at }) => state === 'held' || isToday(at));
  const shown = (pressing.length > 0 ? pressing : live).slice(0, mostCards);
  return Promise.all(
    shown.map(async (booking) => ({
      booking,
      ticket:
        booking.ticket === undefined
          ? undefined
          : await visit.call(ticketsRoutes.get, { params: { key: booking.ticket } }),
    })),
  );
}

export function ComingCards({
  visit,
  coming,
}: {
  readonly visit: Visit;
  readonly coming: readonly Coming[];
}) {
  return coming.map((one) => <Card key={one.booking.booking} visit={visit} coming={one} />);
}

function Card({ visit, coming: { booking, ticket } }: { readonly visit: Visit; readonly coming: Coming }) {
  const { say } = visit;
  const today = isToday(booking.at);
  return (
    <section class={today || booking.state === 'held' ? 'sheet needs' : 'sheet'}>
      <div class="stack stack--tight">
        <span>
          <Head visit={visit} booking={booking} ticket={ticket} />
        </span>
        <h2>
          {today
            ? say(`今天 ${timeText(booking.at)}`, `Today ${timeText(booking.at)}`)
            : momentWords(visit, booking.at)}
        </h2>
        <p>
          <Chinese visit={visit}>{booking.itemName}</Chinese>
          {say('，', ', ')}
          <Chinese visit={visit}>{booking.hallName}</Chinese>
        </p>
        {ticket?.wait !== undefined && <p class="soft">{waitText(visit, ticket.wait)}</p>}
      </div>
      <div class="actions">
        <Act visit={visit} booking={booking} ticket={ticket} />
      </div>
    </section>
  );
}

function Head({ visit, booking, ticket }: { readonly visit: Visit } & Coming) {
  const { say } = visit;
  if (ticket !== undefined)
    return (
      <Tag mood="ok">
        {ticket.number} {stateLine(visit, ticket)}
      </Tag>
    );
  if (booking.state === 'held') {
    const until = booking.heldUntil === undefined ? '' : timeText(booking.heldUntil);
    return <Tag mood="warn">{say(`给您留到 ${until}`, `Kept for you until ${until}`)}</Tag>;
  }
  return <Tag>{say('约好的', 'Booked')}</Tag>;
}

function Act({ visit, booking, ticket }: { readonly visit: Visit } & Coming) {
  const { say } = visit;
  if (ticket !== undefined)
    return <LinkButton href={`/t/${booking.ticket}`}>{say('看排到哪了', 'Follow the queue')}</LinkButton>;
  if (booking.may.checkIn)
    return (
      <LinkButton href={`/bookings/${booking.booking}/check-in`}>
        {say('到大厅了，签到', 'I am at the hall: check in')}
      </LinkButton>
    );
  return (
    <LinkButton look={booking.state === 'held' ? 'main' : 'quiet'} href={`/bookings/${booking.booking}`}>
      {booking.state === 'held' ? say('去约好', 'Confirm it') : say('看预约', 'See the booking')}
    </LinkButton>
  );
}

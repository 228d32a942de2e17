/** @jsxImportSource preact */
import { type Booking, bookingsRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton } from '@tongban/ui';
import { faultsFrom, faultsTitle } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { BookingFacts, When } from './booking-facts.tsx';
import { getBooking } from './find-booking.ts';

/** 取消预约: asked once more; the time is free for others at once. */
export async function showCancel(visit: Visit): Promise<PageAnswer> {
  const booking = await getBooking(visit);
  return booking.may.cancel ? cancelPage(visit, booking, []) : leadTo(visit, `/bookings/${booking.booking}`);
}

export async function takeCancel(visit: Visit): Promise<PageAnswer> {
  const booking = await getBooking(visit);
  try {
    await visit.call(bookingsRoutes.cancel, { params: { booking: booking.booking } });
  } catch (error) {
    return cancelPage(visit, booking, faultsFrom(error, 'cancel'));
  }
  return leadTo(visit, '/bookings');
}

function cancelPage(visit: Visit, booking: Booking, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const held = booking.state === 'held';
  const title = held
    ? say('不要这个时间？', 'Let this time go?')
    : say('取消这个预约？', 'Cancel this booking?');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 409,
    personal: true,
    back: { href: `/bookings/${booking.booking}`, words: say('不取消，回去', 'Keep it') },
    children: (
      <form class="stack" method="post" id="cancel" data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <section class="sheet">
          <When visit={visit} booking={booking} />
          <BookingFacts visit={visit} booking={booking} />
        </section>
        <p>
          {say(
            '取消后，这个时间马上让给别人。您可以再约别的时间。',
            'Others can book this time at once. You can book another one.',
          )}
        </p>
        <div class="actions">
          <Button look="danger">
            {held ? say('不要了', 'Let it go') : say('取消预约', 'Cancel the booking')}
          </Button>
          <LinkButton look="quiet" href={`/bookings/${booking.booking}`}>
            {say('留着', 'Keep it')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

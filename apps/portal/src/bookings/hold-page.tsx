/** @jsxImportSource preact */
import type { Booking } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Banner, Button, ErrorSummary, type FieldFault, LinkButton } from '@tongban/ui';
import { daysAddress, hallsAddress } from '../book/aim.ts';
import { dayText, timeText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { BookingFacts, Bring, When } from './booking-facts.tsx';
import { aimOf } from './find-booking.ts';

/** 核对: the time is kept for some minutes while the person looks at it once more. */
export function holdPage(visit: Visit, booking: Booking, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = booking.offered
    ? say('空出一个时间，给您留着', 'A time is free and kept for you')
    : say('核对一下，约好', 'Check, then book');
  return page(visit, {
    title,
    personal: true,
    status: faults.length === 0 ? 200 : 409,
    children: (
      <>
        <ErrorSummary title={say('没有约成', 'Not booked')} faults={faults} />
        <h1>{title}</h1>
        <Left visit={visit} booking={booking} />
        <Instead visit={visit} booking={booking} />
        <section class="sheet">
          <When visit={visit} booking={booking} />
          <BookingFacts visit={visit} booking={booking} />
        </section>
        <Bring visit={visit} booking={booking} />
        <form method="post" action={`/bookings/${booking.booking}`} id="confirm" data-does="once">
          <div class="actions">
            <Button>{say('约好', 'Book it')}</Button>
            {!booking.offered && (
              <LinkButton look="quiet" href={daysAddress(aimOf(booking), booking.hall)}>
                {say('换个时间', 'Another time')}
              </LinkButton>
            )}
            <LinkButton look="quiet" href={`/bookings/${booking.booking}/cancel`}>
              {say('不约了', 'Do not book')}
            </LinkButton>
          </div>
        </form>
      </>
    ),
  });
}

/** How long the time is still kept; a script counts down, without one the clock time stands. */
function Left({ visit, booking }: { readonly visit: Visit; readonly booking: Booking }) {
  const { say } = visit;
  const { heldUntil } = booking;
  if (heldUntil === undefined) return null;
  const minutes = Math.max(0, Math.ceil((Date.parse(heldUntil) - Date.now()) / 60_000));
  return (
    <Banner mood="warn">
      <p>
        {say('给您留到 ', 'Kept for you until ')}
        <b>{timeText(heldUntil)}</b>
        {say('，还有 ', ', ')}
        <b class="left" data-does="left" data-at={heldUntil}>
          {say(`${minutes} 分钟`, `${minutes} min left`)}
        </b>
      </p>
    </Banner>
  );
}

/** 取代: the present booking of the same item goes when this one is confirmed, and not before. */
function Instead({ visit, booking: { instead } }: { readonly visit: Visit; readonly booking: Booking }) {
  if (instead === undefined) return null;
  const { say } = visit;
  const { at, hallName } = instead;
  return (
    <Banner mood="info">
      <p>{say('约好这个时间，就取消您现在的预约：', 'Booking this time cancels the booking you have:')}</p>
      <p>
        <b>
          {dayText(visit, shanghaiDay(at))}
          {say('', ' ')}
          {timeText(at)}
        </b>
        <br />
        <Chinese visit={visit}>{hallName}</Chinese>
      </p>
      <p>{say('不约就保留现在的预约。', 'If you do not book it, that one stays.')}</p>
    </Banner>
  );
}

/** The kept time has lapsed before it was confirmed. */
export function lapsedPage(visit: Visit, booking: Booking): PageAnswer {
  const { say } = visit;
  const title = say('留的时间过了，没有约成', 'The time was let go; nothing is booked');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/bookings', words: say('我的预约', 'My bookings') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {say(
            '这个时间已经让给别人选。再选一次就行，您的回答还在。',
            'Others can choose it now. Choose again; your answers are kept.',
          )}
        </p>
        <div class="actions">
          <LinkButton href={hallsAddress(aimOf(booking))}>
            {say('再选一个时间', 'Choose another time')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

/** @jsxImportSource preact */
import { type Booking, bookingsRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Banner, LinkButton, ScriptButton } from '@tongban/ui';
import { hallsAddress } from '../book/aim.ts';
import { isToday } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { BookingFacts, Bring, When } from './booking-facts.tsx';
import { aimOf } from './find-booking.ts';

type Shown = { readonly visit: Visit; readonly booking: Booking };

/** 约好了: when, where, the figures to show at the hall, what to bring; can be opened again until the day. */
export function bookedPage(visit: Visit, booking: Booking): PageAnswer {
  const { say } = visit;
  const here = booking.state === 'arrived';
  const title = here ? say('已经签到', 'You are checked in') : say('约好了', 'Booked');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/bookings', words: say('我的预约', 'My bookings') },
    children: (
      <>
        <Banner mood="ok">
          <h1>{title}</h1>
          <When visit={visit} booking={booking} />
        </Banner>
        <Arrive visit={visit} booking={booking} />
        <section class="sheet">
          {!here && <Code visit={visit} booking={booking} />}
          <BookingFacts visit={visit} booking={booking} />
        </section>
        <Bring visit={visit} booking={booking} />
        <Change visit={visit} booking={booking} />
      </>
    ),
  });
}

/** On the day: check in, then follow the queue. */
function Arrive({ visit, booking }: Shown) {
  const { say } = visit;
  if (booking.ticket !== undefined) {
    return (
      <div class="actions">
        <LinkButton href={`/t/${booking.ticket}`}>{say('看排到哪了', 'Follow the queue')}</LinkButton>
      </div>
    );
  }
  if (!booking.may.checkIn) return null;
  return (
    <div class="actions">
      <LinkButton href={`/bookings/${booking.booking}/check-in`}>
        {say('到大厅了，签到', 'I am at the hall: check in')}
      </LinkButton>
    </div>
  );
}

function Code({ visit, booking }: Shown) {
  const { say } = visit;
  return (
    <div class="code">
      <span class="soft">{say('签到码', 'Check-in code')}</span>
      <b>{booking.code.replace(/(\d{4})(\d{4})/, '$1 $2')}</b>
      <span class="small soft">
        {isToday(booking.at)
          ? say(
              '到了大厅，在自助机上按这八位数，或给导办台看。',
              'At the hall, type it at a machine or show it at the desk.',
            )
          : say(
              '来的那天，在大厅自助机上按这八位数，或给导办台看。',
              'On the day, type it at a machine in the hall or show it at the desk.',
            )}
      </span>
    </div>
  );
}

function Change({ visit, booking }: Shown) {
  const { say } = visit;
  const calendar = addressOf(bookingsRoutes.calendar, { params: { booking: booking.booking } });
  return (
    <div class="actions">
      {booking.state === 'booked' && (
        <LinkButton look="quiet" href={calendar}>
          {say('放进手机日历', 'Add to calendar')}
        </LinkButton>
      )}
      {booking.may.move && (
        <LinkButton look="quiet" href={`/bookings/${booking.booking}/move`}>
          {say('改时间', 'Change the time')}
        </LinkButton>
      )}
      {booking.may.cancel && (
        <LinkButton look="quiet" href={`/bookings/${booking.booking}/cancel`}>
          {say('取消预约', 'Cancel')}
        </LinkButton>
      )}
      <ScriptButton does="print">{say('打印', 'Print')}</ScriptButton>
    </div>
  );
}

/** A booking that is over: what became of it, and the way to a new one. */
export function overPage(visit: Visit, booking: Booking): PageAnswer {
  const { say } = visit;
  const titles = {
    done: say('这次已经办过了', 'This visit is over'),
    missed: say('这次没有来', 'You did not come'),
    cancelled: say('这个预约已经取消', 'This booking is cancelled'),
  };
  const title = titles[booking.state === 'done' || booking.state === 'missed' ? booking.state : 'cancelled'];
  return page(visit, {
    title,
    personal: true,
    back: { href: '/bookings', words: say('我的预约', 'My bookings') },
    children: (
      <>
        <h1>{title}</h1>
        {booking.state === 'missed' && (
          <p>
            {say(
              '约了不来，别人就少一个时间。来不了的，提前取消就不算。',
              'A time kept and not used is lost to others. Cancel in time and it does not count.',
            )}
          </p>
        )}
        <section class="sheet">
          <When visit={visit} booking={booking} />
          <BookingFacts visit={visit} booking={booking} />
        </section>
        <div class="actions">
          <LinkButton href={hallsAddress(aimOf(booking))}>{say('再约一次', 'Book again')}</LinkButton>
        </div>
      </>
    ),
  });
}

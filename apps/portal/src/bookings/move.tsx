/** @jsxImportSource preact */
import { type Booking, bookingsRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton } from '@tongban/ui';
import { first } from '../address.ts';
import { daysAddress, findHall } from '../book/aim.ts';
import { refusedTime } from '../book/refused-time.ts';
import { momentWords } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { aimOf, getBooking } from './find-booking.ts';

type Time = { readonly hall: string; readonly at: string; readonly window?: string };

/** 改时间: first another time is chosen, then old and new stand side by side. */
export async function showMove(visit: Visit): Promise<PageAnswer> {
  const booking = await getBooking(visit);
  if (!booking.may.move) return leadTo(visit, `/bookings/${booking.booking}`);
  const time = timeIn(visit);
  if (time === undefined) return leadTo(visit, chooseAgain(booking));
  return movePage(visit, { booking, time }, []);
}

export async function takeMove(visit: Visit): Promise<PageAnswer> {
  const { booking: id = '' } = visit.params;
  const time = timeIn(visit);
  if (time === undefined) return leadTo(visit, `/bookings/${id}/move`);
  try {
    await visit.call(bookingsRoutes.move, { params: { booking: id }, body: time });
    return leadTo(visit, `/bookings/${id}`);
  } catch (error) {
    const { faults } = refusedTime(error, 'move');
    return movePage(visit, { booking: await getBooking(visit), time }, faults);
  }
}

function chooseAgain(booking: Booking): string {
  return daysAddress({ ...aimOf(booking), move: booking.booking }, booking.hall);
}

function timeIn({ query }: Visit): Time | undefined {
  const [hall, at, window] = [first(query, 'hall'), first(query, 'at'), first(query, 'window')];
  if (hall === undefined || at === undefined || Number.isNaN(Date.parse(at))) return undefined;
  return { hall, at, ...(window === undefined ? {} : { window }) };
}

type Moving = { readonly booking: Booking; readonly time: Time };

async function movePage(
  visit: Visit,
  { booking, time }: Moving,
  faults: readonly FieldFault[],
): Promise<PageAnswer> {
  const { say } = visit;
  const place = time.hall === booking.hall ? booking.hallName : (await findHall(visit, time.hall))?.name;
  const title = say('改到这个时间？', 'Change to this time?');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 409,
    personal: true,
    back: { href: chooseAgain(booking), words: say('换个时间', 'Another time') },
    children: (
      <form class="stack" method="post" id="move" data-does="once">
        <ErrorSummary
          title={say('没有改成，原来的预约还在', 'Not changed; your booking stands')}
          faults={faults}
        />
        <h1>{title}</h1>
        <section class="sheet">
          <Side visit={visit} name={say('原来', 'Now')} at={booking.at} place={booking.hallName} />
          <Side visit={visit} name={say('改到', 'New')} at={time.at} place={place} strong />
        </section>
        <div class="actions">
          <Button>{say('改到这个时间', 'Change the time')}</Button>
          <LinkButton look="quiet" href={`/bookings/${booking.booking}`}>
            {say('不改了', 'Keep the old time')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

type SideProps = {
  readonly visit: Visit;
  readonly name: string;
  readonly at: string;
  readonly place: string | undefined;
  readonly strong?: true;
};

function Side({ visit, name, at, place, strong }: SideProps) {
  return (
    <div class={strong ? 'side side--new' : 'side'}>
      <span class="soft">{name}</span>
      <b>{momentWords(visit, at)}</b>
      {place !== undefined && (
        <span class="small soft">
          <Chinese visit={visit}>{place}</Chinese>
        </span>
      )}
    </div>
  );
}

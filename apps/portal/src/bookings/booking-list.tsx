/** @jsxImportSource preact */
import { type Booking, type BookingWish, bookingsRoutes } from '@tongban/contract';
import { LinkButton, LinkList, type LinkRow, type Mood, Tag } from '@tongban/ui';
import { first } from '../address.ts';
import { dayText, momentWords, timeText } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/** 我的预约: what is still to be confirmed first, then what is coming, then what one waits for. */
export async function showBookings(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const past = first(visit.query, 'past') !== undefined;
  const { bookings, wishes } = await visit.call(bookingsRoutes.list, { query: past ? { past } : {} });
  const held = bookings.filter(({ state }) => state === 'held');
  const coming = bookings.filter(({ state }) => state === 'booked' || state === 'arrived');
  const over = bookings.filter((one) => !held.includes(one) && !coming.includes(one));
  const title = say('我的预约', 'My bookings');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        <Group visit={visit} title={say('留着，等您约好', 'Kept for you')} bookings={held} />
        <Group visit={visit} title={say('约好的', 'Booked')} bookings={coming} />
        <Wishes visit={visit} wishes={wishes.filter(({ state }) => state === 'waiting')} />
        {past && <Group visit={visit} title={say('以前的', 'Earlier')} bookings={over} />}
        {bookings.length + wishes.length === 0 && (
          <p>
            {past
              ? say('以前没有约过。', 'No earlier bookings.')
              : say('现在没有预约。', 'You have no bookings.')}
          </p>
        )}
        <div class="actions">
          <LinkButton look={coming.length === 0 ? 'main' : 'quiet'} href="/book">
            {say('约一个时间', 'Book a time')}
          </LinkButton>
          {!past && (
            <LinkButton look="quiet" href="/bookings?past=yes">
              {say('看以前的', 'Earlier bookings')}
            </LinkButton>
          )}
        </div>
      </>
    ),
  });
}

type GroupProps = { readonly visit: Visit; readonly title: string; readonly bookings: readonly Booking[] };

function Group({ visit, title, bookings }: GroupProps) {
  if (bookings.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{title}</h2>
      <LinkList rows={bookings.map((one) => rowOf(visit, one))} />
    </section>
  );
}

function rowOf(visit: Visit, booking: Booking): LinkRow {
  const { say } = visit;
  const { person } = booking;
  const state = stateOf(visit, booking);
  return {
    href: `/bookings/${booking.booking}`,
    title: (
      <>
        {momentWords(visit, booking.at)} {state !== undefined && <Tag mood={state.mood}>{state.words}</Tag>}
      </>
    ),
    line: (
      <>
        <Chinese visit={visit}>{booking.itemName}</Chinese>
        <br />
        <Chinese visit={visit}>{booking.hallName}</Chinese>
        {!person.self && (
          <>
            {say('，来的是 ', ', for ')}
            <Chinese visit={visit}>{person.name}</Chinese>
          </>
        )}
      </>
    ),
  };
}

function stateOf({ say }: Visit, { state, heldUntil }: Booking): { mood: Mood; words: string } | undefined {
  const until = heldUntil === undefined ? '' : timeText(heldUntil);
  const told = {
    held: { mood: 'warn', words: say(`留到 ${until}`, `Kept until ${until}`) },
    booked: undefined,
    arrived: { mood: 'ok', words: say('已签到', 'Checked in') },
    done: { mood: 'info', words: say('办过了', 'Done') },
    missed: { mood: 'warn', words: say('没有来', 'Missed') },
    cancelled: { mood: 'info', words: say('已取消', 'Cancelled') },
    expired: { mood: 'info', words: say('没有约成', 'Not booked') },
  } as const;
  return told[state];
}

function Wishes({ visit, wishes }: { readonly visit: Visit; readonly wishes: readonly BookingWish[] }) {
  const { say } = visit;
  if (wishes.length === 0) return null;
  const parts = { any: '', morning: say('上午', ', mornings'), afternoon: say('下午', ', afternoons') };
  return (
    <section class="stack stack--tight" id="wishes">
      <h2>{say('在候补', 'Waiting for a freed time')}</h2>
      <ul class="rows">
        {wishes.map((wish) => (
          <li key={wish.wish}>
            <b>
              {wish.from === wish.to
                ? dayText(visit, wish.from)
                : say(
                    `${dayText(visit, wish.from)}到 ${dayText(visit, wish.to)}`,
                    `${dayText(visit, wish.from)} to ${dayText(visit, wish.to)}`,
                  )}
              {parts[wish.part]}
            </b>
            <span class="small soft">
              <Chinese visit={visit}>{`${wish.itemName}，${wish.hallName}`}</Chinese>
            </span>
            <form method="post" action={`/wishes/${wish.wish}/end`}>
              <button type="submit" class="linkish">
                {say('不等了', 'Stop waiting')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p class="small soft">
        {say('有空出来的，会给您留着并发短信。', 'A freed time is kept for you and you get a text message.')}
      </p>
    </section>
  );
}

/** 不等了: ends the wait for a freed time. */
export async function endWish(visit: Visit): Promise<PageAnswer> {
  await visit.call(bookingsRoutes.endWish, { params: { wish: visit.params.wish ?? '' } });
  return leadTo(visit, '/bookings');
}

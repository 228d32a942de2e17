/** @jsxImportSource preact */
import { type Booking, bookingsRoutes } from '@tongban/contract';
import { Button, ErrorSummary, type FieldFault, LinkButton, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { momentWords } from '../days.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { getBooking } from './find-booking.ts';

/** 签到: the four figures on the hall screen prove that one is there; the booking becomes a number in the queue. */
export async function showCheckIn(visit: Visit): Promise<PageAnswer> {
  const booking = await getBooking(visit);
  if (booking.ticket !== undefined) return leadTo(visit, `/t/${booking.ticket}`);
  return booking.may.checkIn
    ? checkInPage(visit, booking, [])
    : leadTo(visit, `/bookings/${booking.booking}`);
}

export async function takeCheckIn(visit: Visit): Promise<PageAnswer> {
  const { booking = '' } = visit.params;
  const hallCode = (first(visit.request.form, 'hallCode') ?? '').normalize('NFKC').replace(/\s/g, '');
  const wrong = codeFault(visit, hallCode);
  if (wrong !== undefined) return checkInPage(visit, await getBooking(visit), [wrong]);
  try {
    const there = await visit.call(bookingsRoutes.checkIn, { params: { booking }, body: { hallCode } });
    return leadTo(visit, there.ticket === undefined ? `/bookings/${booking}` : `/t/${there.ticket}`);
  } catch (error) {
    return checkInPage(visit, await getBooking(visit), faultsFrom(error, 'hallCode'));
  }
}

function codeFault({ say }: Visit, typed: string): FieldFault | undefined {
  if (/^\d{4}$/.test(typed)) return undefined;
  const message =
    typed === ''
      ? say('填写大厅屏幕上的四位数', 'Type the four figures on the hall screen')
      : say('大厅屏幕上是四位数字', 'The hall screen shows four figures');
  return { id: 'hallCode', message };
}

function checkInPage(visit: Visit, booking: Booking, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('签到', 'Check in');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/bookings/${booking.booking}`, words: say('我的预约', 'My booking') },
    children: (
      <form class="stack" method="post" novalidate data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <h1>{title}</h1>
        <p>
          <Chinese visit={visit}>{booking.hallName}</Chinese>
          {say('，', ', ')}
          {momentWords(visit, booking.at)}
        </p>
        <TextInput
          id="hallCode"
          name="hallCode"
          width="short"
          inputmode="numeric"
          maxlength={8}
          label={say('大厅屏幕上的四位数', 'The four figures on the hall screen')}
          hint={say('在叫号大屏上，每小时换一次', 'On the big screen; they change every hour')}
          value={first(visit.request.form, 'hallCode') ?? ''}
          error={messageFor(faults, 'hallCode')}
        />
        <div class="actions">
          <Button>{say('签到，开始排队', 'Check in and queue')}</Button>
          <LinkButton look="quiet" href={`/bookings/${booking.booking}`}>
            {say('还没到', 'Not there yet')}
          </LinkButton>
        </div>
        <p class="soft small">
          {say(
            '找不到这四位数的，在自助机上按签到码，或到导办台。',
            'If you cannot find them, type your check-in code at a machine or go to the desk.',
          )}
        </p>
      </form>
    ),
  });
}

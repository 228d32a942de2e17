/** @jsxImportSource preact */
import { type TicketView, ticketsRoutes } from '@tongban/contract';
import { Banner, Button, LinkButton, SummaryList, type SummaryRow } from '@tongban/ui';
import { timeText } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { AskRating } from '../rate/rate-page.tsx';
import { findVisitOffer } from '../rate/rate-visit.ts';
import type { Visit } from '../visit.ts';
import { waitText } from '../waits.ts';
import { Chinese } from '../words.tsx';
import { isOver, stateLine } from './state-line.ts';

const refreshSeconds = 30;

type Shown = { readonly visit: Visit; readonly ticket: TicketView };

/** 排队中: the number, who is before one, how long, and which window; whoever has the address may follow it. */
export async function showTicket(visit: Visit): Promise<PageAnswer> {
  const key = visit.params.key ?? '';
  const ticket = await visit.call(ticketsRoutes.get, { params: { key } });
  const offer = await findVisitOffer(visit, ticket);
  const title = stateLine(visit, ticket);
  const shown = { visit, ticket };
  return page(visit, {
    title: `${ticket.number} ${title}`,
    personal: true,
    ...(isOver(ticket) ? {} : { refreshSeconds }),
    children: (
      <>
        <p class="unseen" role="status" data-say />
        <div
          class={ticket.state === 'called' ? 'ticket ticket--called' : 'ticket'}
          data-does={isOver(ticket) ? undefined : 'ticket'}
          data-key={key}
          data-state={ticket.state}
          data-ahead={ticket.ahead}
        >
          <div class="ticket__face">
            <p class="ticket__number">{ticket.number}</p>
            <h1>{title}</h1>
            <Next {...shown} />
          </div>
          {ticket.announcement !== undefined && (
            <Banner mood="warn">
              <p>
                <Chinese visit={visit}>{ticket.announcement}</Chinese>
              </p>
            </Banner>
          )}
          {offer !== undefined && <AskRating visit={visit} offer={offer} to={`/t/${key}/rate`} />}
          <Actions {...shown} />
          <section class="sheet">
            <Facts {...shown} />
          </section>
          <Fresh {...shown} />
        </div>
      </>
    ),
  });
}

/** What comes next, in one sentence. */
function Next({ visit, ticket }: Shown) {
  const { say } = visit;
  const { state, wait, where, rejoinUntil } = ticket;
  if (state === 'called') {
    return (
      <p>
        {where === undefined ? (
          say('正在叫您的号，马上过去。', 'You are being called. Go there now.')
        ) : (
          <Chinese visit={visit}>{where}</Chinese>
        )}
      </p>
    );
  }
  if (state === 'waiting' && wait !== undefined) return <p>{waitText(visit, wait)}</p>;
  if (state === 'parked')
    return (
      <p>
        {ticket.comeBackAt === undefined
          ? say(
              '办好手上的事再回窗口，不用重新取号。',
              'Come back to the window when ready; keep this number.',
            )
          : say(
              '现在人多，先去忙。那之前不会叫您的号。',
              'It is busy now. Your number is not called before then.',
            )}
      </p>
    );
  if (state === 'missed' && !ticket.may.rejoin)
    return <p>{say('要办的话，重新取一个号。', 'Take a new number if you still need to.')}</p>;
  if (state === 'missed' && rejoinUntil !== undefined)
    return (
      <p>
        {say(
          `${timeText(rejoinUntil)} 前可以重新排，往后挪几位。`,
          `You can rejoin until ${timeText(rejoinUntil)}, some places back.`,
        )}
      </p>
    );
  return null;
}

function Facts({ visit, ticket }: Shown) {
  const { say } = visit;
  const row = (key: string, label: string, text: string | undefined): SummaryRow[] =>
    text === undefined ? [] : [{ key, label, value: <Chinese visit={visit}>{text}</Chinese> }];
  return (
    <SummaryList
      rows={[
        ...row('item', say('办什么', 'For'), ticket.itemName),
        ...row('hall', say('在哪里', 'Where'), ticket.hallName),
        ...row('booked', say('约的时间', 'Booked for'), ticket.bookedFor && timeText(ticket.bookedFor)),
        ...row('taken', say('取号时间', 'Taken at'), timeText(ticket.takenAt)),
      ]}
    />
  );
}

function Actions({ visit, ticket }: Shown) {
  const { say } = visit;
  const at = `/t/${visit.params.key ?? ''}`;
  if (!ticket.may.rejoin && !ticket.may.leave) return null;
  return (
    <div class="actions">
      {ticket.may.rejoin && (
        <form method="post" action={`${at}/rejoin`} data-does="once">
          <Button>{say('重新排', 'Queue again')}</Button>
        </form>
      )}
      {ticket.may.leave && (
        <LinkButton look="quiet" href={`${at}/leave`}>
          {say('不办了，退号', 'Leave the queue')}
        </LinkButton>
      )}
    </div>
  );
}

/** How old the page is; a script keeps it fresh, without one the page asks again by itself. */
function Fresh({ visit, ticket }: Shown) {
  const { say } = visit;
  return (
    <p class="small soft ticket__fresh">
      <span data-fresh>{say(`${timeText(ticket.asOf)} 更新`, `Updated ${timeText(ticket.asOf)}`)}</span>{' '}
      <a href={visit.path}>{say('刷新', 'Refresh')}</a> ·{' '}
      <a href={`/orders/new/stuck?about=ticket:${ticket.number}`}>
        {say('办不成，告诉我们', 'Could not get it done?')}
      </a>
    </p>
  );
}

/** 过号重排: some places back, as the rules of the hall say. */
export async function takeRejoin(visit: Visit): Promise<PageAnswer> {
  const { key = '' } = visit.params;
  await visit.call(ticketsRoutes.rejoin, { params: { key } });
  return leadTo(visit, `/t/${key}`);
}

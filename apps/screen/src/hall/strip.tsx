/** @jsxImportSource preact */
import type { Show } from './standing.ts';
import { hallWords as said } from './words.ts';

type Props = {
  readonly show: Show;
  readonly window: string | undefined;
  readonly awaySince: Date | undefined;
};

/** 窗口条屏: the number of the window, who is asked to come or is being served, and the staff number. */
export function Strip({ show, window, awaySince }: Props) {
  const mine = show.windows.find((one) => one.window === window);
  if (mine === undefined) return <p class="strip strip--none">{show.hallName}</p>;
  const { ticket, ticketState, state, staff } = mine;
  const called = ticketState === 'called';
  return (
    <div class={`strip${called ? ' strip--called' : ''}`} role="status">
      <p class="strip__window">
        <b>{mine.number}</b>
        <span>{mine.name.replace(/^\d+号\s*/, '')}</span>
      </p>
      <p class="strip__now">
        {ticket !== undefined && <b>{ticket}</b>}
        <span>{ticket === undefined ? said.states[state] : called ? said.called(ticket) : said.serving}</span>
      </p>
      <p class="strip__staff">{staff === undefined ? '' : said.staff(staff)}</p>
      {awaySince !== undefined && <span class="strip__away" role="img" aria-label={said.stale} />}
    </div>
  );
}

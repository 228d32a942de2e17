/** @jsxImportSource preact */
import type { IdentityCard } from '@tongban/contract';
import { useEffect, useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import type { Known } from '../journey/known.ts';
import { useTask } from '../journey/use-task.ts';
import { watchCards } from '../machine/reader.ts';
import { Icon } from '../parts/icons.tsx';
import { Page } from '../parts/page.tsx';

type Props = { readonly onKnown: (known: Known) => void; readonly refused: string | undefined };

/** 刷身份证: the reader of the machine; in the demo a tray of cards stands for it and says so. */
export function CardWay({ onKnown, refused }: Props) {
  const { said, start, doors } = useKiosk();
  const { busy, fault, run } = useTask();
  const read = (card: IdentityCard) => void run(() => doors.identify(card), onKnown);
  const away = useReader(read);
  const { reader } = start;
  const problem = reader.kind === 'none' ? said.card.none : away ? said.card.away : undefined;
  return (
    <Page title={said.card.title} lead={said.card.lead} fault={refused ?? fault ?? problem}>
      <div class={busy ? 'slot slot--busy' : 'slot'} role="status">
        <Icon name="card" />
        {busy && <p>{said.card.reading}</p>}
      </div>
      {reader.kind === 'simulator' && (
        <section class="pretend">
          <h2>{said.card.tray}</h2>
          <p>{said.card.trayLead}</p>
          <div class="pretend__cards">
            {reader.cards.slice(0, 6).map((card) => (
              <button
                key={card.citizenNumber}
                type="button"
                disabled={busy}
                data-card={card.citizenNumber}
                onClick={() => read(card)}
              >
                {card.name}
              </button>
            ))}
          </div>
        </section>
      )}
    </Page>
  );
}

/** Listens to the reader’s agent; answers whether it cannot be reached. */
function useReader(read: (card: IdentityCard) => void): boolean {
  const { start } = useKiosk();
  const [away, setAway] = useState(false);
  const port = start.reader.kind === 'agent' ? start.reader.port : undefined;
  useEffect(() => {
    if (port === undefined) return;
    const end = new AbortController();
    void watchCards(port, { card: read, away: setAway }, end.signal);
    return () => end.abort();
  }, [port]);
  return away;
}

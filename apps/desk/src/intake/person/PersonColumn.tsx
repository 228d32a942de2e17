import type { Sitting } from '@tongban/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../clocks/moments.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useOffers, useTakeOffer } from '../items/use-begin-item.ts';
import type { Offer } from '../offers.ts';
import type { Desk } from '../use-desk.ts';
import { intakeWords } from '../words.ts';

const said = intakeWords.person;
const mostShown = 6;

/** 来办事的人: who it is, masked, and what they have with us: bookings, drafts, open cases, licences. */
export function PersonColumn({ desk }: { desk: Desk }) {
  const { sitting } = desk;
  const { person } = sitting;
  return (
    <aside className="person" aria-label={said.title}>
      <header>
        <h1>{person.name}</h1>
        <span className="tag">{intakeWords.head.by[sitting.identifiedBy]}</span>
      </header>
      <dl className="person-facts">
        <Fact label={said.number} value={person.citizenNumber} />
        <Fact label={said.phone} value={person.phone} />
        <Fact label={said.born} value={person.bornOn} />
      </dl>
      <Bookings desk={desk} />
      <TicketItem desk={desk} />
      <Drafts desk={desk} />
      <Cases sitting={sitting} />
      {isNothing(sitting) ? <p className="person-group faint">{said.none}</p> : null}
      <Wallet sitting={sitting} />
    </aside>
  );
}

function isNothing({ bookings, drafts, cases }: Sitting): boolean {
  return bookings.length + drafts.length + cases.length === 0;
}

function Fact({ label, value }: { label: string; value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}

function Group({
  title,
  count,
  note,
  children,
}: {
  title: string;
  count: number;
  note?: string;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section className="person-group">
      <h2>
        {title}
        <span className="count">{count}</span>
        {note === undefined ? null : <span className="group-note">{note}</span>}
      </h2>
      <ul>{children}</ul>
      {count > mostShown ? <p className="faint">{said.more(count - mostShown)}</p> : null}
    </section>
  );
}

/** 预约: what the person came for; taking it up brings what was answered when booking. */
function Bookings({ desk }: { desk: Desk }) {
  const { bookings } = desk.sitting;
  const offers = useOffers(desk);
  return (
    <Group title={said.bookings} count={bookings.length}>
      {bookings.slice(0, mostShown).map(({ booking, name, at }) => {
        const place = offers.findIndex(({ key }) => key === booking);
        const offer = offers[place];
        return (
          <li key={booking} className="booking">
            {offer === undefined ? (
              <strong>{name}</strong>
            ) : (
              <OfferButton desk={desk} offer={offer} place={place} name={name} />
            )}
            <span className="number">{momentWords(at)}</span>
          </li>
        );
      })}
    </Group>
  );
}

/** 号上的事: what the number was taken for, while it is not begun. */
function TicketItem({ desk }: { desk: Desk }) {
  const offers = useOffers(desk);
  const place = offers.findIndex(({ from }) => from === 'ticket');
  const offer = offers[place];
  if (offer?.from !== 'ticket') return null;
  return (
    <Group title={said.ticket(offer.ticket.number)} count={1}>
      <li>
        <OfferButton desk={desk} offer={offer} place={place} name={offer.ticket.itemName} />
      </li>
    </Group>
  );
}

/** Begun at home: a digit in the empty search field goes on with it. */
function Drafts({ desk }: { desk: Desk }) {
  const offers = useOffers(desk);
  const drafts = offers.flatMap((offer, place) => (offer.from === 'draft' ? [{ offer, place }] : []));
  return (
    <Group title={said.drafts} count={drafts.length} note={said.draftsHelp}>
      {drafts.slice(0, mostShown).map(({ offer, place }) => (
        <li key={offer.key}>
          <OfferButton desk={desk} offer={offer} place={place} name={offer.draft.name.zh}>
            <span className="faint number">{momentWords(offer.draft.savedAt)}</span>
          </OfferButton>
        </li>
      ))}
    </Group>
  );
}

type OfferProps = { desk: Desk; offer: Offer; place: number; name: string; children?: ReactNode };

function OfferButton({ desk, offer, place, name, children }: OfferProps) {
  const takeOffer = useTakeOffer(desk);
  return (
    <button type="button" className="pick keyed-pick draft" onClick={() => takeOffer(offer)}>
      <KeyCap of={String(place + 1)} />
      <span>{name}</span>
      {children}
    </button>
  );
}

function Cases({ sitting: { cases } }: { sitting: Sitting }) {
  return (
    <Group title={said.cases} count={cases.length}>
      {cases.slice(0, mostShown).map(({ case: number, name, status }) => (
        <li key={number} className="open-case">
          <Link href={`/cases/${encodeURIComponent(number)}`}>{name.zh}</Link>
          <span className={status.needsYou ? 'needs' : 'faint'}>{status.title.zh}</span>
        </li>
      ))}
    </Group>
  );
}

function Wallet({ sitting: { wallet } }: { sitting: Sitting }) {
  return (
    <Group title={said.wallet} count={wallet.length}>
      {wallet.slice(0, mostShown).map(({ licence, name, state, validUntil }) => (
        <li key={licence} className="wallet-line">
          <span>{name.zh}</span>
          <span className={state === 'valid' || state === 'replaced' ? 'faint number' : 'bad'}>
            {state === 'valid' ? (validUntil ?? said.valid) : said.states[state]}
          </span>
        </li>
      ))}
    </Group>
  );
}

import type { Sitting } from '@tongban/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../clocks/moments.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
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
      <Bookings sitting={sitting} />
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

function Bookings({ sitting: { bookings } }: { sitting: Sitting }) {
  return (
    <Group title={said.bookings} count={bookings.length}>
      {bookings.slice(0, mostShown).map(({ code, name, at }) => (
        <li key={code} className="booking">
          <strong>{name}</strong>
          <span className="number">{momentWords(at)}</span>
        </li>
      ))}
    </Group>
  );
}

/** Begun at home: a digit in the empty search field goes on with it. */
function Drafts({ desk }: { desk: Desk }) {
  const { drafts } = desk.sitting;
  return (
    <Group title={said.drafts} count={drafts.length} note={said.draftsHelp}>
      {drafts.slice(0, mostShown).map(({ draft, name, savedAt }, at) => (
        <li key={draft}>
          <button type="button" className="draft" onClick={() => desk.take({ draft })}>
            <KeyCap of={String(at + 1)} />
            <span>{name.zh}</span>
            <span className="faint number">{momentWords(savedAt)}</span>
          </button>
        </li>
      ))}
    </Group>
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

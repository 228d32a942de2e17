import type { QueueTicket } from '@tongban/contract';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { classOf, ticketWords } from '../queue/ticket-words.ts';
import { useFindTicket } from './queries.ts';
import { SlipPaper } from './Slip.tsx';
import { receptionWords } from './words.ts';

const said = receptionWords.find;
const field = 'find-ticket';

/** 找号: a ticket of today by its number or its person, how it stands, and its slip once more. */
export function FindTicket() {
  const [q, setQ] = useState('');
  const [empty, setEmpty] = useState(false);
  const [slip, setSlip] = useState<QueueTicket>();
  const act = useFindTicket();
  useKeys({ f: () => document.getElementById(field)?.focus() });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSlip(undefined);
    setEmpty(q.trim() === '');
    if (q.trim() !== '') act.mutate(q.trim().toUpperCase());
  };
  return (
    <form className="reception-part" aria-labelledby="find-title" onSubmit={send}>
      <header>
        <h2 id="find-title">{said.title}</h2>
        <KeyCap of="f" />
      </header>
      <label htmlFor={field}>{said.label}</label>
      <div className="reception-line">
        <Input
          id={field}
          autoComplete="off"
          maxLength={24}
          value={q}
          status={empty ? 'error' : ''}
          aria-invalid={empty}
          aria-describedby="find-help"
          onChange={({ target }) => {
            setQ(target.value);
            setEmpty(false);
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        />
        <Button htmlType="submit" loading={act.isPending}>
          {said.send}
          <KeyCap of="Enter" />
        </Button>
      </div>
      <p id="find-help" className={empty ? 'fault' : 'faint'}>
        {empty ? said.empty : act.data?.length === 0 ? said.none : said.lead}
      </p>
      <Found tickets={act.data ?? []} print={setSlip} />
      {slip === undefined ? null : (
        <SlipPaper key={slip.ticket} ticket={slip.ticket} number={slip.number} print={1} />
      )}
      <ProblemNote error={act.error} />
    </form>
  );
}

type FoundProps = { tickets: readonly QueueTicket[]; print: (ticket: QueueTicket) => void };

function Found({ tickets, print }: FoundProps) {
  if (tickets.length === 0) return null;
  return (
    <ul className="found-tickets" aria-live="polite">
      {tickets.map((ticket) => (
        <li key={ticket.ticket}>
          <strong className="number">{ticket.number}</strong>
          <span>
            {ticket.itemName}
            <span className="faint">
              {[ticket.person, classOf(ticket), ticket.why].filter((part) => part !== undefined).join(' · ')}
            </span>
          </span>
          <span className="faint">
            {said.ahead(ticketWords.states[ticket.state], timeWords(ticket.takenAt))}
          </span>
          <Button size="small" onClick={() => print(ticket)}>
            {said.slip}
          </Button>
        </li>
      ))}
    </ul>
  );
}

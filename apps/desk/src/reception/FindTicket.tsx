import type { QueueTicket } from '@tongban/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { classOf, ticketWords } from '../queue/ticket-words.ts';
import { AskForm } from './AskForm.tsx';
import { useFindTicket } from './queries.ts';
import { SlipPaper } from './Slip.tsx';
import { receptionWords } from './words.ts';

const said = receptionWords.find;

/** 找号: a ticket of today by its number or its person, how it stands, and its slip once more. */
export function FindTicket() {
  const [q, setQ] = useState('');
  const [slip, setSlip] = useState<QueueTicket>();
  const act = useFindTicket();
  const find = (typed: string) => {
    setSlip(undefined);
    act.mutate(typed);
  };
  return (
    <AskForm
      id="find-ticket"
      of="f"
      said={said}
      help={act.data?.length === 0 ? said.none : said.lead}
      text={q}
      change={setQ}
      pending={act.isPending}
      ask={find}
    >
      <Found tickets={act.data ?? []} print={setSlip} />
      {slip === undefined ? null : (
        <SlipPaper key={slip.ticket} ticket={slip.ticket} number={slip.number} print={1} />
      )}
      <ProblemNote error={act.error} />
    </AskForm>
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

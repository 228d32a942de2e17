import type { NewTicket } from '@tongban/contract';
import { useEffect, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { AskForm } from './AskForm.tsx';
import { useCheckIn } from './queries.ts';
import { receptionWords } from './words.ts';

const said = receptionWords.checkIn;

/** 预约签到: by code, citizen number or phone; with several bookings one is chosen by its digit. */
export function CheckIn({ give }: { give: (ticket: NewTicket) => void }) {
  const [by, setBy] = useState('');
  const act = useCheckIn();
  const checkIn = (asked: { by: string; booking?: string }) => {
    if (act.isPending) return;
    act.mutate(asked, {
      onSuccess: ({ ticket }) => {
        if (ticket === undefined) return;
        setBy('');
        act.reset();
        give(ticket);
      },
    });
  };
  const asked = by.replaceAll(/\s/g, '').toUpperCase();
  return (
    <AskForm
      id="check-in-by"
      of="s"
      said={said}
      help={said.help}
      text={by}
      change={setBy}
      pending={act.isPending}
      ask={() => checkIn({ by: asked })}
    >
      <Choices offered={act.data?.choose ?? []} choose={(booking) => checkIn({ by: asked, booking })} />
      <ProblemNote error={act.error} />
    </AskForm>
  );
}

type Offered = { booking: string; itemName: string; at: string; person: string };
type ChoicesProps = { offered: readonly Offered[]; choose: (booking: string) => void };

/** The digits lay cards on the reader, so that bookings are chosen by letters. */
const letters = ['a', 'b', 'c', 'd', 'e', 'g'] as const;

function Choices({ offered, choose }: ChoicesProps) {
  const shown = offered.slice(0, letters.length);
  const first = shown[0]?.booking;
  useKeys(Object.fromEntries(shown.map(({ booking }, at) => [letters[at] ?? '', () => choose(booking)])));
  useEffect(() => {
    if (first !== undefined) document.getElementById(`check-in-${first}`)?.focus();
  }, [first]);
  if (offered.length === 0) return null;
  return (
    <section className="reception-choose" aria-label={said.choose}>
      <p>{said.choose}</p>
      <ul>
        {shown.map(({ booking, itemName, at, person }, place) => (
          <li key={booking}>
            <span className="number">{timeWords(at)}</span>
            <strong>{itemName}</strong>
            <span>{person}</span>
            <KeyButton
              id={`check-in-${booking}`}
              of={letters[place] ?? ''}
              label={said.send}
              run={() => choose(booking)}
              size="small"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { NewTicket } from '@tongban/contract';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useCheckIn } from './queries.ts';
import { receptionWords } from './words.ts';

const said = receptionWords.checkIn;
const field = 'check-in-by';

/** 预约签到: by code, citizen number or phone; with several bookings one is chosen by its digit. */
export function CheckIn({ give }: { give: (ticket: NewTicket) => void }) {
  const [by, setBy] = useState('');
  const [empty, setEmpty] = useState(false);
  const act = useCheckIn();
  const checkIn = (booking?: string) => {
    const asked = by.replaceAll(/\s/g, '').toUpperCase();
    setEmpty(asked === '');
    if (asked === '' || act.isPending) return;
    act.mutate(booking === undefined ? { by: asked } : { by: asked, booking }, {
      onSuccess: ({ ticket }) => {
        if (ticket === undefined) return;
        setBy('');
        act.reset();
        give(ticket);
      },
    });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    checkIn();
  };
  useKeys({ s: () => document.getElementById(field)?.focus() });
  return (
    <form className="reception-part" aria-labelledby="check-in-title" onSubmit={send}>
      <header>
        <h2 id="check-in-title">{said.title}</h2>
        <KeyCap of="s" />
      </header>
      <label htmlFor={field}>{said.label}</label>
      <div className="reception-line">
        <Input
          id={field}
          autoComplete="off"
          maxLength={24}
          value={by}
          status={empty ? 'error' : ''}
          aria-invalid={empty}
          aria-describedby="check-in-help"
          onChange={({ target }) => {
            setBy(target.value);
            setEmpty(false);
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        />
        <Button htmlType="submit" loading={act.isPending}>
          {said.send}
          <KeyCap of="Enter" />
        </Button>
      </div>
      <p id="check-in-help" className={empty ? 'fault' : 'faint'}>
        {empty ? said.empty : said.help}
      </p>
      <Choices offered={act.data?.choose ?? []} choose={checkIn} />
      <ProblemNote error={act.error} />
    </form>
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

/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import { useTask } from '../journey/use-task.ts';
import { Page } from '../parts/page.tsx';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const places = 4;

/** 输入号票上的号: one letter and three figures, as they stand on the slip. */
export function RateNumber() {
  const { said, doors, go } = useKiosk();
  const { busy, fault, run } = useTask();
  const [number, setNumber] = useState('');
  const [short, setShort] = useState(false);
  const add = (one: string) => {
    setShort(false);
    setNumber((before) => (before.length < places ? before + one : before));
  };
  const send = () => {
    if (number.length < places) setShort(true);
    else
      void run(
        () => doors.offerOfNumber(number),
        (offer) => go({ at: 'rate', rated: { number }, offer }),
      );
  };
  return (
    <Page title={said.rate.number} lead={said.rate.numberLead} fault={short ? said.rate.numberShort : fault}>
      <p class="figures figures--slip" role="status" aria-label={number.split('').join(' ')}>
        {Array.from({ length: places }, (_, at) => (
          <span key={at} aria-hidden="true" class={at === number.length ? 'figures__next' : ''}>
            {number[at] ?? ''}
          </span>
        ))}
      </p>
      {number === '' ? (
        <Letters add={add} />
      ) : (
        <Digits add={add} clear={() => setNumber('')} erase={() => setNumber(number.slice(0, -1))} />
      )}
      <button type="button" class="main" disabled={busy} onClick={send}>
        {said.rate.numberNext}
      </button>
    </Page>
  );
}

type Add = (one: string) => void;

function Letters({ add }: { readonly add: Add }) {
  return (
    <div class="keys keys--letters">
      {letters.map((letter) => (
        <Key key={letter} shown={letter} add={add} />
      ))}
    </div>
  );
}

type DigitsProps = { readonly add: Add; readonly clear: () => void; readonly erase: () => void };

function Digits({ add, clear, erase }: DigitsProps) {
  const { said } = useKiosk();
  return (
    <div class="keys">
      {digits.map((digit) => (
        <Key key={digit} shown={digit} add={add} />
      ))}
      <button type="button" class="key key--word" onClick={clear}>
        {said.rate.clear}
      </button>
      <Key shown="0" add={add} />
      <button type="button" class="key key--word" onClick={erase}>
        {said.rate.erase}
      </button>
    </div>
  );
}

function Key({ shown, add }: { readonly shown: string; readonly add: Add }) {
  return (
    <button type="button" class="key" onClick={() => add(shown)}>
      {shown}
    </button>
  );
}

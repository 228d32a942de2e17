/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import { useTask } from '../journey/use-task.ts';
import { Page } from '../parts/page.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const length = 8;

/** 输入预约码: eight figures on keys as large as a thumb. */
export function CodeWay() {
  const { said, doors, go } = useKiosk();
  const { busy, fault, run } = useTask();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const press = (digit: string) => {
    setShort(false);
    setCode((before) => (before.length < length ? before + digit : before));
  };
  const send = () => {
    if (code.length < length) setShort(true);
    else
      void run(
        () => doors.checkInByCode(code),
        (slip) => go({ at: 'ticket', slip }),
      );
  };
  const key = (digit: string) => (
    <button key={digit} type="button" class="key" onClick={() => press(digit)}>
      {digit}
    </button>
  );
  return (
    <Page title={said.code.title} lead={said.code.lead} fault={short ? said.code.short : fault}>
      <p class="figures" role="status" aria-label={code.split('').join(' ')}>
        {Array.from({ length }, (_, at) => (
          <span key={at} aria-hidden="true" class={at === code.length ? 'figures__next' : ''}>
            {code[at] ?? ''}
          </span>
        ))}
      </p>
      <div class="keys">
        {digits.map(key)}
        <button type="button" class="key key--word" onClick={() => setCode('')}>
          {said.code.clear}
        </button>
        {key('0')}
        <button type="button" class="key key--word" onClick={() => setCode(code.slice(0, -1))}>
          {said.code.erase}
        </button>
      </div>
      <button type="button" class="main" disabled={busy} onClick={send}>
        {said.code.send}
      </button>
    </Page>
  );
}

/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import type { Known } from '../journey/known.ts';
import { useTask } from '../journey/use-task.ts';
import { Page } from '../parts/page.tsx';
import { Qr } from '../parts/qr.tsx';

type Props = { readonly onKnown: (known: Known) => void; readonly refused: string | undefined };
type Code = { readonly handOff: string; readonly url: string; readonly until: string };

const askMs = 2000;

/** 手机扫码: a code for a phone that is signed in; the kiosk opens when its owner has agreed there. */
export function PhoneWay({ onKnown, refused }: Props) {
  const { said, doors } = useKiosk();
  const { fault, run } = useTask();
  const [code, setCode] = useState<Code>();
  const left = useSecondsUntil(code?.until);
  const fetchCode = () => void run(doors.handOff, setCode);
  const over = left !== undefined && left <= 0;
  // An old code is worth nothing; while somebody still stands here, a new one takes its place.
  useEffect(() => {
    if (over || code === undefined) fetchCode();
  }, [over]);
  useAgreement(over ? undefined : code, onKnown);
  const [first, ...more] = said.phone.lead;
  return (
    <Page title={said.phone.title} lead={first ?? ''} fault={refused ?? fault}>
      <div class="scan">
        {code !== undefined && !over && <Qr text={code.url} label={said.phone.title} />}
        {more.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {left !== undefined && !over && <p class="scan__left">{said.phone.until(left)}</p>}
      </div>
    </Page>
  );
}

/** Asks whether the phone has agreed: every two seconds, and at once when the server tells of a change. */
function useAgreement(code: Code | undefined, onKnown: (known: Known) => void): void {
  const { doors, machine } = useKiosk();
  const handOff = code?.handOff;
  useEffect(() => {
    if (handOff === undefined) return;
    const course = { over: false, asking: false };
    const ask = async () => {
      if (course.over || course.asking) return;
      course.asking = true;
      const known = await doors.handedOff(handOff).catch(() => undefined);
      course.asking = false;
      if (known === undefined || course.over) return;
      course.over = true;
      onKnown(known);
    };
    const timer = setInterval(() => void ask(), askMs);
    const leave = machine.onChange(() => void ask());
    return () => {
      course.over = true;
      clearInterval(timer);
      leave();
    };
  }, [handOff]);
}

function useSecondsUntil(until: string | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return until === undefined ? undefined : Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000));
}

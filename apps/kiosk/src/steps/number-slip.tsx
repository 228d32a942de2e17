/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import type { Slip } from '../journey/steps.ts';
import { momentText, timeText } from '../parts/clock.tsx';
import { Page } from '../parts/page.tsx';
import { Qr } from '../parts/qr.tsx';

/** 号票: the number, how long it may be, and the code of its page; printed on paper when asked for. */
export function NumberSlip({ slip }: { readonly slip: Slip }) {
  const { said, start, finish, language } = useKiosk();
  const [printed, setPrinted] = useState(false);
  const booked = slip.kind === 'booked' || slip.kind === 'late';
  const print = () => {
    setPrinted(true);
    if (start.printer === 'connected') window.print();
  };
  return (
    <Page title={booked ? said.ticket.booked : said.ticket.title}>
      <div class={printed && start.printer === 'simulator' ? 'paper paper--out' : 'paper'} id="slip">
        {printed && start.printer === 'simulator' && <p class="paper__pretend">{said.ticket.sheet}</p>}
        <p class="paper__hall" lang="zh-CN">
          {slip.hallName}
        </p>
        <p class="paper__label">{said.ticket.your}</p>
        <p class="paper__number">{slip.number}</p>
        <p class="paper__item">{slip.itemName}</p>
        <Waiting slip={slip} />
        <Qr text={slip.url} label={said.ticket.scan} />
        <p class="paper__small">{said.ticket.scan}</p>
        <p class="paper__small">{momentText(slip.takenAt, language)}</p>
      </div>
      <p class="printed" role="status">
        {printed && start.printer === 'connected' ? said.ticket.printed : ''}
      </p>
      <div class="pair">
        <button type="button" class="quiet" disabled={printed} onClick={print}>
          {said.ticket.print}
        </button>
        <button type="button" class="main" onClick={finish}>
          {said.ticket.done}
        </button>
      </div>
    </Page>
  );
}

function Waiting({ slip }: { readonly slip: Slip }) {
  const { said } = useKiosk();
  const { ahead, wait, comeBackAt, kind = 'walk-in' } = slip;
  if (slip.offline) return <p class="paper__offline">{said.ticket.offline}</p>;
  return (
    <div class="paper__wait">
      {said.ticket.kinds[kind] !== '' && <p class="green">{said.ticket.kinds[kind]}</p>}
      {ahead !== undefined && <p>{said.ticket.ahead(ahead)}</p>}
      {wait !== undefined && <p>{said.ticket.wait(wait.from, wait.to)}</p>}
      {comeBackAt !== undefined && <p>{said.ticket.comeBack(timeText(new Date(comeBackAt)))}</p>}
    </div>
  );
}

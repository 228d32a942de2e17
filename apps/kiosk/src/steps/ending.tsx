/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import { Icon } from '../parts/icons.tsx';
import { Page } from '../parts/page.tsx';

const byeSeconds = 10;

/** 取走身份证: the last screen; it clears everything by itself. */
export function Bye() {
  const { said, known, wipe } = useKiosk();
  const card = known?.identifiedBy === 'card';
  const [left, setLeft] = useState(byeSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) wipe();
  }, [left]);
  return (
    <Page
      last
      title={card ? said.bye.card : said.bye.plain}
      lead={card ? said.bye.cardLead : said.bye.plainLead}
    >
      <div class={card ? 'slot slot--open' : 'slot slot--done'}>
        <Icon name={card ? 'card' : 'done'} />
      </div>
      <p class="page__note" role="status">
        {said.bye.wiped(Math.max(0, left))}
      </p>
      <button type="button" class="main main--tall" onClick={wipe}>
        {said.bye.taken}
      </button>
    </Page>
  );
}

/** 还在办吗: the remaining seconds; any touch goes on. */
export function StillThere({ left }: { readonly left: number }) {
  const { said, wipe } = useKiosk();
  return (
    <div class="over" role="alertdialog" aria-modal="true" aria-labelledby="still-there">
      <div class="over__box">
        <h1 id="still-there">{said.idle.title}</h1>
        <p class="over__left" aria-hidden="true">
          {left}
        </p>
        <p role="status">{said.idle.lead(left)}</p>
        <button type="button" class="main main--tall">
          {said.idle.stay}
        </button>
        <button type="button" class="quiet" data-ends onClick={wipe}>
          {said.idle.end}
        </button>
      </div>
    </div>
  );
}

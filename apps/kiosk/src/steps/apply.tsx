/** @jsxImportSource preact */
import type { KioskItem } from '@tongban/contract';
import { useKiosk } from '../journey/kiosk.ts';
import { Page } from '../parts/page.tsx';
import { Qr } from '../parts/qr.tsx';
import { worded } from './mine.tsx';

/** 手机申请: names and addresses are hard to type at a machine, so the form goes on on the person’s own phone. */
export function Apply({ item }: { readonly item: KioskItem }) {
  const { said, start, language } = useKiosk();
  const { origin } = new URL(start.ticketUrl);
  return (
    <Page title={said.apply.title} lead={worded(item.name, language)}>
      <div class="apply">
        <ol>
          {said.apply.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Qr text={`${origin}/items/${item.item}/begin`} label={said.apply.title} />
      </div>
      <p class="page__note">{said.apply.note}</p>
    </Page>
  );
}

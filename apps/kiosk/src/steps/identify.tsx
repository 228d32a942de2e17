/** @jsxImportSource preact */

import { useKiosk } from '../journey/kiosk.ts';
import type { Known } from '../journey/known.ts';
import { type Way, type Wish, waysFor } from '../journey/steps.ts';
import { useTask } from '../journey/use-task.ts';
import { Option } from '../parts/option.tsx';
import { Page } from '../parts/page.tsx';
import { CardWay } from './way-card.tsx';
import { CodeWay } from './way-code.tsx';
import { PhoneWay } from './way-phone.tsx';

/** 核对身份: several ways, always one without a card, and none by the face. */
export function Identify({ wish }: { readonly wish: Wish }) {
  const { said, go } = useKiosk();
  return (
    <Page title={said.identify.title} lead={said.identify.lead}>
      <div class="options options--few">
        {waysFor(wish).map((way) => (
          <Option
            key={way}
            icon={way}
            title={said.identify[way][0] ?? ''}
            line={said.identify[way][1]}
            choose={() => go({ at: 'way', way, wish })}
          />
        ))}
      </div>
      <p class="page__note">{said.identify.desk}</p>
    </Page>
  );
}

/** The way that was chosen, and on to what the person came for. */
export function WayTo({ way, wish }: { readonly way: Way; readonly wish: Wish }) {
  const { doors, start, awaySince, know, go } = useKiosk();
  const { fault, run } = useTask();
  const proceed = (known: Known) => {
    know(known);
    if (wish.do === 'look') go({ at: 'mine', shelf: wish.shelf });
    else
      void run(
        () => doors.take(wish.item, { start, awaySince, known }),
        (slip) => go({ at: 'ticket', slip }),
      );
  };
  if (way === 'card') return <CardWay onKnown={proceed} refused={fault} />;
  if (way === 'phone') return <PhoneWay onKnown={proceed} refused={fault} />;
  return <CodeWay />;
}

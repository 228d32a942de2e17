/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { useKiosk } from '../journey/kiosk.ts';
import type { Pickup } from '../journey/steps.ts';
import { useTask } from '../journey/use-task.ts';
import { readFinger } from '../machine/finger.ts';
import { Icon } from '../parts/icons.tsx';
import { Page } from '../parts/page.tsx';

type Told = { readonly released: boolean; readonly slot?: string; readonly says: string };

/** 领取证件: the finger is compared with the one on the card, the slot opens, and the hand-over is on record. */
export function PickUp({ pickup }: { readonly pickup: Pickup }) {
  const { said, start, doors, known, know } = useKiosk();
  const { busy, fault, run } = useTask();
  const [told, setTold] = useState<Told>();
  const compare = (finger: () => Promise<string>) => {
    if (known === undefined) return;
    const work = async () => {
      const answer = await doors.pickUp(known, { case: pickup.case, fingerprint: await finger() });
      return { answer, known: answer.released ? await doors.look(known).catch(() => known) : known };
    };
    void run(work, (done) => {
      setTold(done.answer);
      know(done.known);
    });
  };
  if (told?.released === true) return <Opened slot={told.slot ?? ''} />;
  const { reader } = start;
  return (
    <Page title={said.pickup.title} lead={said.pickup.lead} fault={fault ?? told?.says}>
      <div class={busy ? 'slot slot--busy' : 'slot'} role="status">
        <Icon name="finger" />
        {busy && <p>{said.pickup.comparing}</p>}
      </div>
      {start.cabinet === 'simulator' ? (
        <section class="pretend">
          <h2>{said.pickup.simulator}</h2>
          <p>{said.pickup.simulatorLead}</p>
          <div class="pretend__cards">
            <button
              type="button"
              disabled={busy}
              onClick={() => compare(() => Promise.resolve('simulated-match'))}
            >
              {said.pickup.match}
            </button>
            <button
              type="button"
              disabled={busy}
              onClick={() => compare(() => Promise.resolve('simulated-other'))}
            >
              {said.pickup.mismatch}
            </button>
          </div>
        </section>
      ) : (
        reader.kind === 'agent' && (
          <button
            type="button"
            class="main"
            disabled={busy}
            onClick={() => compare(() => readFinger(reader.port))}
          >
            {busy ? said.pickup.comparing : said.faults.again}
          </button>
        )
      )}
      <p class="page__note">{said.pickup.other}</p>
    </Page>
  );
}

function Opened({ slot }: { readonly slot: string }) {
  const { said } = useKiosk();
  return (
    <Page title={said.pickup.opened(slot)} lead={said.pickup.take}>
      <div class="slot slot--open">
        <Icon name="door" />
        <p class="slot__name">{slot}</p>
      </div>
    </Page>
  );
}

import type { IdentityCard } from '@tongban/contract';
import { intakeRoutes } from '@tongban/contract';
import { Link } from 'wouter';
import { call } from '../../api/call.ts';
import { CardTray } from '../../devices/CardTray.tsx';
import { useWindowSettings } from '../../devices/queries.ts';
import { useCardReader } from '../../devices/use-card-reader.ts';
import { deviceWords } from '../../devices/words.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { startTicket, useQueue, useQueueAct } from '../../queue/queries.ts';
import { useSittingAct } from '../queries.ts';
import { intakeWords } from '../words.ts';
import { type Person, TypedPerson } from './TypedPerson.tsx';

const said = intakeWords.idle;

/** Waiting for the next person: a card starts the sitting, typing does too. */
export function Idle() {
  const act = useSittingAct();
  const { data: settings } = useWindowSettings();
  const called = useCalled(settings?.window !== undefined);
  const begin = (person: Person, by: 'card' | 'typed') => {
    if (act.isPending) return;
    called.start();
    act.mutate(() => call(intakeRoutes.begin, { body: { ...person, by } }));
  };
  const reader = useCardReader(({ name, citizenNumber }: IdentityCard) =>
    begin({ name, citizenNumber }, 'card'),
  );
  const [first] = reader.tray;
  const read = () => {
    if (first === undefined) document.getElementById('begin-name')?.focus();
    else reader.lay(first);
  };
  // While somebody is called, F6 begins with their ticket.
  useKeys(called.waits ? {} : { F6: read });
  return (
    <main id="main" className="intake-idle">
      <div className="idle-box">
        <header>
          <p className="faint">{settings?.name ?? intakeWords.title}</p>
          <h1>{said.heading}</h1>
          <p>
            <span className={`reader-dot ${reader.state}`} aria-hidden="true" />
            {deviceWords.reader.states[reader.state]}
            <span className="faint">
              ，{reader.state === 'ready' ? said.byCard : deviceWords.reader.help[reader.state]}
            </span>
          </p>
        </header>
        <CardTray reader={reader} />
        <TypedPerson begin={(person) => begin(person, 'typed')} error={act.error} pending={act.isPending} />
        <footer>
          <Link href="/devices">{said.devices}</Link>
        </footer>
      </div>
    </main>
  );
}

/** The ticket called to my window: when a card is laid, its person has come. */
function useCalled(hasWindow: boolean) {
  const { current } = useQueue(hasWindow).data ?? {};
  const act = useQueueAct();
  return {
    waits: current !== undefined && (current.state === 'called' || current.known),
    start: () => {
      if (current?.state === 'called') act.mutate(() => startTicket(current.ticket));
    },
  };
}

import type { HallNow } from '@tongban/contract';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import { FactStrip } from './FactStrip.tsx';
import { QueuePane } from './QueuePane.tsx';
import { useHallAct } from './queries.ts';
import { WindowPane } from './WindowPane.tsx';
import { hallWords as said } from './words.ts';

/** The hall as it is: figures, alerts, windows, the queue, the announcement. */
export function Live({ now, heardAt }: { now: HallNow; heardAt: number }) {
  const act = useHallAct();
  const part = { now, heardAt, act };
  return (
    <>
      <FactStrip now={now} />
      <Alerts now={now} />
      <ProblemNote error={act.error} />
      <div className="hall-split">
        <WindowPane {...part} />
        <QueuePane {...part} />
      </div>
      <Announcement now={now} />
    </>
  );
}

function Alerts({ now: { alerts } }: { now: HallNow }) {
  if (alerts.length === 0) return null;
  return (
    <ul className="hall-alerts" aria-label={said.alerts}>
      {alerts.map(({ kind, says, since, window, ticket }) => (
        <li key={`${kind} ${window ?? ''} ${ticket ?? ''} ${since}`}>
          <span>{says}</span>
          <span className="faint number">{said.since(timeWords(since))}</span>
        </li>
      ))}
    </ul>
  );
}

function Announcement({ now: { announcement } }: { now: HallNow }) {
  const [asking, ask] = useState(false);
  useKeys({ a: () => ask(true) });
  return (
    <footer className="hall-announcement">
      <strong>{said.announcement.label}</strong>
      <span className={announcement === undefined ? 'faint' : ''}>
        {announcement ?? said.announcement.none}
      </span>
      <KeyButton of="a" label={said.announcement.change} run={() => ask(true)} />
      {asking ? <AnnounceDialog text={announcement ?? ''} close={() => ask(false)} /> : null}
    </footer>
  );
}

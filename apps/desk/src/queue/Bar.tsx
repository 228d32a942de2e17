import type { WindowQueue } from '@tongban/contract';
import { useState } from 'react';
import { Link } from 'wouter';
import { KeyButton } from '../keys/KeyButton.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { actsOf, keyOf, nextAct, type Offered, type QueueAct } from './acts.ts';
import { CallList } from './CallList.tsx';
import { Current } from './Current.tsx';
import { ParkDialog } from './ParkDialog.tsx';
import { useLastAct } from './queries.ts';
import { StateDialog } from './StateDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';
import { ticketWords } from './ticket-words.ts';
import { type Asked, useBarActs } from './use-bar-acts.ts';
import { queueWords as said } from './words.ts';

type Props = {
  readonly queue: WindowQueue;
  readonly heardAt: number;
  readonly sitting: boolean;
  /** On the intake screen, beside another page, or apart: on a page that needs F6 and F10 itself. */
  readonly place: 'intake' | 'beside' | 'apart';
};

/** The bar itself: who was called, what can be done about it, how many wait. */
export function Bar({ queue, heardAt, sitting, place }: Props) {
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  const offered = actsOf(queue, sitting).filter(({ act }) => place !== 'apart' || !isApart(act));
  const run = useBarActs(queue, ask);
  const listed = queue.parked.length + queue.missed.length;
  useKeys({
    ...keysOf(offered, run),
    'Shift+F2': () => ask('state'),
    'Shift+F4': () => ask('list'),
  });
  const dialog = { queue, close };
  return (
    <section className={`queue-bar ${place === 'intake' ? 'large' : 'slim'}`} aria-label={said.title}>
      <Current queue={queue} heardAt={heardAt} />
      <Acts offered={offered} run={run} />
      {place !== 'intake' && sitting ? <ToIntake /> : null}
      <div className="queue-end">
        <Load queue={queue} />
        <KeyButton of="Shift+F4" label={said.acts.list(listed)} look="text" run={() => ask('list')} />
        <button
          type="button"
          className={`window-state ${queue.state}`}
          aria-keyshortcuts="Shift+F2"
          onClick={() => ask('state')}
        >
          <span className="visually-hidden">{said.acts.state}：</span>
          {queue.number} 号{ticketWords.windowStates[queue.state]}
          <KeyCap of="Shift+F2" />
        </button>
      </div>
      {asked === 'park' ? <ParkDialog {...dialog} /> : null}
      {asked === 'transfer' ? <TransferDialog {...dialog} /> : null}
      {asked === 'list' ? <CallList {...dialog} /> : null}
      {asked === 'state' ? <StateDialog {...dialog} /> : null}
    </section>
  );
}

function isApart(act: QueueAct): boolean {
  return act === 'begin' || act === 'finish';
}

type Run = Readonly<Record<QueueAct, () => void>>;

function keysOf(offered: readonly Offered[], run: Run) {
  return Object.fromEntries(
    offered.filter(({ why }) => why === undefined).map(({ act }) => [keyOf[act], run[act]]),
  );
}

function Acts({ offered, run }: { offered: readonly Offered[]; run: Run }) {
  const busy = useLastAct()?.busy ?? false;
  const first = nextAct(offered);
  const resumes = offered.every(({ act }) => act !== 'recall');
  return (
    <div className="queue-acts">
      {offered.map(({ act, why }) => (
        <KeyButton
          key={act}
          of={keyOf[act]}
          label={act === 'begin' && resumes ? said.acts.resume : said.acts[act]}
          run={run[act]}
          why={why}
          look={act === first ? 'primary' : 'default'}
          busy={busy}
        />
      ))}
    </div>
  );
}

function ToIntake() {
  return (
    <Link href="/intake" className="queue-link" aria-keyshortcuts="Shift+I">
      {said.toIntake}
      <KeyCap of="I" />
    </Link>
  );
}

function Load({ queue: { waiting, longestMinutes } }: { queue: WindowQueue }) {
  return (
    <span className="queue-load number">
      <strong>{said.waiting(waiting)}</strong>
      {longestMinutes === undefined || waiting === 0 ? null : (
        <span className="faint">{said.longest(longestMinutes)}</span>
      )}
    </span>
  );
}

import type { WindowQueue } from '@tongban/contract';
import { useLocation } from 'wouter';
import { problemWords } from '../api/problem-words.ts';
import { timeWords } from '../clocks/moments.ts';
import { useCurrentSitting } from '../intake/queries.ts';
import type { DeskSession } from '../sign-in/queries.ts';
import { ownsKeys } from './acts.ts';
import { Bar } from './Bar.tsx';
import { useLastAct, useQueue } from './queries.ts';
import { useHallStream } from './use-hall-stream.ts';
import { useNow } from './use-now.ts';
import { queueWords as said } from './words.ts';

/** A refusal stays readable this long. */
const noteMs = 15_000;
/** Older than this, what is shown is no longer what happens. */
const staleMs = 45_000;

/** 叫号条: on every page of a clerk at a window; large on the intake screen, a slim line elsewhere. */
export function QueueBar({ session: { assignment } }: { session: DeskSession }) {
  const { role, window } = assignment;
  const clerk = role === 'clerk';
  useHallStream(role === 'hall-manager' || (clerk && window !== undefined));
  if (!clerk) return null;
  return window === undefined ? <NoWindow /> : <WindowBar />;
}

function NoWindow() {
  const [path] = useLocation();
  if (path !== '/intake') return null;
  return (
    <section className="queue-bar slim" aria-label={said.title}>
      <p className="queue-hint">{said.noWindow}</p>
    </section>
  );
}

function WindowBar() {
  const [path] = useLocation();
  const queue = useQueue();
  const sitting = useCurrentSitting();
  if (queue.data === undefined) {
    return (
      <section className="queue-bar slim" aria-label={said.title}>
        <p className="queue-hint">{queue.error === null ? said.loading : problemWords(queue.error).said}</p>
      </section>
    );
  }
  return (
    <>
      <Bar
        queue={queue.data}
        heardAt={queue.dataUpdatedAt}
        sitting={typeof sitting.data === 'object'}
        place={path === '/intake' ? 'intake' : ownsKeys(path) ? 'apart' : 'beside'}
      />
      <Notes queue={queue.data} heardAt={queue.dataUpdatedAt} />
    </>
  );
}

/** What needs to be known now: a refusal, a lost connection, what the hall announces. */
function Notes({ queue, heardAt }: { queue: WindowQueue; heardAt: number }) {
  const now = useNow();
  const last = useLastAct();
  const refused = last !== undefined && last.error !== null && now - last.submittedAt < noteMs;
  const stale = now - heardAt > staleMs;
  if (!refused && !stale && queue.announcement === undefined) return null;
  return (
    <div className="queue-notes">
      {refused ? (
        <p role="alert" className="fault">
          {problemWords(last.error).said}
        </p>
      ) : null}
      {stale ? (
        <p role="status" className="queue-stale">
          {said.stale(timeWords(new Date(heardAt)))}
        </p>
      ) : null}
      {queue.announcement === undefined ? null : <p className="queue-announcement">{queue.announcement}</p>}
    </div>
  );
}

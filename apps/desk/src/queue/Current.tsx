import type { QueueTicket, WindowQueue } from '@tongban/contract';
import { type Heard, lastedMs, timerWords } from './timer.ts';
import { useNow } from './use-now.ts';
import { queueWords as said } from './words.ts';

/** Who stands at the window, or who would come next and why. */
export function Current({ queue, heardAt }: { queue: WindowQueue; heardAt: number }) {
  const { current, asOf } = queue;
  if (current === undefined) return <Nobody queue={queue} />;
  return (
    <div className="queue-now">
      <strong className={`queue-number ${current.state}`}>{current.number}</strong>
      <div className="queue-facts">
        <p className="queue-what">
          <strong>{current.itemName}</strong>
          <span>{current.person ?? said.unknown}</span>
        </p>
        <p className="queue-why faint">
          {current.state === 'serving' && !current.known ? said.unknownTodo : current.why}
          {current.note === undefined ? '' : `。${current.note}`}
        </p>
      </div>
      <Timer ticket={current} heard={{ asOf, heardAt }} />
    </div>
  );
}

/** 计时: since the call, then since the beginning. */
function Timer({ ticket, heard }: { ticket: QueueTicket; heard: Heard }) {
  const now = useNow();
  const serving = ticket.state === 'serving';
  const since = serving ? (ticket.startedAt ?? ticket.calledAt) : ticket.calledAt;
  return (
    <p className="queue-timer">
      <span className="number" role="timer">
        {since === undefined ? '' : timerWords(lastedMs(since, heard, now))}
      </span>
      <span className="faint">{serving ? said.serving : said.called(ticket.calls)}</span>
    </p>
  );
}

function Nobody({ queue: { state, windowName, next, waiting } }: { queue: WindowQueue }) {
  const [title, todo] =
    state === 'closed'
      ? [said.closed(windowName), said.closedTodo]
      : state === 'break'
        ? [said.onBreak(windowName), said.breakTodo]
        : [said.free, waiting === 0 ? said.nobody : undefined];
  return (
    <div className="queue-now">
      {state === 'open' && next !== undefined ? (
        <div className="queue-facts">
          <p className="queue-what">
            <span>{said.next('')}</span>
            <strong className="number">{next.number}</strong>
            <strong>{next.itemName}</strong>
          </p>
          <p className="queue-why faint">{next.why}</p>
        </div>
      ) : (
        <div className="queue-facts">
          <p className="queue-what">
            <strong>{title}</strong>
          </p>
          {todo === undefined ? null : <p className="queue-why faint">{todo}</p>}
        </div>
      )}
    </div>
  );
}

/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { Clock, timeText } from './clock.tsx';
import type { Saying } from './speaker.ts';
import type { Show } from './standing.ts';
import { hallWords as said } from './words.ts';

const mostRows = 8;
const turnEveryMs = 8000;

type Props = {
  readonly show: Show;
  readonly saying: Saying | undefined;
  readonly awaySince: Date | undefined;
};

/** 综合屏: who is called where, who was missed, how long it takes; names of people never stand here. */
export function Board({ show, saying, awaySince }: Props) {
  return (
    <div class="board">
      <header class="board__head">
        <h1>{show.hallName}</h1>
        <Clock />
      </header>
      {awaySince !== undefined && (
        <p class="board__away" role="status">
          {said.away(timeText(new Date(show.asOf)))}
        </p>
      )}
      <div class="board__body">
        <Calls show={show} spoken={saying?.call.number} />
        <aside class="board__side">
          <Waiting show={show} />
          <Missed missed={show.missed} />
          <CheckInCode code={show.hallCode} />
        </aside>
      </div>
      <Foot lines={show.announcement === undefined ? show.footer : [show.announcement, ...show.footer]} />
    </div>
  );
}

function Calls({ show, spoken }: { readonly show: Show; readonly spoken: string | undefined }) {
  const rows = latestOf(show.calls).slice(0, mostRows);
  return (
    <section class="calls" aria-label={said.number}>
      <p class="calls__head">
        <span>
          {said.number} <small>{said.numberEn}</small>
        </span>
        <span>
          {said.window} <small>{said.windowEn}</small>
        </span>
      </p>
      {rows.length === 0 && (
        <p class="calls__none">
          {said.none}
          <small>{said.noneEn}</small>
        </p>
      )}
      <ol>
        {rows.map((call, at) => (
          <li
            key={call.number}
            class={`call${at === 0 ? ' call--newest' : ''}${call.number === spoken ? ' call--spoken' : ''}`}
          >
            <span class="call__number">{call.number}</span>
            <span class="call__window">
              <b>{call.windowNumber}</b> {said.counter}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The last call of each ticket, newest first. */
function latestOf(calls: Show['calls']): Show['calls'] {
  const seen = new Set<string>();
  return calls
    .toSorted((a, b) => b.seq - a.seq)
    .filter(({ number }) => !seen.has(number) && seen.add(number).size > 0);
}

function Waiting({ show: { waiting, wait } }: { readonly show: Show }) {
  return (
    <section class="tile">
      <h2>{said.waiting}</h2>
      <p class="tile__figure">
        {waiting}
        <small>{said.people}</small>
      </p>
      {wait !== undefined && <p class="tile__then">{`${said.wait} ${said.minutes(wait.from, wait.to)}`}</p>}
    </section>
  );
}

function Missed({ missed }: { readonly missed: readonly string[] }) {
  return (
    <section class="tile tile--missed">
      <h2>{said.missed}</h2>
      {missed.length === 0 ? (
        <p class="tile__then">{said.noMissed}</p>
      ) : (
        <>
          <p class="tile__numbers">
            {missed.slice(0, 9).map((number) => (
              <span key={number}>{number}</span>
            ))}
          </p>
          <p class="tile__then">{said.missedHow}</p>
        </>
      )}
    </section>
  );
}

function CheckInCode({ code }: { readonly code: string }) {
  return (
    <section class="tile tile--code">
      <h2>{said.code}</h2>
      <p class="tile__code">{code}</p>
      <p class="tile__then">{said.codeHow}</p>
    </section>
  );
}

/** One line at a time; it changes slowly enough to be read twice. */
function Foot({ lines }: { readonly lines: readonly string[] }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), turnEveryMs);
    return () => clearInterval(timer);
  }, []);
  const line = lines[turn % Math.max(1, lines.length)];
  return <footer class="board__foot">{line}</footer>;
}

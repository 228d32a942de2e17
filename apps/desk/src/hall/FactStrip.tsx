import type { HallNow } from '@tongban/contract';
import { hallWords } from './words.ts';

const said = hallWords.facts;
/** A wait beyond this is told in red; the server's alert says what to do. */
const longMinutes = 30;

/** 总览: the figures of the moment in one line. */
export function FactStrip({ now }: { now: HallNow }) {
  const { live, waiting, longestMinutes, windows } = now;
  const open = windows.filter(({ state }) => state === 'open');
  const idle = open.filter(({ current }) => current === undefined).length;
  return (
    <dl className="hall-facts">
      <Fact label={said.waiting} value={said.people(waiting)} note={said.apart(now)} />
      <Fact
        label={said.longest}
        value={longestMinutes === undefined ? said.none : said.minutes(longestMinutes)}
        bad={(longestMinutes ?? 0) > longMinutes}
      />
      <Fact
        label={said.wait}
        value={live.wait === undefined ? said.unknown : said.range(live.wait.from, live.wait.to)}
      />
      <Fact
        label={said.windows}
        value={said.ofWindows(open.length, windows.length)}
        note={idle === 0 ? undefined : said.idle(idle)}
      />
      <Fact
        label={said.served}
        value={said.people(now.servedToday)}
        note={now.medianWaitMinutes === undefined ? undefined : said.median(now.medianWaitMinutes)}
      />
      <Fact label={said.expected} value={said.people(now.expected)} />
      <Fact label={said.code} value={now.hallCode} note={said.codeHelp} />
    </dl>
  );
}

type FactProps = { label: string; value: string; note?: string | undefined; bad?: boolean };

function Fact({ label, value, note, bad = false }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong className={bad ? 'bad number' : 'number'}>{value}</strong>
        {note === undefined ? null : <span className="faint">{note}</span>}
      </dd>
    </div>
  );
}

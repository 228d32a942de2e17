import type { HallNow, QueueTicket } from '@tongban/contract';
import { useState } from 'react';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { classOf } from '../queue/ticket-words.ts';
import { type Heard, lastedMs, minutesOf } from '../queue/timer.ts';
import { useNow } from '../queue/use-now.ts';
import { GrantDialog } from './GrantDialog.tsx';
import { PickedRow } from './PickedRow.tsx';
import { PickKeys } from './PickKeys.tsx';
import { RouteDialog } from './RouteDialog.tsx';
import { rowId, useRowPick } from './use-row-pick.ts';
import { hallWords } from './words.ts';

const said = hallWords.queue;

/** 队伍: everybody who waits in the order they will be called, each with the reason. */
export function QueuePane({ now, heardAt }: { now: HallNow; heardAt: number }) {
  const [asked, ask] = useState<'route' | 'grant'>();
  const { queue, waiting } = now;
  const { picked, pick } = useRowPick(
    queue.map(({ ticket }) => ticket),
    ['j', 'k'],
  );
  const one = queue.find(({ ticket }) => ticket === picked);
  const wish = (what: 'route' | 'grant') => () => one !== undefined && ask(what);
  useKeys({ r: wish('route'), p: wish('grant') });
  const why = one === undefined ? said.need : undefined;
  const close = () => ask(undefined);
  return (
    <section className="hall-pane" aria-labelledby="hall-queue">
      <header>
        <h2 id="hall-queue">{said.title(waiting)}</h2>
        {queue.length < waiting ? <span className="faint">{said.more(queue.length, waiting)}</span> : null}
        <PickKeys keys={['j', 'k']} label={said.step} />
        <span className="pane-acts">
          <KeyButton of="r" label={said.route} run={wish('route')} why={why} size="small" />
          <KeyButton of="p" label={said.grant} run={wish('grant')} why={why} size="small" />
        </span>
      </header>
      {queue.length === 0 ? (
        <Empty />
      ) : (
        <QueueTable now={now} clock={{ asOf: now.asOf, heardAt }} picked={picked} pick={pick} />
      )}
      {asked === 'route' && one !== undefined ? <RouteDialog ticket={one} now={now} close={close} /> : null}
      {asked === 'grant' && one !== undefined ? <GrantDialog ticket={one} close={close} /> : null}
    </section>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p className="empty-title">{said.empty}</p>
      <p>{said.emptyHelp}</p>
    </div>
  );
}

type TableProps = {
  now: HallNow;
  clock: Heard;
  picked: string | undefined;
  pick: (ticket: string) => void;
};

function QueueTable({ now, clock, picked, pick }: TableProps) {
  const { columns } = said;
  const moment = useNow(15_000);
  return (
    <div className="pane-scroll">
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col" className="figure">
              {columns.waited}
            </th>
            <th scope="col" className="figure">
              {columns.due}
            </th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {now.queue.map((one) => (
            <QueueRow
              key={one.ticket}
              one={one}
              waited={minutesOf(lastedMs(one.firstTakenAt, clock, moment))}
              late={Date.parse(one.due) < Date.parse(clock.asOf)}
              to={now.windows.find(({ window }) => window === one.window)?.name}
              picked={one.ticket === picked}
              pick={() => pick(one.ticket)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  one: QueueTicket;
  waited: number;
  late: boolean;
  /** The window it was sent to. */
  to: string | undefined;
  picked: boolean;
  pick: () => void;
};

function QueueRow({ one, waited, late, to, picked, pick }: RowProps) {
  const why = to === undefined ? one.why : `${said.to(to)}。${one.why}`;
  return (
    <PickedRow id={rowId(one.ticket)} label={one.number} number picked={picked} pick={pick}>
      <td>
        <span className="clip">{one.itemName}</span>
      </td>
      <td>{classOf(one)}</td>
      <td className="figure">{said.waited(waited)}</td>
      <td className={late ? 'figure bad' : 'figure'}>{timeWords(one.due)}</td>
      <td className="rest faint" title={why}>
        {why}
      </td>
    </PickedRow>
  );
}

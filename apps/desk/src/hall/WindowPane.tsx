import { type HallNow, hallRoutes } from '@tongban/contract';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ticketWords } from '../queue/ticket-words.ts';
import { lastedMs, timerWords } from '../queue/timer.ts';
import { useNow } from '../queue/use-now.ts';
import { PickedRow } from './PickedRow.tsx';
import { PickKeys } from './PickKeys.tsx';
import type { useHallAct } from './queries.ts';
import { SkillsDialog } from './SkillsDialog.tsx';
import { rowId, useRowPick } from './use-row-pick.ts';
import { hallWords, skillName } from './words.ts';

const said = hallWords.windows;

export type PaneProps = { now: HallNow; heardAt: number; act: ReturnType<typeof useHallAct> };
type HallWindow = HallNow['windows'][number];

/** 窗口: who stands where, what each window does and for how long; the picked one is opened, closed or given other work. */
export function WindowPane({ now, heardAt, act }: PaneProps) {
  const [changing, change] = useState(false);
  const { windows } = now;
  const { picked, pick } = useRowPick(
    windows.map(({ window }) => window),
    ['J', 'K'],
  );
  const one = windows.find(({ window }) => window === picked);
  const set = (state: HallWindow['state']) => () => {
    if (one !== undefined)
      act.mutate(() => call(hallRoutes.window, { params: { window: one.window }, body: { state } }));
  };
  const skills = () => one !== undefined && change(true);
  useKeys({ o: set('open'), b: set('break'), c: set('closed'), s: skills });
  const why = one === undefined ? said.need : undefined;
  return (
    <section className="hall-pane" aria-labelledby="hall-windows">
      <header>
        <h2 id="hall-windows">{said.title}</h2>
        <PickKeys keys={['J', 'K']} label={said.step} />
        <span className="pane-acts">
          <KeyButton of="o" label={said.open} run={set('open')} why={why} size="small" />
          <KeyButton of="b" label={said.break} run={set('break')} why={why} size="small" />
          <KeyButton of="c" label={said.close} run={set('closed')} why={why} size="small" />
          <KeyButton of="s" label={said.skills} run={skills} why={why} size="small" />
        </span>
      </header>
      <WindowTable now={now} heardAt={heardAt} picked={picked} pick={pick} />
      {changing && one !== undefined ? (
        <SkillsDialog window={one} all={skillsOf(windows)} close={() => change(false)} />
      ) : null}
    </section>
  );
}

function skillsOf(windows: readonly HallWindow[]): string[] {
  return [...new Set(windows.flatMap(({ skills }) => skills))];
}

type TableProps = {
  now: HallNow;
  heardAt: number;
  picked: string | undefined;
  pick: (window: string) => void;
};

function WindowTable({ now, heardAt, picked, pick }: TableProps) {
  const { columns } = said;
  const all = skillsOf(now.windows).length;
  return (
    <div className="pane-scroll">
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.staff}</th>
            <th scope="col">{columns.current}</th>
            <th scope="col">{columns.skills}</th>
            <th scope="col" className="figure">
              {columns.served}
            </th>
          </tr>
        </thead>
        <tbody>
          {now.windows.map((one) => (
            <WindowRow
              key={one.window}
              one={one}
              clock={{ asOf: now.asOf, heardAt }}
              every={one.skills.length === all}
              picked={one.window === picked}
              pick={() => pick(one.window)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  one: HallWindow;
  clock: { asOf: string; heardAt: number };
  every: boolean;
  picked: boolean;
  pick: () => void;
};

function WindowRow({ one, clock, every, picked, pick }: RowProps) {
  return (
    <PickedRow id={rowId(one.window)} label={one.name} picked={picked} pick={pick}>
      <td>
        <span className={`window-light ${one.state}`}>{ticketWords.windowStates[one.state]}</span>
      </td>
      <td className={one.staff === undefined ? 'faint' : ''}>{one.staff ?? said.nobody}</td>
      <td>
        <InHand one={one} clock={clock} />
      </td>
      <td>
        <span className="skills-cell">
          <span className="clip">{every ? said.every : one.skills.map(skillName).join('、')}</span>
          {one.changedSkills ? <span className="tag">{said.changed}</span> : null}
        </span>
      </td>
      <td className="figure">{one.servedToday}</td>
    </PickedRow>
  );
}

/** The ticket in hand and for how long; what a window waits for is no longer than its clock. */
function InHand({ one, clock }: Pick<RowProps, 'one' | 'clock'>) {
  const now = useNow();
  const { current } = one;
  if (current === undefined) return null;
  const since = current.startedAt ?? current.calledAt;
  return (
    <span className="in-hand">
      <strong className="number">{current.number}</strong>
      <span className="faint">{ticketWords.states[current.state]}</span>
      <span className="number">{since === undefined ? '' : timerWords(lastedMs(since, clock, now))}</span>
    </span>
  );
}

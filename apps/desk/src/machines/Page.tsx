import type { DeviceRow } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { MachineDialog } from './MachineDialog.tsx';
import { useFleet } from './queries.ts';
import { RefusedNumbers } from './RefusedNumbers.tsx';
import { Register } from './Register.tsx';
import { machineWords as said } from './words.ts';

/** 自助机和大屏: the fleet of a hall, what each machine needs, and registering another. */
export function MachinesPage({ role }: { role: string }) {
  const fleet = useFleet();
  const refresh = () => void fleet.refetch();
  useKeys({ g: refresh });
  return (
    <main id="main" className="machines">
      <section className="machine-list" aria-labelledby="machines">
        <header>
          <h1 id="machines">{said.title}</h1>
          <span className="faint">{said.lead}</span>
          <span className="pane-acts">
            <KeyButton of="g" label={said.refresh} run={refresh} size="small" />
          </span>
        </header>
        <ProblemNote error={fleet.error} />
        {fleet.data === undefined ? (
          fleet.error === null && <Spin description={said.loading} />
        ) : (
          <>
            <RefusedNumbers rows={fleet.data} takes={role === 'hall-manager'} />
            <Fleet rows={fleet.data} />
          </>
        )}
      </section>
      <Register windows={role === 'hall-manager'} />
    </main>
  );
}

type Asked = { row: DeviceRow; act: 'wipe' | 'remove' };

function Fleet({ rows }: { rows: readonly DeviceRow[] }) {
  const [asked, ask] = useState<Asked>();
  const { columns } = said;
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.empty}</p>
        <p>{said.emptyHelp}</p>
      </div>
    );
  }
  return (
    <>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.faults}</th>
            <th scope="col">{columns.seen}</th>
            <th scope="col" className="figure">
              {columns.unmerged}
            </th>
            <th scope="col">{columns.version}</th>
            <th scope="col">{columns.acts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MachineRow key={row.device} row={row} ask={ask} />
          ))}
        </tbody>
      </table>
      {asked === undefined ? null : <MachineDialog {...asked} close={() => ask(undefined)} />}
    </>
  );
}

function MachineRow({ row, ask }: { row: DeviceRow; ask: (asked: Asked) => void }) {
  const { name, state, faults, seenAt, unmerged, version } = row;
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        <span className="machine-about faint">{aboutOf(row)}</span>
      </th>
      <td>
        <span className={`machine-state ${state}`}>{said.states[state]}</span>
      </td>
      <td className={faults.length === 0 ? 'faint' : 'bad'}>
        {faults.length === 0 ? said.fine : faults.map((fault) => said.faults[fault]).join('、')}
        <Wiping row={row} />
      </td>
      <td className="number">{seenAt === undefined ? said.never : momentWords(seenAt)}</td>
      <td className={unmerged > 0 ? 'figure bad' : 'figure'}>{unmerged}</td>
      <td className="faint">{version ?? ''}</td>
      <td>
        <span className="machine-acts">
          <Button size="small" aria-label={`${said.wipe} ${name}`} onClick={() => ask({ row, act: 'wipe' })}>
            {said.wipe}
          </Button>
          <Button
            size="small"
            aria-label={`${said.remove} ${name}`}
            onClick={() => ask({ row, act: 'remove' })}
          >
            {said.remove}
          </Button>
        </span>
      </td>
    </tr>
  );
}

function aboutOf({ kind, windowName, prefix, allDay, hallName }: DeviceRow): string {
  return [
    said.kinds[kind],
    windowName ?? hallName,
    allDay ? said.allDay : undefined,
    prefix === undefined ? undefined : said.prefix(prefix),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Asked to wipe and not heard of since, or wiped. */
function Wiping({ row: { wipeAskedAt, wipedAt } }: { row: DeviceRow }) {
  if (wipeAskedAt !== undefined)
    return <span className="machine-about">{said.wipeAsked(momentWords(wipeAskedAt))}</span>;
  if (wipedAt === undefined) return null;
  return <span className="machine-about faint">{said.wiped(momentWords(wipedAt))}</span>;
}

import { follow } from '@tongban/ui/machine';
import { useEffect, useState } from 'preact/hooks';
import { call, newId, newTicketKey } from './call.ts';
import { readFaults } from './faults.ts';
import { createMachine, type Standing } from './machine.ts';
import { createNumbers } from './numbers.ts';

const version = '0.1.0';

/** The machine in step with its server for as long as the page is open. */
export function useMachine(wipe: () => Promise<void>) {
  const [standing, setStanding] = useState<Standing>({ at: 'starting' });
  const [{ machine, numbers }] = useState(() => {
    // The clock of a machine may be wrong; that of the server counts.
    let behindMs = 0;
    const now = () => new Date(Date.now() + behindMs);
    const numbers = createNumbers({ storage: localStorage, now, newId, newKey: newTicketKey });
    let port: number | undefined;
    const machine = createMachine(
      {
        ...{ call, follow, numbers, version, wipe, storage: localStorage, now: () => new Date() },
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        faults: () => readFaults(port),
        timeIs: (told) => {
          behindMs = told.getTime() - Date.now();
        },
      },
      (next) => {
        const reader = next.at === 'ready' ? next.start.reader : undefined;
        port = reader?.kind === 'agent' ? reader.port : undefined;
        setStanding(next);
      },
    );
    return { machine, numbers };
  });
  useEffect(() => {
    void machine.run();
    return machine.stop;
  }, [machine]);
  return { standing, machine, numbers };
}

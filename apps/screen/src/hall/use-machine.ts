import { follow } from '@tongban/ui/machine';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../link/call.ts';
import { createMachine } from './machine.ts';
import type { Kind } from './registration.ts';
import type { Spoken, Standing } from './standing.ts';

/** The hall screen in step with its server for as long as the page is open. */
export function useMachine(kind: Kind, speak: (calls: readonly Spoken[]) => void): Standing {
  const [standing, stand] = useState<Standing>({ place: { at: 'starting' } });
  useEffect(() => {
    const machine = createMachine(
      kind,
      {
        ...{ call, storage: localStorage, now: () => new Date(), follow },
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      { stand, speak },
    );
    void machine.run();
    return machine.stop;
  }, [kind, speak]);
  return standing;
}

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

/** Opens the stream of calls. It is never reopened by the browser: a ticket is good once. */
function follow(address: string, heard: { onTold: (text: string) => void; onLost: () => void }): () => void {
  const source = new EventSource(address);
  source.onmessage = ({ data }) => heard.onTold(String(data));
  source.onerror = () => {
    source.close();
    heard.onLost();
  };
  return () => source.close();
}

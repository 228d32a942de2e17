import { Problem } from '@tongban/kernel';
import { useState } from 'preact/hooks';
import type { Answer } from '../link/link.ts';

/** Sends an answer once at a time; what went wrong stands until the next try. */
export function useAnswer(answer: (given: Answer) => Promise<void>, failed: string) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  return {
    busy,
    fault,
    send: (given: Answer) => {
      if (busy) return;
      setBusy(true);
      setFault(undefined);
      answer(given)
        .catch((error: unknown) => setFault(error instanceof Problem ? error.message : failed))
        .finally(() => setBusy(false));
    },
  };
}

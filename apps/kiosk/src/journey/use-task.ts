import { Problem } from '@tongban/kernel';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isAway } from './doors.ts';
import { useKiosk } from './kiosk.ts';

/** 一次操作: runs one act at a time; says that it runs, and why it failed in words for the person. */
export function useTask() {
  const { said } = useKiosk();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const run = async <T>(work: () => Promise<T>, then: (done: T) => void): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    try {
      const done = await work();
      // Whoever has left meanwhile is not led on.
      if (!gone.current) then(done);
    } catch (error) {
      if (!gone.current) setFault(faultText(error, said.faults.network));
    } finally {
      if (!gone.current) setBusy(false);
    }
  };
  return { busy, fault, run };
}

function faultText(error: unknown, network: string): string {
  if (isAway(error)) return network;
  return error instanceof Problem ? error.message : network;
}

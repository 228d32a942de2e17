import { useCallback, useState } from 'react';
import { kept } from './kept.ts';

/** State that survives an expired session and a reload of this tab; `drop` forgets it once it was sent. */
export function useKept<T>(key: string, initial: T): { value: T; set: (next: T) => void; drop: () => void } {
  const [value, setValue] = useState<T>(() => kept.read<T>(key) ?? initial);
  const set = useCallback(
    (next: T) => {
      kept.write(key, next);
      setValue(next);
    },
    [key],
  );
  const drop = useCallback(() => kept.drop(key), [key]);
  return { value, set, drop };
}

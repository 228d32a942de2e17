import { useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { stepIn } from './rows.ts';

/** 选行: which row of a list the keys act on; stepping takes the focus along. */
export function useRowPick(ids: readonly string[], [next, former]: readonly [string, string]) {
  const [picked, pick] = useState<string>();
  const step = (by: 1 | -1) => () => {
    const to = stepIn(ids, picked, by);
    pick(to);
    if (to !== undefined) document.getElementById(rowId(to))?.focus();
  };
  useKeys({ [next]: step(1), [former]: step(-1) });
  return { picked: picked !== undefined && ids.includes(picked) ? picked : undefined, pick };
}

export function rowId(id: string): string {
  return `row-${id}`;
}

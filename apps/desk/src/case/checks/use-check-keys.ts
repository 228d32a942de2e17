import type { Mark } from '@tongban/contract';
import { useKeys } from '../../keys/use-keys.ts';
import type { CheckPlace } from './ChecksTab.tsx';
import { findMark, withRestOk, withResult } from './marks.ts';
import { findRowKey, focusSay, moveRow } from './move.ts';

/** Checking without a mouse: J/K move, C is good, X is a defect and, pressed again, goes to its words. */
export function useCheckKeys({ cards, checks, may, shown }: CheckPlace): void {
  const here = () => cards.flatMap(({ rows }) => rows).find(({ key }) => key === findRowKey());
  const mark = (result: Mark['result']) => {
    const row = here();
    if (row === undefined || !may) return;
    if (result === 'defect' && findMark(checks.marks, row)?.result === 'defect') focusSay();
    checks.change(withResult(checks.marks, row, result));
    if (result === 'ok') moveRow(1);
  };
  const restOk = () => {
    const card = cards.find(({ key }) => key === shown);
    if (card !== undefined && may) checks.change(withRestOk(checks.marks, card));
  };
  useKeys({
    j: () => moveRow(1),
    k: () => moveRow(-1),
    c: () => mark('ok'),
    x: () => mark('defect'),
    C: restOk,
  });
}

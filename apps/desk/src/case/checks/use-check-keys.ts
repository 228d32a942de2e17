import type { Mark } from '@tongban/contract';
import { useKeys } from '../../keys/use-keys.ts';
import { findMark, withRestOk, withResult } from './marks.ts';
import { findRowKey, focusSay, moveRow, stayAt } from './move.ts';
import type { CheckPlace } from './place.ts';

/** Checking without a mouse: J/K move, C is good, X is a defect and, pressed again, goes to its words. */
export function useCheckKeys({ cards, checks, permit, shown }: CheckPlace): void {
  const here = () => cards.flatMap(({ rows }) => rows).find(({ key }) => key === findRowKey());
  const mark = (result: Mark['result']) => {
    const row = here();
    if (row === undefined || !permit.may) return;
    if (result === 'defect' && findMark(checks.marks, row)?.result === 'defect') return focusSay();
    checks.change(withResult(checks.marks, row, result));
    if (result === 'ok') moveRow(1);
    else requestAnimationFrame(() => stayAt(row.key));
  };
  const restOk = () => {
    const card = cards.find(({ key }) => key === shown);
    if (card !== undefined && permit.may) checks.change(withRestOk(checks.marks, card));
  };
  useKeys({
    j: () => moveRow(1),
    k: () => moveRow(-1),
    c: () => mark('ok'),
    x: () => mark('defect'),
    C: restOk,
  });
}

import type { Visit } from '../visit.ts';

/** An amount in whole fen as people write it: 15.00 元. */
export function moneyText({ say }: Pick<Visit, 'say'>, fen: number): string {
  const yuan = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  return say(`${yuan} 元`, `CNY ${yuan}`);
}

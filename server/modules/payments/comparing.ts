import type { StatementLine } from './providers/port.ts';

/** 差异: one charge a statement and our books do not agree about. */
export type Difference = {
  readonly tradeNumber: string;
  readonly kind: 'only-there' | 'only-here' | 'amount' | 'refund';
  readonly hereFen?: number;
  readonly thereFen?: number;
};

/** 对账: compares the lines of a statement with what is kept here, charge by charge. */
export function compareStatement(
  there: readonly StatementLine[],
  here: readonly StatementLine[],
): readonly Difference[] {
  const [told, kept] = [summed(there), summed(here)];
  const keys = new Set([...told.keys(), ...kept.keys()]);
  return [...keys].flatMap((key) => differenceOf(told.get(key), kept.get(key)));
}

/** One line for each charge that was paid, and one for what was paid back of it. */
function summed(lines: readonly StatementLine[]): ReadonlyMap<string, StatementLine> {
  const sums = new Map<string, StatementLine>();
  for (const line of lines) {
    const key = `${line.said} ${line.tradeNumber}`;
    sums.set(key, { ...line, fen: line.fen + (sums.get(key)?.fen ?? 0) });
  }
  return sums;
}

function differenceOf(there: StatementLine | undefined, here: StatementLine | undefined): Difference[] {
  const line = there ?? here;
  if (line === undefined || there?.fen === here?.fen) return [];
  const kind = line.said === 'refunded' ? 'refund' : kindOf(there, here);
  return [
    {
      ...{ tradeNumber: line.tradeNumber, kind },
      ...(here === undefined ? {} : { hereFen: here.fen }),
      ...(there === undefined ? {} : { thereFen: there.fen }),
    },
  ];
}

function kindOf(there: unknown, here: unknown): Difference['kind'] {
  if (here === undefined) return 'only-there';
  return there === undefined ? 'only-here' : 'amount';
}

import type { DocumentRow, Sitting } from '@tongban/contract';
import { useEffect, useState } from 'react';
import { timeWords } from '../../clocks/moments.ts';
import { useKept } from '../../kept/use-kept.ts';
import { intakeWords } from '../words.ts';

/** 打印: which papers of the sitting went to the printer, and which comes next. */
export type Printing = ReturnType<typeof usePrinting>;

/** The papers of a sitting in the order they are handed over: the receipt first. */
export function papersOf({ receipt, papers }: Sitting): DocumentRow[] {
  return receipt === undefined ? [...papers] : [receipt, ...papers];
}

export function usePrinting(sitting: Sitting) {
  const sent = useKept<Record<string, string>>(`intake-printed.${sitting.sitting}`, {});
  const [shown, setShown] = useState<string>();
  const [wished, setWished] = useState(false);
  const papers = papersOf(sitting);
  const next = papers.find(({ document }) => sent.value[document] === undefined)?.document;
  const print = (document: string) => {
    setShown(document);
    sent.set({ ...sent.value, [document]: new Date().toISOString() });
  };
  const printWished = wished && next !== undefined ? next : undefined;
  // The papers arrive with the answer to handing in: what was wished then is printed now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish
  useEffect(() => {
    if (printWished === undefined) return;
    setWished(false);
    print(printWished);
  }, [printWished]);
  return {
    shown,
    next,
    print,
    printNext: () => next !== undefined && print(next),
    /** Prints the first paper as soon as there is one. */
    printWhenThere: () => setWished(true),
    toldOf: (document: string): string => {
      const at = sent.value[document];
      return at === undefined ? intakeWords.papers.print : intakeWords.papers.printed(timeWords(at));
    },
  };
}

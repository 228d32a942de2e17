import type { HotEvidence } from '@tongban/contract';

/** 佐证 as it is being written. */
export type Drafted = {
  readonly say: string;
  readonly figures: readonly {
    readonly what: string;
    readonly value: number | null;
    readonly unit: string;
  }[];
};

export const blank: Drafted = { say: '', figures: [{ what: '', value: null, unit: '件' }] };
export const mostFigures = 6;

/** What is written, once it is whole: words, and figures without those that were left empty. */
export function evidenceOf({ say, figures }: Drafted): HotEvidence {
  return {
    say: say.trim(),
    figures: figures.flatMap(({ what, value, unit }) =>
      value === null || what.trim() === '' ? [] : [{ what: what.trim(), value, unit: unit.trim() }],
    ),
  };
}

/** Whether it speaks for a step: words, at least one figure, and no figure half written. */
export function isWhole(drafted: Drafted): boolean {
  return isSaid(drafted) && evidenceOf(drafted).figures.length > 0;
}

/** Whether it may be reported: a report needs words alone. */
export function isSaid({ say, figures }: Drafted): boolean {
  return (
    say.trim().length >= 2 && figures.every(({ what, value }) => (value === null) === (what.trim() === ''))
  );
}

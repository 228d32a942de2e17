import type { MaterialCard } from './cards.ts';
import type { Checks } from './use-checks.ts';

/** Where the checking stands: the materials, their marks, whether I may mark, and what the viewer shows. */
export type CheckPlace = {
  readonly cards: readonly MaterialCard[];
  readonly checks: Checks;
  readonly permit: { readonly may: boolean; readonly why?: string };
  /** The material whose pages the viewer shows. */
  readonly shown: string | undefined;
  readonly show: (card: string) => void;
  /** The checkpoint whose place is being framed on the picture. */
  readonly framed: string | undefined;
  readonly frame: (row: string | undefined) => void;
};

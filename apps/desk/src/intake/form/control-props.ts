import type { Box } from './form.ts';

/** What a box of the form needs to know. */
export type BoxProps = {
  readonly box: Box;
  readonly id: string;
  /** Where the draft is handed in; areas are offered from here. */
  readonly division: string;
  readonly first: boolean;
  readonly change: (value: string) => void;
  readonly next: () => void;
};

/** What the control inside a box needs besides: whether its fault is told, and how it is left. */
export type ControlProps = BoxProps & { readonly told: boolean; readonly leave: () => void };

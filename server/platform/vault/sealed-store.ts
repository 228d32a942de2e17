import type { Vault } from '../vault.ts';

/** What a change of keys gives a store: the new key to seal with, and how to stop. */
export type Resealing = {
  readonly vault: Vault;
  /** Whether a value that begins so stands under the new key already; any four bytes are enough to tell. */
  readonly isNew: (head: Uint8Array) => boolean;
  readonly signal: AbortSignal | undefined;
  /** Told again and again how many values were sealed anew so far. */
  readonly tell: (values: number) => void;
};

/** 密封仓: values kept sealed outside the database, e.g. the bytes of files. */
export type SealedStore = {
  readonly name: string;
  /** Seals anew what does not stand under the new key yet; each value can be read at every moment. How many those were. */
  readonly reseal: (work: Resealing) => Promise<number>;
  /** How many values do not stand under the new key. */
  readonly others: (isNew: Resealing['isNew']) => Promise<number>;
};

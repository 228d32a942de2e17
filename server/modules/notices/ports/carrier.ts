/** What is handed to a carrier: the same `reference` when the same notice is handed over again. */
export type Parcel = {
  readonly reference: string;
  /** A phone number, a mail address, or somebody's id with the official account. */
  readonly to: string;
  /** 主题: of a mail alone. */
  readonly subject?: string;
  readonly text: string;
  readonly template?: { readonly id: string; readonly fields: Readonly<Record<string, string>> };
};

/**
 * What became of a parcel: taken over; refused, so that nobody need try again; surely not taken, so that another may; or
 * not known, for the answer never came.
 */
export type Handed =
  | { readonly how: 'taken'; readonly ref?: string }
  | { readonly how: 'refused'; readonly why: string }
  | { readonly how: 'away'; readonly why: string }
  | { readonly how: 'unknown'; readonly why: string };

/** 服务商: one provider of a channel. It never throws; what happened is what it answers. */
export type Carrier = {
  readonly provider: string;
  readonly kind: 'http' | 'smtp' | 'simulator';
  readonly hand: (parcel: Parcel) => Promise<Handed>;
};

/** Simulates a provider: nothing leaves the house, and the desk shows what would have. */
export function createCarrierSimulator(provider: string): Carrier {
  return {
    provider,
    kind: 'simulator',
    hand: ({ reference }) => Promise.resolve({ how: 'taken', ref: `simulated-${reference}` }),
  };
}

/** Reads why a request failed: a peer that could not be reached took nothing; of any other silence nobody knows. */
export function silence(error: unknown): Handed {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
  if (unreached.includes(String(code))) return { how: 'away', why: 'unreachable' };
  return { how: 'unknown', why: 'no-answer' };
}

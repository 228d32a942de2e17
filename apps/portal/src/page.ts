import type { Call } from '@tongban/contract/client';

export type Pair = readonly [string, string];

/** A file sent with a form. */
export type FormFile = {
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** A page asked for by a browser. */
export type PageRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: readonly Pair[];
  readonly form?: readonly Pair[];
  readonly files?: readonly FormFile[];
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A page ready to be shown; `cause` is our own fault behind an error page, for the log. */
export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  readonly cause?: unknown;
};

export type HandlePage = (request: PageRequest, call: Call) => Promise<PageAnswer>;

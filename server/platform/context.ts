import type { Asked, Kept, Route } from '@tongban/contract';
import type { CallerOf } from './caller.ts';
import type { Sql, Tx } from './database.ts';

export type Language = 'zh' | 'en';

export type CookieOptions = {
  readonly maxAgeSeconds?: number;
  readonly path?: string;
  readonly readable?: true;
};

/** 请求上下文: what a keeper may use of one request beside what was asked and who asks. */
export type Context = {
  readonly requestId: string;
  readonly language: Language;
  readonly ip: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly header: (name: string) => string | undefined;
  readonly setCookie: (name: string, value: string, options?: CookieOptions) => void;
  readonly clearCookie: (name: string) => void;
  /**
   * Runs work in the one transaction of this request. It is committed when the reply is ready, together with the
   * audit line and the idempotency record; a thrown error rolls everything back.
   */
  readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes a row in the same statement as the audit line: what a mere look leaves behind costs no transaction. */
  readonly beside: (statement: Sql) => void;
  /** Names what the act was about, for the audit; by default the path asked for and the id created. */
  readonly about: (object: string, purpose?: string) => void;
  /** 不留名: the audit says what was done and by which role, and not by whom or from where. */
  readonly unnamed: () => void;
  /** Aborted when the client is gone; a stream ends by it. */
  readonly gone: AbortSignal;
};

/** The function that keeps the promise of a route. */
export type Keep<R extends Route> = (
  asked: Asked<R>,
  caller: CallerOf<R>,
  context: Context,
) => Kept<R> | Promise<Kept<R>>;

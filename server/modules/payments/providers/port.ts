import type { Words } from '@tongban/contract';

/** What a provider is asked to collect. */
export type ChargeWish = {
  readonly tradeNumber: string;
  readonly fen: number;
  readonly title: string;
  readonly goodUntil: Date;
  /** Where the payer comes back to; it only looks, it never believes what stands in the address. */
  readonly returnTo: string;
  /** Where the provider tells of the payment by itself. */
  readonly tellTo: string;
  readonly payer: Payer;
};
/** From what the payer pays: a phone with its browser, a screen to be scanned from, or the WeChat browser, which knows them. */
export type Payer = {
  readonly ip: string;
  readonly from: 'screen' | 'phone';
  readonly openId?: string | undefined;
};
/** Where the payer goes on. */
export type Next = {
  readonly kind: 'page' | 'code' | 'pretence' | 'wechat';
  readonly href?: string;
  readonly code?: string;
  readonly wechat?: Readonly<Record<string, string>>;
};

/** What a provider says has been paid. */
export type Paid = {
  readonly tradeNumber: string;
  readonly transaction: string;
  readonly fen: number;
  readonly currency: string;
  readonly at: Date;
};
/** How a charge stands at the provider. */
export type Standing =
  | { readonly state: 'open' | 'closed' }
  | { readonly state: 'paid'; readonly paid: Paid };

export type RefundWish = {
  readonly tradeNumber: string;
  readonly refundNumber: string;
  readonly fen: number;
  readonly paidFen: number;
  readonly reason: string;
};

/** A message that came from outside, exactly as its bytes were. */
export type Message = {
  readonly header: (name: string) => string | undefined;
  readonly bytes: Buffer;
  readonly now: Date;
};
/** What a message says once it has been believed; `other` concerns no payment. */
export type Heard =
  | { readonly ok: true; readonly said: 'paid'; readonly paid: Paid }
  | { readonly ok: true; readonly said: 'other' }
  | { readonly ok: false; readonly why: NotBelieved };
export type NotBelieved = 'signature' | 'stale' | 'certificate' | 'malformed' | 'not-ours';

/** How a provider wants to be answered. */
type Answer = { readonly status: number; readonly contentType: string; readonly body: string };

/** One line of a day's statement: a charge that was paid, or one that was paid back. */
export type StatementLine = {
  readonly said: 'paid' | 'refunded';
  readonly tradeNumber: string;
  readonly fen: number;
};

/** 支付渠道: one way money is paid online: the real protocol or the simulator. */
export type Provider = {
  readonly way: string;
  readonly name: Words;
  readonly pretended: boolean;
  readonly begin: (wish: ChargeWish) => Promise<Next>;
  readonly ask: (tradeNumber: string) => Promise<Standing>;
  readonly close: (tradeNumber: string) => Promise<void>;
  /** Answers whether the money is back already; asked again under the same number it does it once. */
  readonly refund: (wish: RefundWish) => Promise<'done' | 'under-way'>;
  readonly read: (message: Message) => Promise<Heard>;
  readonly answer: (taken: boolean) => Answer;
  /** The lines of a day's statement; undefined while the provider has none, or never makes one. */
  readonly statement: (day: string) => Promise<readonly StatementLine[] | undefined>;
  /** Plays the payer; only a simulator can. */
  readonly pretend?: (
    tradeNumber: string,
    outcome: 'paid' | 'cancelled',
    at: Date,
  ) => Promise<Said | undefined>;
};
/** What the simulator sends to the house afterwards. */
export type Said = { readonly headers: Readonly<Record<string, string>>; readonly bytes: Buffer };

import { generateKeyPairSync } from 'node:crypto';
import type { createAlipayPlatform } from './providers/alipay.fixture.ts';
import type { WechatPlatform } from './providers/wechat.fixture.ts';

/** A message as it is sent to the house. */
export type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
/** What a hostile message says otherwise than the platform would. */
export type Lie = {
  readonly fen?: number;
  readonly currency?: string;
  readonly merchant?: string;
  readonly app?: string;
  readonly order?: string;
  readonly transaction?: string;
};
/** 一家支付机构 as hostile messages are tried on it: what it truly says, lies it signed, and what only looks like it. */
export type Side = {
  readonly way: string;
  readonly pay: (trade: string) => void;
  readonly say: (trade: string, lie?: Lie) => Sent;
  /** The same words signed with a key that is no longer the platform's. */
  readonly sayWithOldKey: (trade: string) => Sent;
  readonly unsigned: (sent: Sent) => Sent;
  readonly emptySigned: (sent: Sent) => Sent;
  /** The signature of the second on the words of the first. */
  readonly swapped: (sent: Sent, other: Sent) => Sent;
  readonly replayed: (sent: Sent) => Sent;
  readonly away: (away: boolean) => void;
};

export function wechatSide(platform: WechatPlatform): Side {
  const header =
    (name: string, value: string) =>
    ({ headers, body }: Sent): Sent => ({ body, headers: { ...headers, [name]: value } });
  return {
    way: 'wechat',
    pay: (trade) => void platform.pay(trade),
    say(trade, { fen, currency, merchant, app, order, transaction } = {}) {
      return platform.notice(trade, {
        amount: {
          ...(fen === undefined ? {} : { total: fen }),
          ...(currency === undefined ? {} : { currency }),
        },
        said: told({ mchid: merchant, appid: app, out_trade_no: order, transaction_id: transaction }),
      });
    },
    sayWithOldKey: (trade) => platform.notice(trade, { key: platform.expired.key, serial: 'PLATFORM00' }),
    unsigned: ({ body }) => ({ body, headers: { 'content-type': 'application/json' } }),
    emptySigned: header('wechatpay-signature', ''),
    swapped: ({ body }, { headers }) => ({ body, headers }),
    replayed: header('wechatpay-nonce', 'another'),
    away: (away) => {
      platform.state.away = away;
    },
  };
}

export function alipaySide(platform: Awaited<ReturnType<typeof createAlipayPlatform>>): Side {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const sent = (body: string): Sent => ({ headers, body });
  const changed = ({ body }: Sent, name: string, value: string): Sent => {
    const fields = new URLSearchParams(body);
    fields.set(name, value);
    return sent(fields.toString());
  };
  const signatureIn = ({ body }: Sent) => new URLSearchParams(body).get('sign') ?? '';
  return {
    way: 'alipay',
    pay: (trade) => void platform.pay(trade),
    say: (trade, lie = {}) => sent(platform.notice(trade, fieldsOf(lie))),
    sayWithOldKey: (trade) =>
      sent(platform.notice(trade, {}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)),
    unsigned({ body }) {
      const fields = new URLSearchParams(body);
      fields.delete('sign');
      return sent(fields.toString());
    },
    emptySigned: (one) => changed(one, 'sign', ''),
    swapped: (one, other) => changed(one, 'sign', signatureIn(other)),
    replayed: (one) => changed(one, 'notify_id', 'another'),
    away: (away) => {
      platform.state.away = away;
    },
  };
}

function fieldsOf({ fen, currency, merchant, app, order, transaction }: Lie): Record<string, string> {
  return told({
    ...{ total_amount: fen === undefined ? undefined : (fen / 100).toFixed(2), trans_currency: currency },
    ...{ seller_id: merchant, app_id: app, out_trade_no: order, trade_no: transaction },
  });
}

function told(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

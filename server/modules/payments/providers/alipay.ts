import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Clock } from '@tongban/kernel';
import { findFen, yuanText } from '../rules.ts';
import { readAlipayBill } from './alipay-bill.ts';
import { areSigned, findSignedPart, isTextSigned, readPublicKey, signParameters } from './alipay-signing.ts';
import type {
  ChargeWish,
  Heard,
  Message,
  Next,
  Paid,
  Provider,
  RefundWish,
  Standing,
  StatementLine,
} from './port.ts';

/** An application as the platform knows it: `key` is our own, `platformKey` the one the platform signs with. */
export type AlipayApplication = {
  readonly url: string;
  readonly app: string;
  readonly seller: string;
  readonly key: string;
  readonly platformKey: string;
  readonly clock: Clock;
};
type Fields = Readonly<Record<string, string | undefined>>;
type Parts = AlipayApplication & { readonly own: KeyObject; readonly platform: KeyObject };

const waitMs = 5000;
const billWaitMs = 30_000;
const hourMs = 3_600_000;

/** 支付宝: codes and phone pages to pay by, queries, refunds and notices. */
export function createAlipay(application: AlipayApplication): Provider {
  const parts = {
    ...application,
    own: createPrivateKey(application.key),
    platform: readPublicKey(application.platformKey),
  };
  return {
    way: 'alipay',
    name: { zh: '支付宝', en: 'Alipay' },
    pretended: false,
    begin: (wish) => begin(parts, wish),
    async ask(tradeNumber) {
      const content = { out_trade_no: tradeNumber };
      return standingOf(await ask(parts, { method: 'alipay.trade.query', content }), tradeNumber);
    },
    async close(tradeNumber) {
      const content = { out_trade_no: tradeNumber };
      const reply = await ask(parts, { method: 'alipay.trade.close', content });
      if (reply.code !== '10000' && !isUnknown(reply)) throw new Error(`not closed: ${reply.sub_code}`);
    },
    refund: (wish) => refund(parts, wish),
    read: (message) => Promise.resolve(read(parts, message)),
    answer: (taken) => ({
      ...{ status: taken ? 200 : 400, contentType: 'text/plain' },
      body: taken ? 'success' : 'fail',
    }),
    statement: (day) => statement(parts, day),
  };
}

async function begin(parts: Parts, wish: ChargeWish): Promise<Next> {
  const asked = {
    ...{ out_trade_no: wish.tradeNumber, total_amount: yuanText(wish.fen), subject: subjectOf(wish.title) },
    time_expire: beijing(wish.goodUntil),
  };
  if (wish.payer.from === 'phone') {
    const content = { ...asked, product_code: 'QUICK_WAP_WAY', quit_url: wish.returnTo };
    const more = { notify_url: wish.tellTo, return_url: wish.returnTo };
    const query = new URLSearchParams(signed(parts, { method: 'alipay.trade.wap.pay', content, more }));
    return { kind: 'page', href: `${parts.url}?${query}` };
  }
  const more = { notify_url: wish.tellTo };
  const reply = await ask(parts, { method: 'alipay.trade.precreate', content: asked, more });
  if (reply.code !== '10000' || reply.qr_code === undefined) throw new Error(`no code: ${reply.sub_code}`);
  return { kind: 'code', code: reply.qr_code };
}

/** 订单标题: without the signs the platform does not take, nor the comma that parts the values of its bills. */
function subjectOf(title: string): string {
  return title.replace(/[/=&,"]/g, ' ').slice(0, 100);
}

type Asking = { readonly method: string; readonly content: object; readonly more?: Record<string, string> };

function signed(parts: Parts, { method, content, more = {} }: Asking): Record<string, string> {
  const parameters = {
    ...{ app_id: parts.app, method, format: 'JSON', charset: 'utf-8', sign_type: 'RSA2', version: '1.0' },
    ...{ timestamp: beijing(parts.clock()), biz_content: JSON.stringify(content), ...more },
  };
  return { ...parameters, sign: signParameters(parts.own, parameters) };
}

/** Posts one request; its reply is believed only when the platform signed it. */
async function ask(parts: Parts, asking: Asking): Promise<Fields> {
  const answer = await fetch(parts.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams(signed(parts, asking)),
    signal: AbortSignal.timeout(waitMs),
  });
  if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
  const text = await answer.text();
  const part = findSignedPart(text, `${asking.method.replaceAll('.', '_')}_response`);
  if (part === undefined || !isTextSigned(parts.platform, part.text, part.sign))
    throw new Error('a reply was not believed: signature');
  return JSON.parse(part.text) as Fields;
}

function isUnknown({ sub_code: code }: Fields): boolean {
  return code === 'ACQ.TRADE_NOT_EXIST';
}

function standingOf(reply: Fields, tradeNumber: string): Standing {
  if (isUnknown(reply)) return { state: 'open' };
  if (reply.code !== '10000') throw new Error(`not answered: ${reply.sub_code}`);
  if (reply.trade_status === 'TRADE_CLOSED') return { state: 'closed' };
  if (!isPaid(reply)) return { state: 'open' };
  const paid = paidOf(reply, reply.send_pay_date);
  if (paid?.tradeNumber !== tradeNumber) throw new Error('the trade is not the one that was asked about');
  return { state: 'paid', paid };
}

function isPaid({ trade_status: status }: Fields): boolean {
  return status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED';
}

/** The platform pays out in yuan alone; another currency is named beside the amount. */
function paidOf(fields: Fields, when: string | undefined): Paid | undefined {
  const { out_trade_no: tradeNumber, trade_no: transaction, total_amount: amount } = fields;
  const fen = findFen(amount ?? '');
  const at = fromBeijing(when);
  if (tradeNumber === undefined || transaction === undefined || fen === undefined || at === undefined)
    return undefined;
  return { tradeNumber, transaction, fen, currency: fields.trans_currency ?? 'CNY', at };
}

async function refund(parts: Parts, wish: RefundWish): Promise<'done' | 'under-way'> {
  const named = { out_trade_no: wish.tradeNumber, out_request_no: wish.refundNumber };
  const amount = { refund_amount: yuanText(wish.fen), refund_reason: wish.reason };
  const reply = await ask(parts, { method: 'alipay.trade.refund', content: { ...named, ...amount } });
  if (reply.code !== '10000') throw new Error(`not refunded: ${reply.sub_code}`);
  if (reply.fund_change === 'Y') return 'done';
  const found = await ask(parts, { method: 'alipay.trade.fastpay.refund.query', content: named });
  return found.refund_status === 'REFUND_SUCCESS' ? 'done' : 'under-way';
}

/** The bill of a day lies where a signed reply says, for half a minute; a day on which nothing happened has none. */
async function statement(parts: Parts, day: string): Promise<readonly StatementLine[]> {
  const asking = {
    method: 'alipay.data.dataservice.bill.downloadurl.query',
    content: { bill_type: 'trade', bill_date: day },
  };
  const reply = await ask(parts, asking);
  if (reply.sub_code === 'isp.bill_not_exist') return [];
  if (reply.code !== '10000') throw new Error(`no bill: ${reply.sub_code}`);
  const answer = await fetch(billAddress(parts, reply.bill_download_url ?? ''), {
    signal: AbortSignal.timeout(billWaitMs),
  });
  if (!answer.ok) throw new Error(`the bill was answered ${answer.status}`);
  return readAlipayBill(Buffer.from(await answer.arrayBuffer()));
}

/** A bill is fetched from the platform alone: from its gateway or from a house of the same name. */
function billAddress({ url: gateway }: Parts, address: string): URL {
  const url = new URL(address);
  const { host, protocol } = new URL(gateway);
  if (url.host !== host && !url.hostname.endsWith('.alipay.com'))
    throw new Error('a bill lies at an unknown address');
  // The platform still writes addresses without a lock; its bills are there with one too.
  if (url.protocol !== protocol) url.protocol = protocol;
  return url;
}

/** A form whose parameters are signed; a body of another kind has no signature and is not believed. */
function read(parts: Parts, { bytes }: Message): Heard {
  const given = [...new URLSearchParams(bytes.toString('utf8'))];
  const fields = Object.fromEntries(given);
  // A name that stands twice could be signed as one thing and read as another.
  if (Object.keys(fields).length !== given.length) return { ok: false, why: 'malformed' };
  if (!areSigned(parts.platform, fields)) return { ok: false, why: 'signature' };
  if (fields.app_id !== parts.app || fields.seller_id !== parts.seller) return { ok: false, why: 'not-ours' };
  if (!isPaid(fields) || fields.gmt_refund !== undefined) return { ok: true, said: 'other' };
  const paid = paidOf(fields, fields.gmt_payment);
  return paid === undefined ? { ok: false, why: 'malformed' } : { ok: true, said: 'paid', paid };
}

/** 2026-03-02 09:30:00, by the clock of Beijing. */
function beijing(at: Date): string {
  return new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 19).replace('T', ' ');
}

function fromBeijing(text = ''): Date | undefined {
  const at = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

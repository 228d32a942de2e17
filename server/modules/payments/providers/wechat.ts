import { createHash, createPrivateKey } from 'node:crypto';
import type { ChargeWish, Heard, Message, Next, Paid, Provider, RefundWish, Standing } from './port.ts';
import { readWechatBill } from './wechat-bill.ts';
import { createWechatClient, type WechatClient, type WechatMerchant } from './wechat-client.ts';
import { browserPayment, type Sealed, unseal } from './wechat-signing.ts';

type Parts = WechatMerchant & { readonly client: WechatClient };

/** 微信支付 APIv3: JSAPI, native and H5 charges, queries, refunds, bills and notices. */
export function createWechatPay(merchant: WechatMerchant): Provider {
  const parts = { ...merchant, client: createWechatClient(merchant) };
  const { client } = parts;
  const at = (tradeNumber: string) => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(tradeNumber)}`;
  return {
    way: 'wechat',
    name: { zh: '微信支付', en: 'WeChat Pay' },
    pretended: false,
    begin: (wish) => begin(parts, wish),
    async ask(tradeNumber) {
      const reply = await client.ask('GET', `${at(tradeNumber)}?mchid=${merchant.merchant}`);
      if (reply.status === 404) return { state: 'open' };
      return standingOf(parts, client.json(reply) as Transaction);
    },
    async close(tradeNumber) {
      const reply = await client.ask('POST', `${at(tradeNumber)}/close`, { mchid: merchant.merchant });
      // What the platform does not know cannot be paid there either.
      if (reply.status !== 404) client.json(reply);
    },
    refund: (wish) => refund(client, wish),
    read: (message) => read(parts, message),
    answer: (taken) => ({
      status: taken ? 200 : 400,
      contentType: 'application/json',
      body: JSON.stringify(taken ? { code: 'SUCCESS' } : { code: 'FAIL', message: '未通过核对' }),
    }),
    statement: (day) => statement(client, day),
  };
}

async function begin(parts: Parts, wish: ChargeWish): Promise<Next> {
  const { app, merchant, client, clock } = parts;
  const { payer } = wish;
  const asked = {
    ...{ appid: app, mchid: merchant, description: wish.title.slice(0, 40), out_trade_no: wish.tradeNumber },
    ...{ time_expire: wish.goodUntil.toISOString().replace(/\.\d+Z$/, 'Z'), notify_url: wish.tellTo },
    amount: { total: wish.fen, currency: 'CNY' },
  };
  if (payer.openId !== undefined) {
    const body = { ...asked, payer: { openid: payer.openId } };
    const reply = client.json(await client.ask('POST', '/v3/pay/transactions/jsapi', body));
    const key = createPrivateKey(parts.key);
    const prepay = textOf(reply, 'prepay_id');
    return { kind: 'wechat', wechat: browserPayment({ key }, { app, prepay, now: clock() }) };
  }
  if (payer.from === 'phone') {
    const scene = { payer_client_ip: payer.ip, h5_info: { type: 'Wap' } };
    const reply = client.json(
      await client.ask('POST', '/v3/pay/transactions/h5', { ...asked, scene_info: scene }),
    );
    const href = `${textOf(reply, 'h5_url')}&redirect_url=${encodeURIComponent(wish.returnTo)}`;
    return { kind: 'page', href };
  }
  const reply = client.json(await client.ask('POST', '/v3/pay/transactions/native', asked));
  return { kind: 'code', code: textOf(reply, 'code_url') };
}

type Transaction = {
  readonly appid?: string;
  readonly mchid?: string;
  readonly out_trade_no?: string;
  readonly transaction_id?: string;
  readonly trade_state?: string;
  readonly success_time?: string;
  readonly amount?: { readonly total?: number; readonly currency?: string };
};

function standingOf(parts: WechatMerchant, said: Transaction): Standing {
  const { trade_state: state } = said;
  if (state === 'CLOSED' || state === 'REVOKED' || state === 'PAYERROR') return { state: 'closed' };
  if (state !== 'SUCCESS' && state !== 'REFUND') return { state: 'open' };
  const paid = isOurs(parts, said) ? paidOf(said) : undefined;
  if (paid === undefined) throw new Error('the transaction is not the one that was asked about');
  return { state: 'paid', paid };
}

/** A charge is ours when both the merchant and the app are. */
function isOurs({ merchant, app }: WechatMerchant, { mchid, appid }: Transaction): boolean {
  return mchid === merchant && appid === app;
}

function paidOf({ out_trade_no: tradeNumber, transaction_id: transaction, amount, ...said }: Transaction) {
  const at = new Date(said.success_time ?? '');
  const { total, currency } = amount ?? {};
  if (tradeNumber === undefined || transaction === undefined || currency === undefined) return undefined;
  if (total === undefined || !Number.isSafeInteger(total) || Number.isNaN(at.getTime())) return undefined;
  return { tradeNumber, transaction, fen: total, currency, at } satisfies Paid;
}

async function refund(client: WechatClient, wish: RefundWish): Promise<'done' | 'under-way'> {
  const reply = client.json(
    await client.ask('POST', '/v3/refund/domestic/refunds', {
      ...{ out_trade_no: wish.tradeNumber, out_refund_no: wish.refundNumber },
      reason: wish.reason.slice(0, 26),
      amount: { refund: wish.fen, total: wish.paidFen, currency: 'CNY' },
    }),
  ) as { status?: string };
  if (reply.status === 'SUCCESS') return 'done';
  if (reply.status === 'PROCESSING') return 'under-way';
  throw new Error(`the refund ended as ${String(reply.status)}`);
}

/** The signature is checked over the bytes as they came, before anything in them is read. */
async function read(parts: Parts, message: Message): Promise<Heard> {
  const refusal = await parts.client.distrust(message);
  if (refusal !== undefined) return { ok: false, why: refusal };
  const told = JSON.parse(message.bytes.toString('utf8')) as { event_type?: string; resource?: Sealed };
  if (told.event_type !== 'TRANSACTION.SUCCESS') return { ok: true, said: 'other' };
  if (told.resource === undefined) return { ok: false, why: 'malformed' };
  const said = JSON.parse(unseal(parts.secret, told.resource)) as Transaction;
  if (!isOurs(parts, said)) return { ok: false, why: 'not-ours' };
  const paid = said.trade_state === 'SUCCESS' ? paidOf(said) : undefined;
  return paid === undefined ? { ok: false, why: 'malformed' } : { ok: true, said: 'paid', paid };
}

async function statement(client: WechatClient, day: string) {
  const of = async (kind: 'SUCCESS' | 'REFUND') => {
    const reply = await client.ask('GET', `/v3/bill/tradebill?bill_date=${day}&bill_type=${kind}`);
    if (reply.status === 400 && reply.bytes.includes('NO_STATEMENT_EXIST')) return [];
    const where = client.json(reply) as { download_url?: string; hash_value?: string };
    const bytes = await client.download(where.download_url ?? '');
    if (createHash('sha1').update(bytes).digest('hex') !== where.hash_value?.toLowerCase())
      throw new Error('the bill that came is not the one that was promised');
    return readWechatBill(bytes.toString('utf8'), kind === 'SUCCESS' ? 'paid' : 'refunded');
  };
  return [...(await of('SUCCESS')), ...(await of('REFUND'))];
}

function textOf(reply: unknown, name: string): string {
  const value = (reply as Record<string, unknown>)[name];
  if (typeof value !== 'string' || value === '') throw new Error(`the reply has no ${name}`);
  return value;
}

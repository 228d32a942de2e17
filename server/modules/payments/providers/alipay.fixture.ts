import { createSign, createVerify, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { shanghaiDay } from '@tongban/kernel';
import { type Charge, hasTrades, packBill } from './alipay-bill.fixture.ts';

const [app, seller] = ['2021000000000001', '2088000000000001'];
const started = new Date('2026-03-02T01:30:00Z');
type Fields = Record<string, string>;

/** 支付宝平台: a server on this machine that speaks the gateway's RSA2: checks every request and signs every reply. */
export async function createAlipayPlatform(clock: () => Date = () => started) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const charges = new Map<string, Charge>();
  const isFair = (given: Fields): boolean => {
    const text = joined(given, ['sign']);
    return createVerify('RSA-SHA256')
      .update(text)
      .verify(own.publicKey, given.sign ?? '', 'base64');
  };
  const sign = (text: string) => signText(theirs.privateKey, text);
  const state = { away: false };
  const server = createGateway({ charges, clock }, { isFair, sign, state });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  return {
    ...{ charges, isFair, state, gateway: theirs.privateKey },
    settings: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway.do`,
      ...{ app, seller, key: own.privateKey.export(pem).toString() },
      platformKey: theirs.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    pay(tradeNumber: string): string {
      const charge = charges.get(tradeNumber);
      if (charge === undefined) throw new Error('nothing to pay');
      const trade = `2026${randomBytes(6).toString('hex')}`;
      Object.assign(charge, { status: 'TRADE_SUCCESS', trade, paidOn: shanghaiDay(clock()) });
      return trade;
    },
    /** A notice as the platform posts it; `changes` are made before it is signed, by another key if one is given. */
    notice: (tradeNumber: string, changes: Fields = {}, key: KeyObject = theirs.privateKey): string => {
      const fields = { ...noticeOf(tradeNumber, charges.get(tradeNumber)), ...changes };
      const signed = signText(key, joined(fields, ['sign_type']));
      return new URLSearchParams({ ...fields, sign: signed }).toString();
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function signText(key: KeyObject, text: string): string {
  return createSign('RSA-SHA256').update(text).sign(key, 'base64');
}

type Talk = { charges: Map<string, Charge>; clock: () => Date };
type Seals = {
  isFair: (given: Fields) => boolean;
  sign: (text: string) => string;
  state: { away: boolean };
};

function createGateway(talk: Talk, { isFair, sign, state }: Seals) {
  return createServer((request, response) => {
    if (state.away) return void response.writeHead(502).end();
    if (request.url?.startsWith('/bill'))
      return void response.end(packBill(talk.charges, request.url.slice(-10)));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const given = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
      const { method = '' } = given;
      const asked = JSON.parse(given.biz_content ?? '{}') as Fields;
      const said = isFair(given)
        ? answer(talk, method, { ...asked, host: request.headers.host ?? '' })
        : { code: '40002', sub_code: 'isv.invalid-signature' };
      const text = JSON.stringify(said);
      response.end(`{"${method.replaceAll('.', '_')}_response":${text},"sign":"${sign(text)}"}`);
    });
  });
}

function noticeOf(tradeNumber: string, charge: Charge | undefined): Fields {
  const { trade = 'stray', amount = '15.00', paidOn = '2026-03-02' } = charge ?? {};
  return {
    ...{ app_id: app, seller_id: seller, out_trade_no: tradeNumber, trade_no: trade, total_amount: amount },
    ...{ trade_status: 'TRADE_SUCCESS', gmt_payment: `${paidOn} 09:30:00` },
    ...{ charset: 'utf-8', version: '1.0', sign_type: 'RSA2' },
    ...{ notify_id: randomBytes(8).toString('hex'), notify_time: '2026-03-02 09:30:01' },
  };
}

function joined(fields: Fields, without: readonly string[]): string {
  const names = Object.keys(fields).filter((name) => !without.includes(name) && fields[name] !== '');
  return names
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
}

function answer({ charges, clock }: Talk, method: string, asked: Fields): object {
  const { out_trade_no: trade = '' } = asked;
  if (method === 'alipay.trade.precreate') {
    charges.set(trade, { amount: asked.total_amount ?? '', status: 'WAIT_BUYER_PAY', refunds: new Set() });
    return { ...done, out_trade_no: trade, qr_code: `https://qr.alipay.example/${trade}` };
  }
  if (method === 'alipay.data.dataservice.bill.downloadurl.query') return billed(charges, asked);
  const charge = charges.get(trade);
  const about = charge && answers[method];
  if (charge === undefined || about === undefined) return { code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' };
  return { ...done, out_trade_no: trade, ...about(charge, { ...asked, day: shanghaiDay(clock()) }) };
}

const done = { code: '10000', msg: 'Success' };

function billed(charges: Map<string, Charge>, { host, bill_date: day = '' }: Fields): object {
  if (!hasTrades(charges, day)) return { code: '40004', sub_code: 'isp.bill_not_exist' };
  return { ...done, bill_download_url: `http://${host}/bill?bizType=trade&fileType=csv.zip&bizDates=${day}` };
}

/** What the platform answers about a charge it knows. */
const answers: Readonly<Record<string, (charge: Charge, asked: Fields) => object>> = {
  'alipay.trade.query': ({ status, trade, amount, paidOn }) => ({
    ...{ trade_status: status, trade_no: trade, total_amount: amount },
    send_pay_date: `${paidOn} 09:30:00`,
  }),
  'alipay.trade.close': (charge) => {
    charge.status = 'TRADE_CLOSED';
    return {};
  },
  'alipay.trade.refund': (charge, { out_request_no: number = '', refund_amount: amount = '', day = '' }) => {
    const again = charge.refunds.has(number);
    charge.refunds.add(number);
    if (!again) charge.back = [...(charge.back ?? []), { amount, day }];
    return { fund_change: again ? 'N' : 'Y', refund_fee: amount };
  },
  'alipay.trade.fastpay.refund.query': ({ refunds }, { out_request_no: number = '' }) => ({
    refund_status: refunds.has(number) ? 'REFUND_SUCCESS' : '',
  }),
};

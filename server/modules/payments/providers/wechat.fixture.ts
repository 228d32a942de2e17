import {
  createCipheriv,
  createHash,
  createPublicKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSigner } from '../../../platform/index.ts';
import { billOf, type Charge, hasBill } from './wechat-bill.fixture.ts';

const secret = 'kayak-kayak-kayak-kayak-kayak-32';
const [merchant, app, serial] = ['1900000001', 'wxkayak0000000001', 'MERCHANT01'];
const platformSerial = 'PLATFORM01';

export type WechatPlatform = Awaited<ReturnType<typeof createWechatPlatform>>;
type Key = Parameters<ReturnType<typeof createSign>['sign']>[0];

/** 微信支付平台: a server on this machine that speaks APIv3 as the platform does: checks every signature and signs every reply. */
export async function createWechatPlatform(clock: () => Date) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signer = await signerAt(clock());
  const expired = await signerAt(new Date(clock().getTime() - 11 * 365 * 86_400_000));
  const certificates = new Map([
    [platformSerial, signer],
    ['PLATFORM00', expired],
  ]);
  const charges = new Map<string, Charge>();
  const asked: string[] = [];
  const state = { away: false };
  const talk = {
    clock,
    charges,
    certificates,
    own: own.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  const server = serve({ ...talk, asked, state, signer });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ charges, asked, state, signer, expired },
    /** 换证书: another certificate is listed beside the old one, and may sign from now on. */
    async renew(serialNumber: string) {
      const next = await signerAt(clock());
      certificates.set(serialNumber, next);
      return { key: next.key, serial: serialNumber };
    },
    settings: {
      ...{ url, merchant, app, serial, secret },
      key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
    /** Somebody pays with their phone. */
    pay: (tradeNumber: string): string => pay(charges.get(tradeNumber), clock()),
    /** What the platform sends by itself, with anything in it changed that a test wants changed. */
    notice(tradeNumber: string, changes: NoticeChanges = {}) {
      const charge = charges.get(tradeNumber) ?? { fen: 1500, state: 'SUCCESS' };
      return noticeOf({ tradeNumber, charge, key: signer.key, clock }, changes);
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

type Serving = Talk & {
  own: string;
  asked: string[];
  state: { away: boolean };
  signer: { key: string };
};

function serve({ asked, state, signer, ...talk }: Serving) {
  const { clock } = talk;
  return createServer((request, response) => {
    void readAll(request).then((body) => {
      asked.push(`${request.method} ${request.url?.split('?')[0]}`);
      if (state.away) return response.writeHead(502).end();
      const isFair = isFairlySigned(talk.own, request, body);
      const reply = isFair ? answer(talk, request, body) : { status: 401, body: '{"code":"SIGN_ERROR"}' };
      const headers = signatureHeaders({ key: signer.key, clock, body: Buffer.from(reply.body) });
      return response.writeHead(reply.status, headers).end(reply.body);
    });
  });
}

function pay(charge: Charge | undefined, at: Date): string {
  if (charge === undefined) throw new Error('nothing to pay');
  const transaction = `42000000${randomBytes(6).toString('hex')}`;
  Object.assign(charge, { state: 'SUCCESS', transaction, at: at.toISOString() });
  return transaction;
}

/** A key with its certificate, made from a moment on; nothing of it stays on the disk. */
async function signerAt(now: Date) {
  const folder = await mkdtemp(join(tmpdir(), 'kayak-pay-'));
  try {
    return await demoSigner(join(folder, 'signer.json'), now);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export type NoticeChanges = {
  readonly said?: Readonly<Record<string, unknown>>;
  readonly amount?: { readonly total?: number; readonly currency?: string };
  readonly key?: Key;
  readonly serial?: string;
  readonly signedAt?: Date;
};

function noticeOf(
  {
    tradeNumber,
    charge,
    key,
    clock,
  }: { tradeNumber: string; charge: Charge; key: string; clock: () => Date },
  changes: NoticeChanges,
) {
  const said = {
    ...{
      mchid: merchant,
      appid: app,
      out_trade_no: tradeNumber,
      trade_state: 'SUCCESS',
      trade_type: 'NATIVE',
    },
    transaction_id: charge.transaction ?? '42000000stray',
    success_time: charge.at ?? clock().toISOString(),
    amount: { total: charge.fen, currency: 'CNY', ...changes.amount },
    ...changes.said,
  };
  const body = JSON.stringify({
    ...{ id: randomBytes(8).toString('hex'), create_time: clock().toISOString() },
    ...{ resource_type: 'encrypt-resource', event_type: 'TRANSACTION.SUCCESS', summary: '支付成功' },
    resource: seal(JSON.stringify(said), 'transaction'),
  });
  const at = changes.signedAt ?? clock();
  const wish = { key: changes.key ?? key, clock: () => at, body: Buffer.from(body) };
  return {
    headers: {
      ...signatureHeaders(wish),
      ...(changes.serial === undefined ? {} : { 'wechatpay-serial': changes.serial }),
    },
    body,
  };
}

function signatureHeaders({ key, clock, body }: { key: Key; clock: () => Date; body: Buffer }) {
  const timestamp = String(Math.floor(clock().getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const signed = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(body).update('\n');
  return {
    'content-type': 'application/json',
    'wechatpay-serial': platformSerial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signed.sign(key, 'base64'),
  };
}

function seal(text: string, about: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret), Buffer.from(nonce));
  cipher.setAAD(Buffer.from(about));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const ciphertext = bytes.toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: about, ciphertext };
}

function isFairlySigned(key: string, request: IncomingMessage, body: string): boolean {
  const [, parts = ''] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const given = Object.fromEntries(
    [...parts.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  if (given.mchid !== merchant || given.serial_no !== serial) return false;
  const text = [request.method, request.url, given.timestamp, given.nonce_str, body].map(
    (line) => `${line}\n`,
  );
  return createVerify('RSA-SHA256')
    .update(text.join(''))
    .verify(createPublicKey(key), given.signature ?? '', 'base64');
}

type Talk = {
  clock: () => Date;
  charges: Map<string, Charge>;
  certificates: Map<string, { certificate: string }>;
};

function answer(talk: Talk, request: IncomingMessage, body: string): { status: number; body: string } {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, kind] = /^\/v3\/pay\/transactions\/(native|h5|jsapi)$/.exec(url.pathname) ?? [];
  const [, trade, close] = /out-trade-no\/([^/]+)(\/close)?$/.exec(url.pathname) ?? [];
  if (url.pathname === '/v3/certificates') return json({ data: listed(talk) });
  if (kind !== undefined) return begun(talk, kind, JSON.parse(body));
  if (trade !== undefined) return close === undefined ? found(talk, trade) : closed(talk, trade);
  if (url.pathname === '/v3/refund/domestic/refunds') return refunded(talk, JSON.parse(body));
  if (url.pathname === '/v3/bill/tradebill') return billed(talk, url);
  if (url.pathname.startsWith('/v3/billdownload/')) return { status: 200, body: billAt(talk, url) };
  return { status: 404, body: '{}' };
}

function listed({ certificates }: Talk) {
  return [...certificates].map(([number, { certificate }]) => ({
    ...{
      serial_no: number,
      effective_time: '2020-01-01T00:00:00+08:00',
      expire_time: '2040-01-01T00:00:00+08:00',
    },
    encrypt_certificate: seal(certificate, 'certificate'),
  }));
}

function begun({ charges }: Talk, kind: string, asked: Record<string, unknown>) {
  const { mchid, appid, out_trade_no: trade, amount, notify_url: tellTo, payer } = asked;
  if (mchid !== merchant || appid !== app || typeof tellTo !== 'string')
    return { status: 400, body: '{"code":"PARAM_ERROR"}' };
  const { total, currency } = amount as { total: number; currency: string };
  if (currency !== 'CNY') return { status: 400, body: '{"code":"PARAM_ERROR"}' };
  charges.set(String(trade), { fen: total, state: 'NOTPAY' });
  if (kind === 'native') return json({ code_url: `weixin://wxpay/bizpayurl?pr=${trade}` });
  if (kind === 'h5') return json({ h5_url: `https://wx.example.invalid/pay?prepay_id=${trade}` });
  return payer === undefined
    ? { status: 400, body: '{"code":"PARAM_ERROR"}' }
    : json({ prepay_id: `wx${trade}` });
}

function found({ charges }: Talk, trade: string) {
  const charge = charges.get(trade);
  if (charge === undefined) return { status: 404, body: '{"code":"ORDER_NOT_EXIST"}' };
  const { fen, state, transaction, at } = charge;
  const paid =
    state === 'SUCCESS'
      ? { transaction_id: transaction, success_time: at, amount: { total: fen, currency: 'CNY' } }
      : {};
  return json({ mchid: merchant, appid: app, out_trade_no: trade, trade_state: state, ...paid });
}

function closed({ charges }: Talk, trade: string) {
  const charge = charges.get(trade);
  if (charge?.state === 'NOTPAY') charge.state = 'CLOSED';
  return { status: 200, body: '' };
}

function refunded(
  { charges, clock }: Talk,
  asked: { out_trade_no: string; amount: { refund: number; total: number } },
) {
  const charge = charges.get(asked.out_trade_no);
  if (charge?.state !== 'SUCCESS' || charge.fen !== asked.amount.total)
    return { status: 400, body: '{"code":"PARAM_ERROR"}' };
  // The first answer is that it is under way, as it mostly is.
  const first = charge.refundedFen === undefined;
  charge.refundedFen = asked.amount.refund;
  charge.refundedAt ??= clock().toISOString();
  return json({ status: first ? 'PROCESSING' : 'SUCCESS' });
}

function billed(talk: Talk, { origin, searchParams }: URL) {
  const [kind, day] = [searchParams.get('bill_type') ?? '', searchParams.get('bill_date') ?? ''];
  const url = new URL(`/v3/billdownload/${day}/${kind}`, origin);
  if (!hasBill(talk.charges, { kind, day })) return { status: 400, body: '{"code":"NO_STATEMENT_EXIST"}' };
  const hash = createHash('sha1').update(billAt(talk, url)).digest('hex');
  return json({ hash_type: 'SHA1', hash_value: hash, download_url: url.href });
}

function billAt({ charges }: Talk, { pathname }: URL): string {
  const [kind = '', day = ''] = pathname.split('/').toReversed();
  return billOf(charges, { kind, day });
}

function json(value: unknown) {
  return { status: 200, body: JSON.stringify(value) };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

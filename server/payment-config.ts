/** 微信支付商户: what the platform knows us by, and the key we sign with. */
type WechatMerchant = {
  readonly url: string;
  readonly merchant: string;
  readonly app: string;
  readonly serial: string;
  readonly key: string;
  readonly secret: string;
  /** 微信支付公钥: what newer merchants are given instead of certificates. */
  readonly publicKey?: { readonly id: string; readonly key: string };
};
/** 支付宝应用: what the platform knows us by, our key, and the one it signs with. */
type AlipayApplication = {
  readonly url: string;
  readonly app: string;
  readonly seller: string;
  readonly key: string;
  readonly platformKey: string;
};
export type PaymentPeers = { readonly wechat?: WechatMerchant; readonly alipay?: AlipayApplication };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the merchants; half of one is refused with the names of what is missing. */
export function paymentPeersOf(environment: Environment): PaymentPeers {
  const wechat = partsOf(environment, 'TONGBAN_WECHAT_PAY', ['MERCHANT', 'APP', 'SERIAL', 'KEY', 'SECRET']);
  const alipay = partsOf(environment, 'TONGBAN_ALIPAY', ['APP', 'SELLER', 'KEY', 'PLATFORM_KEY']);
  return {
    ...(wechat === undefined ? {} : { wechat: wechatOf(wechat, environment) }),
    ...(alipay === undefined ? {} : { alipay: alipayOf(alipay, environment.TONGBAN_ALIPAY_URL) }),
  };
}

function wechatOf(parts: Record<string, string>, environment: Environment): WechatMerchant {
  const { TONGBAN_WECHAT_PAY_URL: url = 'https://api.mch.weixin.qq.com' } = environment;
  const platform = partsOf(environment, 'TONGBAN_WECHAT_PAY_PUBLIC', ['KEY_ID', 'KEY']);
  const {
    MERCHANT: merchant = '',
    APP: app = '',
    SERIAL: serial = '',
    KEY: key = '',
    SECRET: secret = '',
  } = parts;
  if (Buffer.byteLength(secret) !== 32)
    throw new Error('TONGBAN_WECHAT_PAY_SECRET 应为 32 个字节的 APIv3 密钥');
  const publicKey = platform && { id: platform.KEY_ID ?? '', key: platform.KEY ?? '' };
  return {
    ...{ url, merchant, app, serial, key, secret },
    ...(publicKey === undefined ? {} : { publicKey }),
  };
}

function alipayOf(
  parts: Record<string, string>,
  url = 'https://openapi.alipay.com/gateway.do',
): AlipayApplication {
  const { APP: app = '', SELLER: seller = '', KEY: key = '', PLATFORM_KEY: platformKey = '' } = parts;
  return { url, app, seller, key, platformKey };
}

/** All parts of one merchant, or none. */
function partsOf(
  environment: Environment,
  prefix: string,
  names: readonly string[],
): Record<string, string> | undefined {
  const given = names.flatMap((name) => {
    const value = environment[`${prefix}_${name}`] ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  if (given.length === 0) return undefined;
  const brought = new Map(given);
  const missing = names.filter((name) => !brought.has(name)).map((name) => `缺少 ${prefix}_${name}`);
  if (missing.length > 0) throw new Error(missing.join('\n'));
  return Object.fromEntries(given);
}

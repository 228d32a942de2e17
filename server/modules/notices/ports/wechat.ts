import { type Carrier, createCarrierSimulator, type Handed, type Parcel, silence } from './carrier.ts';

/** 公众号: writes template messages to those who follow the bureau's account, and finds out who follows. */
export type Wechat = Carrier & {
  /** Whose account a code of WeChat’s sign-in stands for; undefined when the code is spent or wrong. */
  readonly findAccount: (code: string) => Promise<string | undefined>;
  /** Where WeChat asks somebody who they are, and sends them back from with a code and the state. */
  readonly joinAddress: (back: string, state: string) => string;
};
export type WechatPeer = { readonly url: string; readonly key: string; readonly secret: string };

const waitMs = 5000;
/** A token is given up a little before its end. */
const earlyMs = 300_000;
/** Codes by which the platform says that the token holds no more. */
const tokenCodes = [40001, 40014, 42001];
/** Codes by which it says that it is busy, or that too much is asked. */
const busyCodes = [-1, 45009, 45011];

/** Simulates an official account: everybody follows under an invented id. */
export function createWechatSimulator(): Wechat {
  return {
    ...createCarrierSimulator('wechat'),
    findAccount: (code) => Promise.resolve(`simulated-${code}`),
    joinAddress: (back, state) => `${back}?${new URLSearchParams({ code: 'demo', state })}`,
  };
}

/** Speaks to the platform of official accounts: access token kept until shortly before its end, template messages. */
export function createWechatAccount(peer: WechatPeer, clock: () => Date): Wechat {
  const tokens = createTokens(peer, clock);
  async function write(parcel: Parcel, isAgain: boolean): Promise<Handed> {
    if (parcel.template === undefined) return { how: 'refused', why: 'no-template' };
    const token = await tokens.current();
    const told = await ask(`${peer.url}/cgi-bin/message/template/send?access_token=${token}`, {
      touser: parcel.to,
      template_id: parcel.template.id,
      client_msg_id: parcel.reference.replaceAll('-', ''),
      data: Object.fromEntries(
        Object.entries(parcel.template.fields).map(([field, value]) => [field, { value }]),
      ),
    });
    if (!isAgain && tokenCodes.includes(numberIn(told, 'errcode') ?? 0)) {
      await tokens.renew(token);
      return write(parcel, true);
    }
    return meaningOf(told);
  }
  return {
    provider: 'wechat',
    kind: 'http',
    hand: (parcel) => write(parcel, false).catch(silence),
    joinAddress(back, state) {
      const query = new URLSearchParams({
        ...{ appid: peer.key, redirect_uri: back, response_type: 'code', scope: 'snsapi_base', state },
      });
      return `https://open.weixin.qq.com/connect/oauth2/authorize?${query}#wechat_redirect`;
    },
    async findAccount(code) {
      const { key, secret } = peer;
      const query = new URLSearchParams({ appid: key, secret, code, grant_type: 'authorization_code' });
      return textIn(await ask(`${peer.url}/sns/oauth2/access_token?${query}`), 'openid');
    },
  };
}

/** What the platform's answer says became of a message. */
function meaningOf(told: unknown): Handed {
  const code = numberIn(told, 'errcode');
  if (code === undefined) return { how: 'unknown', why: 'unreadable' };
  if (code === 0) return { how: 'taken', ref: String(numberIn(told, 'msgid') ?? '') };
  const passes = [...tokenCodes, ...busyCodes].includes(code);
  return { how: passes ? 'away' : 'refused', why: `wechat-${code}` };
}

/** 凭证: one token for all, fetched once however many wait for it. */
function createTokens(peer: WechatPeer, clock: () => Date) {
  let kept: { token: string; until: number } | undefined;
  let coming: Promise<string> | undefined;
  async function fetchToken(): Promise<string> {
    const query = new URLSearchParams({
      ...{ grant_type: 'client_credential', appid: peer.key, secret: peer.secret },
    });
    const told = await ask(`${peer.url}/cgi-bin/token?${query}`);
    const token = textIn(told, 'access_token');
    if (token === undefined) throw new Error('no token', { cause: { code: 'ECONNREFUSED' } });
    const lifeMs = (numberIn(told, 'expires_in') ?? 0) * 1000;
    kept = { token, until: clock().getTime() + lifeMs - earlyMs };
    return token;
  }
  const fresh = () => {
    coming ??= fetchToken().finally(() => {
      coming = undefined;
    });
    return coming;
  };
  return {
    current: () =>
      kept !== undefined && kept.until > clock().getTime() ? Promise.resolve(kept.token) : fresh(),
    /** Fetches a new token, unless somebody has already replaced the one that failed. */
    renew: async (failed: string) => {
      if (kept?.token === failed) kept = undefined;
      if (kept === undefined) await fresh();
    },
  };
}

async function ask(url: string, message?: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    ...(message === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(message),
        }),
    signal: AbortSignal.timeout(waitMs),
  });
  return answer.json();
}

function numberIn(told: unknown, key: string): number | undefined {
  const value = typeof told === 'object' && told !== null ? Reflect.get(told, key) : undefined;
  return typeof value === 'number' ? value : undefined;
}

function textIn(told: unknown, key: string): string | undefined {
  const value = typeof told === 'object' && told !== null ? Reflect.get(told, key) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

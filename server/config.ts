import { homedir } from 'node:os';
import { join } from 'node:path';
import { type MailServer, mailServerOf } from './mail-config.ts';
import { type PaymentPeers, paymentPeersOf } from './payment-config.ts';

/** 配置: everything the surroundings decide; read once, at the start. */
export type Config = {
  /** `demo` comes with invented people and pretend outsiders, on this machine only; `production` with nothing. */
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  /** Where our own database and uploaded files live. */
  readonly dataFolder: string;
  readonly database: { readonly url: string; readonly migratorUrl: string } | undefined;
  readonly poolSize: number;
  readonly logLevel: string;
  /** Port of the card reader's agent on every clerk's own machine; the desk may speak to it and nothing else. */
  readonly cardReaderPort: number | undefined;
  /** Address the public reaches us by, e.g. `https://tongban.example.gov.cn`. */
  readonly publicOrigin: string;
  /** How many proxies in front of us are ours. */
  readonly proxies: number;
  readonly secrets: Readonly<Record<string, string>>;
  /** Systems outside the house that are really there. */
  readonly peers: Readonly<Partial<Record<PeerName, Peer>>>;
  /** 支付渠道: the merchants money is collected as; one that is absent is not offered. */
  readonly payments: PaymentPeers;
  /** Where mail is handed over; absent where the bureau sends none. */
  readonly mail: MailServer | undefined;
  /** The key and certificate papers are signed with, as PEM; absent in the demo. */
  readonly signer: { readonly certificate: string; readonly key: string } | undefined;
  /** 密码套件: what new data keys are made for: `intl` (AES-256-GCM, SHA-256) or `gm` (SM4-CTR, SM3). */
  readonly suite: 'intl' | 'gm';
  /** How the audit is sealed. */
  readonly sealing: SealingConfig;
  /** 撤回时间: how many seconds a decision waits, and can be taken back, before it leaves; 0 lets it leave at once. */
  readonly decisionHoldSeconds: number;
  /** Where batches for the national platform are laid down; absent means inside the data folder. */
  readonly exchangeFolder: string | undefined;
  /** 小票机: where the receipt printer of each hall listens; a hall that is not named has none. */
  readonly receiptPrinters: ReadonlyMap<string, { readonly host: string; readonly port: number }>;
  /** 诉求分类模型: a model trained by hand; absent, the house learns its own from its content. */
  readonly hotlineModel: string | undefined;
  /** Pretend outsiders (simulators) admitted by name. */
  readonly simulators: readonly string[];
};

/** 审计封存: what the surroundings decide about the signed audit tree. */
export type SealingConfig = {
  /** 源: the name of this log, part of every checkpoint; it never changes. */
  readonly origin: string;
  /** The Ed25519 key checkpoints are signed with, as PEM; absent in the demo, which makes its own. */
  readonly key: string | undefined;
  /** The file outside the database that checkpoints are added to. */
  readonly anchor: string;
  /** A line unsealed for longer than this is a reason to worry, and then to stop sensitive acts of staff. */
  readonly warnMinutes: number;
  readonly refuseMinutes: number;
};

/** A system outside, spoken to by signed JSON. */
type Peer = { readonly url: string; readonly key: string; readonly secret: string };
const peerNames = [
  'sms',
  'sms2',
  'wechat',
  'register',
  'checks',
  'cabinet',
  'courier',
  'ratings',
  'telephone',
  'insight',
  'bills',
] as const;
type PeerName = (typeof peerNames)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets a production system must bring. */
const neededSecrets = ['TONGBAN_VAULT_SECRET'] as const;

/** Everything a production system must bring. */
const needed = [
  ...neededSecrets,
  'TONGBAN_ORIGIN',
  'TONGBAN_SIGN_CERTIFICATE',
  'TONGBAN_SIGN_KEY',
  'TONGBAN_AUDIT_KEY',
] as const;

/** Reads the surroundings; throws one sentence naming everything that is missing or wrong. */
export function readConfig(environment: Environment): Config {
  const mode = modeOf(environment);
  const host = environment.HOST ?? '127.0.0.1';
  const port = portOf(environment.PORT);
  const faults = mode === 'production' ? productionFaults(environment) : demoFaults(host);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    mode,
    host,
    port,
    dataFolder: folderOf(environment),
    database: databaseOf(environment),
    poolSize: Number(environment.TONGBAN_POOL ?? 10),
    logLevel: environment.TONGBAN_LOG ?? 'info',
    cardReaderPort: readerPortOf(environment.TONGBAN_CARD_READER_PORT),
    publicOrigin: environment.TONGBAN_ORIGIN ?? `http://${host}:${port}`,
    proxies: Number(environment.TONGBAN_PROXIES ?? 0),
    secrets: secretsOf(environment),
    peers: peersOf(environment),
    payments: paymentPeersOf(environment),
    mail: mailServerOf(environment),
    signer: signerOf(environment),
    suite: suiteOf(environment.TONGBAN_SUITE),
    sealing: sealingOf(environment, mode),
    decisionHoldSeconds: holdOf(environment.TONGBAN_HOLD),
    exchangeFolder: environment.TONGBAN_EXCHANGE_FOLDER,
    receiptPrinters: printersOf(environment.TONGBAN_PRINTERS),
    hotlineModel: environment.TONGBAN_HOTLINE_MODEL,
    simulators: listOf(environment.TONGBAN_SIMULATORS),
  };
}

/** The surroundings of this process. */
export function readEnvironment(): Environment {
  // the one place where the surroundings are read
  return process.env;
}

function modeOf(environment: Environment): Config['mode'] {
  const production = environment.TONGBAN_MODE === 'production' || environment.NODE_ENV === 'production';
  return production ? 'production' : 'demo';
}

function portOf(text = '8080'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT 不是端口号: ${text}`);
  return port;
}

function readerPortOf(text = ''): number | undefined {
  if (text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Error(`TONGBAN_CARD_READER_PORT 不是端口号: ${text}`);
}

function demoFaults(host: string): string[] {
  const loopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return loopback
    ? []
    : [`演示模式只能在本机打开，HOST 不能是 ${host}。正式使用时设 TONGBAN_MODE=production`];
}

function productionFaults(environment: Environment): string[] {
  const missing = needed.filter((name) => (environment[name] ?? '') === '');
  const weak = neededSecrets.filter(
    (name) => (environment[name] ?? '') !== '' && (environment[name] ?? '').length < 32,
  );
  return [...missing.map((name) => `缺少 ${name}`), ...weak.map((name) => `${name} 至少 32 个字符`)];
}

function databaseOf(environment: Environment): Config['database'] {
  const url = environment.DATABASE_URL;
  return url === undefined || url === ''
    ? undefined
    : { url, migratorUrl: environment.DATABASE_MIGRATOR_URL ?? url };
}

function suiteOf(text = 'intl'): Config['suite'] {
  if (text !== 'intl' && text !== 'gm') throw new Error(`TONGBAN_SUITE 只能是 intl 或 gm: ${text}`);
  return text;
}

function sealingOf(environment: Environment, mode: Config['mode']): SealingConfig {
  const named = environment.TONGBAN_ORIGIN;
  const host =
    mode === 'production' && URL.canParse(named ?? '') ? new URL(named ?? '').host : 'tongban.demo';
  return {
    origin: environment.TONGBAN_AUDIT_ORIGIN ?? `${host}/audit`,
    key: environment.TONGBAN_AUDIT_KEY,
    anchor: environment.TONGBAN_AUDIT_ANCHOR ?? join(folderOf(environment), 'audit-checkpoints.txt'),
    warnMinutes: Number(environment.TONGBAN_AUDIT_WARN_MINUTES ?? 15),
    refuseMinutes: Number(environment.TONGBAN_AUDIT_REFUSE_MINUTES ?? 240),
  };
}

function folderOf(environment: Environment): string {
  return environment.TONGBAN_DATA ?? defaultFolder(environment);
}

function defaultFolder(environment: Environment): string {
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'tongban');
}

function secretsOf(environment: Environment): Record<string, string> {
  const brought = neededSecrets.flatMap((name) => {
    const value = environment[name] ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(brought);
}

function peersOf(environment: Environment): Config['peers'] {
  const found = peerNames.flatMap((name) => {
    const prefix = `TONGBAN_${name.toUpperCase()}`;
    const [url, key, secret] = ['URL', 'KEY', 'SECRET'].map((part) => environment[`${prefix}_${part}`]);
    return url === undefined || key === undefined || secret === undefined
      ? []
      : [[name, { url, key, secret }] as const];
  });
  return Object.fromEntries(found);
}

function signerOf(environment: Environment): Config['signer'] {
  const { TONGBAN_SIGN_CERTIFICATE: certificate, TONGBAN_SIGN_KEY: key } = environment;
  return certificate === undefined || key === undefined ? undefined : { certificate, key };
}

function holdOf(text = '10'): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 600)
    throw new Error(`TONGBAN_HOLD 应为 0 到 600 的整数秒: ${text}`);
  return seconds;
}

/** `HALL=HOST:PORT`, with commas between; the port every receipt printer listens on may be left out. */
function printersOf(text: string | undefined): Config['receiptPrinters'] {
  return new Map(
    listOf(text).map((one) => {
      const [, hall, host, port = '9100'] = /^([a-z][\w-]*)=([\w.-]+?)(?::(\d+))?$/.exec(one) ?? [];
      if (hall !== undefined && host !== undefined) return [hall, { host, port: portOf(port) }];
      throw new Error(`TONGBAN_PRINTERS 应写成“大厅=地址:端口”: ${one}`);
    }),
  );
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

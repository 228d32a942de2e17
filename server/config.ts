import { homedir } from 'node:os';
import { join } from 'node:path';

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
  /** Address the public reaches us by, e.g. `https://tongban.example.gov.cn`. */
  readonly publicOrigin: string;
  /** How many proxies in front of us are ours. */
  readonly proxies: number;
  readonly secrets: Readonly<Record<string, string>>;
  /** Systems outside the house that are really there. */
  readonly peers: Readonly<Partial<Record<PeerName, Peer>>>;
  /** The key and certificate papers are signed with, as PEM; absent in the demo. */
  readonly signer: { readonly certificate: string; readonly key: string } | undefined;
  /** Pretend outsiders (simulators) admitted by name. */
  readonly simulators: readonly string[];
};

/** A system outside, spoken to by signed JSON. */
type Peer = { readonly url: string; readonly key: string; readonly secret: string };
const peerNames = ['sms', 'register'] as const;
type PeerName = (typeof peerNames)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets a production system must bring. */
const neededSecrets = ['TONGBAN_VAULT_SECRET'] as const;

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
    dataFolder: environment.TONGBAN_DATA ?? defaultFolder(environment),
    database: databaseOf(environment),
    poolSize: Number(environment.TONGBAN_POOL ?? 10),
    logLevel: environment.TONGBAN_LOG ?? 'info',
    publicOrigin: environment.TONGBAN_ORIGIN ?? `http://${host}:${port}`,
    proxies: Number(environment.TONGBAN_PROXIES ?? 0),
    secrets: secretsOf(environment),
    peers: peersOf(environment),
    signer: signerOf(environment),
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

function demoFaults(host: string): string[] {
  const loopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return loopback
    ? []
    : [`演示模式只能在本机打开，HOST 不能是 ${host}。正式使用时设 TONGBAN_MODE=production`];
}

function productionFaults(environment: Environment): string[] {
  const missing = [...neededSecrets, 'TONGBAN_ORIGIN', 'TONGBAN_SIGN_CERTIFICATE', 'TONGBAN_SIGN_KEY'].filter(
    (name) => (environment[name] ?? '') === '',
  );
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

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** 屋: the real system as a child process on its own port and data folder. */
export type House = {
  readonly origin: string;
  readonly folder: string;
  readonly pid: number;
  /** Ends in order. */
  readonly stop: () => Promise<void>;
  /** Ends like a power cut: the server alone, its database goes on. */
  readonly kill: () => Promise<void>;
};

export type HouseWish = {
  readonly folder: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** What Node has compiled of the server is kept, because many houses are opened in a run. */
const compiled = join(tmpdir(), 'tongban-compiled');

/** A fresh data folder that the account of the database may enter. */
export function newFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tongban-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** A port nobody listens on; the house prints its address into papers, so it must be known before. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts a house and waits until it is open. */
export async function openHouse({ folder, port, environment = {} }: HouseWish): Promise<House> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      TONGBAN_DATA: folder,
      NODE_COMPILE_CACHE: compiled,
      PORT: String(port),
      HOST: '127.0.0.1',
      // Decisions leave at once, unless a journey asks for the seconds in which they can be taken back.
      TONGBAN_HOLD: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await untilOpen(child);
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await gone;
  };
  return { origin, folder, pid: child.pid ?? 0, stop: end('SIGTERM'), kill: end('SIGKILL') };
}

function untilOpen(child: ChildProcess): Promise<string> {
  const told: string[] = [];
  return new Promise((resolve, reject) => {
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error('a child without pipes');
    createInterface(stdout).on('line', (line) => {
      told.push(line);
      if (line.startsWith('open ')) resolve(line.slice('open '.length));
    });
    createInterface(stderr).on('line', (line) => told.push(line));
    child.once('exit', (code) => reject(new Error(`the house did not open (${code}):\n${told.join('\n')}`)));
  });
}

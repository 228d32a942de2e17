import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The account PostgreSQL runs under when we ourselves are root, which it refuses to be. */
export type Owner = { readonly uid: number; readonly gid: number };

const nobody: Owner = { uid: 65_534, gid: 65_534 };

/** Finds or makes the account for PostgreSQL; undefined when we are an ordinary user and it can be us. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = accountNamed('postgres');
  if (known !== undefined) return known;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  return accountNamed('postgres') ?? nobody;
}

/** A folder only the owner may use, made if it is missing. */
export function makeFolder(folder: string, owner: Owner | undefined, mode = 0o700): string {
  mkdirSync(folder, { recursive: true, mode });
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, mode);
  return folder;
}

/** The data folder itself, or one below /var/lib when the owner cannot reach into it (as below /root). */
export function reachableFolder(folder: string, owner: Owner | undefined): string {
  mkdirSync(folder, { recursive: true });
  if (owner === undefined || mayEnter(folder, owner)) return folder;
  const elsewhere = join('/var/lib/tongban', shortDigest(folder));
  mkdirSync(elsewhere, { recursive: true });
  return elsewhere;
}

/** The programs where the owner can run them: in place, or copied once to a place open to all. */
export function runnableHome(home: string, owner: Owner | undefined): string {
  if (owner === undefined || mayRun(home, owner)) return home;
  const copy = join('/var/lib/tongban', `${basename(home)}-${shortDigest(home)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(home, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return copy;
}

/** A short name for a long path. */
export function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function accountNamed(name: string): Owner | undefined {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

function mayEnter(folder: string, owner: Owner): boolean {
  return spawnSync('test', ['-x', folder], { ...owner, cwd: '/' }).status === 0;
}

function mayRun(home: string, owner: Owner): boolean {
  return spawnSync(join(home, 'bin', 'postgres'), ['--version'], { ...owner, cwd: '/' }).status === 0;
}

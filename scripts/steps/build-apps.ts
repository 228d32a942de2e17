import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

type Tell = (line: string) => void;

const root = join(import.meta.dirname, '..', '..');
const stampFile = join(root, 'dist', 'stamp');
const sources = ['apps', 'packages', 'package-lock.json'];
/** An app with this entry is also rendered on the server. */
const serverEntry = join('src', 'server.tsx');

/** Builds the apps when one of their sources has changed since the last time, in a process of its own. */
export async function buildIfChanged(tell: Tell): Promise<void> {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(sources)) return;
  tell('正在生成页面 · building the screens');
  const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('页面没有生成，原因见上 · the screens could not be built');
}

/** Builds every app that has a Vite configuration, and notes what it was built from. */
export async function buildApps(tell: Tell): Promise<void> {
  const stamp = stampOf(sources);
  for (const app of readdirSync(join(root, 'apps')))
    if (existsSync(join(root, 'apps', app, 'vite.config.ts'))) await buildApp(app, tell);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** The client comes first: the server's bundle names its files, which carry a digest. */
async function buildApp(app: string, tell: Tell): Promise<void> {
  const { build } = await import('vite');
  const folder = join(root, 'apps', app);
  const common = { root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' as const };
  const began = performance.now();
  await build(common);
  if (existsSync(join(folder, serverEntry))) await build({ ...common, build: { ssr: true } });
  tell(`  ${app} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** A digest of everything the apps are made from. */
function stampOf(paths: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of paths.flatMap((path) => filesIn(join(root, path))).sort())
    digest.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|\.test\.tsx?$/.test(file));
}

// Runs on whatever Node the machine has (20 or newer) and before anything is installed: imports nothing outside node:.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestMajor = 20;
const neededMajor = 24;

/**
 * Makes the packages present and hands over to the pinned Node. Tells whether this process is already the right one;
 * when it is not, the work goes on in a child and this process only passes signals on and ends as the child does.
 */
export function isReady(script) {
  process.chdir(root);
  const major = Number(process.versions.node.split('.', 1)[0]);
  if (major < oldestMajor)
    give(`需要 Node ${oldestMajor} 或更新，现在是 ${process.versions.node} · Node ${oldestMajor}+ is needed`);
  if (!isInstalled()) install();
  if (major >= neededMajor) return true;
  handOver(script);
  return false;
}

/** Whether what is installed is what the lock file asks for. */
function isInstalled() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(asked).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || wanted.optional === true || wanted.link === true) return true;
    return present[path]?.version === wanted.version;
  });
}

function install() {
  console.log('正在安装依赖，第一次约需一分钟 · installing packages');
  const shell = platform() === 'win32';
  // Not `npm ci`: it refuses to start where a registry lacks a build for some other platform.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', ...quiet], {
    stdio: 'inherit',
    shell,
  });
  if (done.status !== 0) give('依赖没有装好，检查网络或 npm 的设置后再试 · packages could not be installed');
}

function handOver(script) {
  const child = spawn(pinnedNode(), [script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1);
  });
}

function pinnedNode() {
  const names = [`node-${platform()}-${arch()}`, `node-bin-${platform()}-${arch()}`];
  const found = names.map((name) => join(root, 'node_modules', name, 'bin', 'node')).find(existsSync);
  return (
    found ??
    give(
      `没有适合 ${platform()}-${arch()} 的 Node ${neededMajor}，先装好它再启动 · install Node ${neededMajor}`,
    )
  );
}

function give(reason) {
  console.error(reason);
  process.exit(1);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { freePort, newFolder, openHouse } from '../e2e/house/house.ts';

/** 页面测速: item page and guide page beside a bare Fastify “hello” in the same run, and what a first visit weighs. */
const seconds = 5;
const warmSeconds = 2;
const connections = 10;
const budgets = { firstJs: 60, css: 15, guideHtmlAndCss: 30 };

const folder = newFolder('bench-pages');
const house = await openHouse({ folder, port: await freePort(), environment: { TONGBAN_LOG: 'silent' } });
const hello = await openHello();
const speeds = {
  hello: await speedOf(hello.origin),
  item: await speedOf(`${house.origin}/items/move-spouse`),
  guide: await speedOf(`${house.origin}/items/move-spouse/guide`),
};
const kB = await weigh(house.origin);
await house.stop();
hello.stop();
rmSync(folder, { recursive: true, force: true });

console.table(speeds);
console.table(
  Object.entries(kB).map(([what, weight]) => ({
    what,
    'kB gzip': weight,
    budget: what in budgets ? budgets[what as keyof typeof budgets] : '',
  })),
);
const within = Object.keys(budgets).every((what) => isWithin(what as keyof typeof budgets));
console.log(
  JSON.stringify({
    ...speeds,
    ratioItem: round(speeds.item.perSecond / speeds.hello.perSecond),
    ratioGuide: round(speeds.guide.perSecond / speeds.hello.perSecond),
    kB,
    budgets,
    within,
  }),
);

function isWithin(what: keyof typeof budgets): boolean {
  return kB[what] <= budgets[what];
}

type Speed = { perSecond: number; p50Ms: number; p95Ms: number; failed: number };

/** Requests a second and how long the slowest of twenty takes, after a warm-up. */
async function speedOf(url: string): Promise<Speed> {
  await autocannon({ url, connections, duration: warmSeconds });
  const times: number[] = [];
  const run = autocannon({ url, connections, duration: seconds });
  run.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  const { requests, non2xx, errors } = await run;
  times.sort((one, other) => one - other);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? Number.NaN);
  return { perSecond: round(requests.average), p50Ms: at(0.5), p95Ms: at(0.95), failed: non2xx + errors };
}

async function openHello() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hello.ts')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (child.stdout === null) throw new Error('a child without output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { origin: line.slice('open '.length), stop: () => child.kill() };
}

/** What a first visit to the home page and to the guide brings over the wire, compressed. */
async function weigh(origin: string) {
  const home = await textAt(`${origin}/`);
  const guide = await textAt(`${origin}/items/move-spouse/guide`);
  const item = await textAt(`${origin}/items/move-spouse`);
  const css = weightOf(await Promise.all(sheetsOf(home).map((path) => textAt(origin + path))));
  const scripts = await scriptsOf(origin, home);
  return {
    homeHtml: weightOf([home]),
    itemHtml: weightOf([item]),
    guideHtml: weightOf([guide]),
    css,
    firstJs: weightOf([...scripts.values()]),
    everyJs: weightOf(builtScripts()),
    guideHtmlAndCss: round(weightOf([guide]) + css),
  };
}

/** Every script the page loads before anybody does anything: its own and what those import outright. */
async function scriptsOf(origin: string, html: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const open = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, path = '']) => path);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const text = await textAt(origin + path);
    found.set(path, text);
    const imports = text.matchAll(/(?:^|[;}\s])(?:import|export)[^;'"()]*["'](\.{1,2}\/[^"']+)["']/g);
    for (const [, target = ''] of imports) open.push(new URL(target, origin + path).pathname);
  }
  return found;
}

/** Every script of the portal, loaded first or later. */
function builtScripts(): string[] {
  const assets = join(import.meta.dirname, '..', 'dist', 'portal', 'client', 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  return names.map((name) => readFileSync(join(assets, name), 'utf8'));
}

function sheetsOf(html: string): string[] {
  return [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => path);
}

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

function weightOf(texts: readonly string[]): number {
  return round(texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1024);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

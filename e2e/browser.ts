import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';

const systemChromium = '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Opens a browser: the one named in TONGBAN_CHROMIUM, else Debian's, else the one shipped inside an npm package with
 * fonts from an npm package. Nothing is downloaded; many processes may share it.
 */
export async function openBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({ ...(await launchOptions()), host: '127.0.0.1' });
}

async function launchOptions() {
  const { executablePath, env } = await findChromium();
  return {
    executablePath,
    args: flags,
    env: { ...process.env, LANG: 'C.UTF-8', ...env } as Record<string, string>,
  };
}

async function findChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const named = process.env.TONGBAN_CHROMIUM;
  if (named !== undefined && named !== '') return { executablePath: named, env: {} };
  if (existsSync(systemChromium)) return { executablePath: systemChromium, env: {} };
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), env: { FONTCONFIG_FILE: fontConfig() } };
}

/** A font configuration that knows only the Chinese fonts of an npm package. */
function fontConfig(): string {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  const folder = join(tmpdir(), 'tongban-fonts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  const aliases = ['sans-serif', 'serif', 'monospace', 'system-ui']
    .map(
      (family) =>
        `<alias><family>${family}</family><prefer><family>Noto Sans SC</family><family>Noto Sans Hans</family></prefer></alias>`,
    )
    .join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir>${aliases}</fontconfig>`,
  );
  return file;
}

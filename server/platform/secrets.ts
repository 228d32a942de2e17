import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** A secret the operator brought; the demo makes its own once and keeps it beside its data. */
export function secretNamed(config: Config, name: string): string {
  const brought = config.secrets[name];
  if (brought !== undefined) return brought;
  if (config.mode === 'production') throw new Error(`缺少 ${name}`);
  const folder = join(config.dataFolder, 'secrets');
  const file = join(folder, name.toLowerCase());
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

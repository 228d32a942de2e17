import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemas } from '@tongban/catalogue/author';
import type { Printed } from './read.ts';

/** 编辑器补全: writes a JSON Schema for every kind of content file, or tells which ones are stale. */
export function schema(folder: string, options: readonly string[]): Printed {
  const files = Object.entries(schemas()).map(([name, value]) => ({
    path: join(folder, 'schema', `${name}.json`),
    text: `${JSON.stringify(value, null, 2)}\n`,
  }));
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (options.includes('--check')) {
    if (stale.length === 0) return { lines: [`${files.length} 份都是最新的。`], code: 0 };
    const lines = stale.map(({ path }) => `${path} 不是最新的`);
    return { lines: [...lines, '运行 npm run content -- schema 重新写出。'], code: 1 };
  }
  mkdirSync(join(folder, 'schema'), { recursive: true });
  for (const { path, text } of stale) writeFileSync(path, text);
  return { lines: [`写出 ${stale.length} 份，共 ${files.length} 份。`], code: 0 };
}

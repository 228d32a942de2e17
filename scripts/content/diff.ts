import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ItemEdition } from '@tongban/catalogue';
import { compileItem, diffEditions, type Finding, findingText, readFolder } from '@tongban/catalogue/author';
import { contentFiles, type Printed } from './read.ts';

type Found = { ok: true; edition: ItemEdition } | { ok: false; lines: string[] };

/** 比较两个版本: what changes for whom, as sentences with shares. */
export function diff(folder: string, [old, now]: readonly string[]): Printed {
  if (old === undefined || now === undefined) return { lines: ['写明两个版本：diff <旧> <新>'], code: 1 };
  const before = findEdition(folder, old);
  const after = findEdition(folder, now);
  if (!before.ok) return { lines: before.lines, code: 1 };
  if (!after.ok) return { lines: after.lines, code: 1 };
  const sentences = diffEditions(before.edition, after.edition);
  return { lines: sentences.length === 0 ? ['两个版本没有差别。'] : sentences, code: 0 };
}

/** An item id, the path of an item folder, or the path of an edition as JSON. */
export function findEdition(folder: string, wish: string): Found {
  const inContent = join(folder, 'items', wish);
  const path = existsSync(inContent) ? inContent : resolve(wish);
  if (!existsSync(path)) return { ok: false, lines: [`没有事项“${wish}”，也没有这个文件夹或文件`] };
  return statSync(path).isDirectory() ? compiled(path) : stored(path);
}

function compiled(path: string): Found {
  const files = contentFiles(path).map(({ path: name, text }) => ({
    path: `${basename(path)}/${name}`,
    text,
  }));
  const reading = readFolder(files);
  if (!reading.ok)
    return { ok: false, lines: reading.findings.map((finding: Finding) => findingText(finding)) };
  const result = compileItem(reading.folder);
  if (result.ok) return result;
  return { ok: false, lines: result.problems.map(({ message }) => `${path}：${message}`) };
}

/** Only the folder of a stored edition is read; its guide is compiled anew, so that both sides are of one make. */
function stored(path: string): Found {
  const edition: ItemEdition = JSON.parse(readFileSync(path, 'utf8'));
  const result = compileItem(edition.folder);
  if (result.ok) return result;
  return { ok: false, lines: result.problems.map(({ message }) => `${path}：${message}`) };
}

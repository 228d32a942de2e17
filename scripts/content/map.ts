import { writeFileSync } from 'node:fs';
import { mapItem } from '@tongban/catalogue/author';
import { findEdition } from './diff.ts';
import type { Printed } from './read.ts';

/** 一图看懂: the guide of an item as SVG and as text; the SVG goes to a file when one is named. */
export function map(folder: string, [item, file]: readonly string[]): Printed {
  if (item === undefined) return { lines: ['写明事项：map <事项> [文件.svg]'], code: 1 };
  const found = findEdition(folder, item);
  if (!found.ok) return { lines: found.lines, code: 1 };
  const { svg, text } = mapItem(found.edition);
  if (file === undefined) return { lines: [svg], code: 0 };
  writeFileSync(file, `${svg}\n`);
  return { lines: [text, `图已写到 ${file}`], code: 0 };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  type ContentFile,
  type ContentLoading,
  type Finding,
  findingText,
  loadContent,
} from '@tongban/catalogue/author';

/** What a command prints and the code it ends with. */
export type Printed = { lines: string[]; code: 0 | 1 };

/** Every YAML and CSV file below a folder, named by its path inside it. */
export function contentFiles(folder: string): ContentFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|csv)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') };
    });
}

export function loadFolder(folder: string): ContentLoading {
  return loadContent(contentFiles(folder));
}

/** The findings as lines a terminal can open, and a closing line that says what follows from them. */
export function refused(findings: readonly Finding[]): Printed {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return { lines: [...errors.map(findingText), `共 ${errors.length} 处错误，内容没有载入。`], code: 1 };
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler says of the signatures of a paper; undefined where poppler is not installed. */
export function signaturesOf(pdf: Uint8Array): string | undefined {
  return poppler('pdfsig', ['-nocert'], pdf);
}

/** The text of a paper; undefined where poppler is not installed. */
export function textOf(pdf: Uint8Array): string | undefined {
  return poppler('pdftotext', ['-layout'], pdf);
}

function poppler(program: string, options: string[], pdf: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-paper-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  const args = program === 'pdftotext' ? [...options, file, '-'] : [...options, file];
  const done = spawnSync(program, args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return done.error === undefined ? done.stdout : undefined;
}

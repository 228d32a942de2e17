import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf, manifestOf } from './manifest.ts';
import type { Batch, ExchangeTable } from './tables.ts';

/**
 * Writes a batch as a folder of CSV files, one per table that has rows, with a manifest. The folder appears under its name only when it
 * is whole; it names people, so only the account of the server may read it.
 */
export async function writeBatch(
  folder: string,
  about: Batch,
  tables: readonly ExchangeTable[],
): Promise<string[]> {
  const { batch } = about;
  const half = join(folder, `.${batch}.half`);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await chmod(half, 0o700);
  const written = tables.filter(({ rows }) => rows.length > 0);
  for (const table of written) await writeWhole(join(half, fileOf(table.name)), csvOf(table));
  await writeWhole(join(half, 'manifest.json'), manifestOf(tables, about));
  await rename(half, join(folder, batch));
  await syncFolder(folder);
  return written.map(({ name }) => fileOf(name));
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** RFC 4180 with CRLF; every value is quoted. */
function csvOf({ columns, rows }: ExchangeTable): string {
  const line = (values: readonly string[]) =>
    values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
  const lines = [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))];
  return `${lines.join('\r\n')}\r\n`;
}

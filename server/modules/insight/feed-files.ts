import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shanghaiDay } from '@tongban/kernel';
import type { FeedLine } from './store-feed.ts';

const mostBytes = 16 * 1024 * 1024;
const tailBytes = 64 * 1024;

/**
 * 文件: JSON lines, a new file each day and whenever one has become large. What was written but not noted as written is found at the
 * end of the file again and not written twice.
 */
export function createFeedFiles(dataFolder: string, most = mostBytes) {
  const folder = join(dataFolder, 'feed');
  return {
    folder,
    async append(lines: readonly FeedLine[], now: Date): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const day = shanghaiDay(now).replaceAll('-', '');
      const { name, part } = await newest(folder, day);
      const last = name === undefined ? 0 : await lastSeq(join(folder, name));
      const fresh = lines.filter(({ seq }) => seq > last);
      if (fresh.length === 0) return;
      const isFull = name !== undefined && (await stat(join(folder, name))).size >= most;
      const current = isFull || !name?.includes(day) ? fileName(day, part + 1) : name;
      await writeLines(join(folder, current), fresh);
    },
  };
}

const fileName = (day: string, part: number) => `orders-${day}-${String(part).padStart(3, '0')}.jsonl`;

/** The file written last, of any day, and the last part of this day. */
async function newest(folder: string, day: string): Promise<{ name?: string; part: number }> {
  const names = (await readdir(folder)).filter((one) => /^orders-\d{8}-\d{3}\.jsonl$/.test(one)).sort();
  const name = names.at(-1);
  const part = Number(
    names
      .filter((one) => one.includes(`-${day}-`))
      .at(-1)
      ?.slice(16, 19) ?? 0,
  );
  return { ...(name === undefined ? {} : { name }), part };
}

/** The number of the last whole line. */
async function lastSeq(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const whole = buffer.toString('utf8').split('\n').slice(0, -1).at(-1);
    return whole === undefined ? 0 : (JSON.parse(whole) as FeedLine).seq;
  } finally {
    await file.close();
  }
}

/** A line that was cut off in a fall is taken away first; it is written again whole. */
async function writeLines(path: string, lines: readonly FeedLine[]): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const whole = size - length + buffer.lastIndexOf(10) + 1;
    if (whole < size) await file.truncate(whole);
    await file.appendFile(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

import type { Open311Format, Open311Search } from '@tongban/contract';
import { Problem } from '@tongban/kernel';

export type Status = 'open' | 'closed';
export type Period = { readonly from: Date; readonly to: Date };
export type Page = { readonly limit: number; readonly offset: number };

const dayMs = 86_400_000;
/** Both are limits of GeoReport v2. */
const mostDays = 90;
const most = 1000;
const mostPages = 1000;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** 时间范围: of at most ninety days; where one end is left open, ninety days from the other, and the last ninety otherwise. */
export function readPeriod(
  { start_date: start, end_date: end }: Pick<Open311Search, 'start_date' | 'end_date'>,
  now: Date,
): Period {
  const [first, last] = [readMoment('start_date', start), readMoment('end_date', end)];
  const from = first ?? new Date((last ?? now).getTime() - mostDays * dayMs);
  const to = last ?? new Date(Math.min(now.getTime(), from.getTime() + mostDays * dayMs));
  if (to < from && first !== undefined && last !== undefined)
    throw refused('period', 'end_date 早于 start_date，两个对调后再查 · end_date is before start_date');
  if (to.getTime() - from.getTime() > mostDays * dayMs)
    throw refused(
      'period',
      '一次最多查 90 天，把 start_date 和 end_date 改近一些 · the range may span at most 90 days',
    );
  return { from, to };
}

/** A plus that a client left as it is arrives as a space. */
function readMoment(name: string, text: string | undefined): Date | undefined {
  if (text === undefined || text === '') return undefined;
  const written = text.replace(' ', '+');
  const read = new Date(written);
  if (moment.test(written) && !Number.isNaN(read.getTime())) return read;
  throw refused(
    'moment',
    `${name} 要带时区，例如 2026-03-02T09:30:00+08:00 · ${name} is a W3C date and time with its zone`,
  );
}

/** 分页: the first thousand, or pages of as many as one asks for. */
export function readPage({
  page = '1',
  page_size: size = String(most),
}: Pick<Open311Search, 'page' | 'page_size'>): Page {
  const limit = readCount(size, { name: 'page_size', most });
  return { limit, offset: (readCount(page, { name: 'page', most: mostPages }) - 1) * limit };
}

function readCount(text: string, { name, most: highest }: { name: string; most: number }): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= highest) return count;
  throw refused('page', `${name} 是 1 到 ${highest} 的整数 · ${name} is a whole number from 1 to ${highest}`);
}

/** 状态: open or closed; both, or none named, is either. */
export function readStatus(text: string | undefined): Status | undefined {
  const named = readList(text).map((one) => one.toLowerCase());
  if (named.some((one) => one !== 'open' && one !== 'closed'))
    throw refused('status', 'status 只能是 open 或 closed');
  const [first, ...others] = new Set(named as Status[]);
  return others.length > 0 ? undefined : first;
}

/** What stands between commas. */
export function readList(text: string | undefined): string[] {
  const all = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (all.length > most) throw refused('page', `一次最多查 ${most} 个 · at most ${most} at once`);
  return all;
}

/** A name with the ending that says how the answer is written: `293944.xml`. */
export function readNamed(named: string): { name: string; format: Open311Format } {
  const [, name, format] = /^(.+)\.(xml|json)$/.exec(named) ?? [];
  if (name === undefined || format === undefined)
    throw new Problem('open311.format', 'missing', '地址要以 .xml 或 .json 结尾');
  return { name, format: format === 'json' ? 'json' : 'xml' };
}

function refused(why: string, say: string): Problem {
  return new Problem(`open311.${why}`, 'invalid', say);
}

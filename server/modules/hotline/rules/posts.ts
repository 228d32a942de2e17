import type { CheckedPost, PostRow } from '@tongban/contract';

export type PostFault = CheckedPost['faults'][number];
/** A row as it can be used: cells without what surrounds them, its moment, and a title of its own. */
export type ReadPost = { readonly cells: PostRow; readonly title: string; readonly postedAt?: Date };

const longest = { title: 30, platform: 20, author: 40, link: 500, text: 10_000 };

/** 读一行: what a row of a table of posts says. */
export function readPost(row: PostRow): ReadPost {
  const cells: PostRow = {
    ...{ platform: row.platform.trim(), author: row.author.trim(), link: row.link.trim() },
    ...{ text: row.text.trim(), postedAt: row.postedAt.trim() },
  };
  const postedAt = momentIn(cells.postedAt);
  return { cells, title: titleIn(cells.text), ...(postedAt === undefined ? {} : { postedAt }) };
}

/** What is wrong with the cells themselves. */
export function faultsOf({ cells, title, postedAt }: ReadPost, now: Date): PostFault[] {
  const { platform, author, link, text } = cells;
  const checks: readonly (readonly [PostFault, boolean])[] = [
    ['platform', platform !== '' && platform.length <= longest.platform],
    ['author', author !== '' && author.length <= longest.author],
    ['link', isLink(link)],
    ['text', title.length > 1 && text.length <= longest.text && /[\p{L}\p{N}]/u.test(text)],
    ['posted-at', postedAt !== undefined && postedAt <= now],
  ];
  return checks.flatMap(([fault, holds]) => (holds ? [] : [fault]));
}

function isLink(link: string): boolean {
  return link.length <= longest.link && URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}

/** The first clause, as far as it fits. */
function titleIn(text: string): string {
  const [first = ''] = text.split(/[。！？；，\n]/u);
  return (first.trim() === '' ? text : first.trim()).slice(0, longest.title);
}

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?)?$/;

/** A moment of Shanghai as tables write it; a day alone is its beginning. */
function momentIn(text: string): Date | undefined {
  const found = written.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '00'] = found;
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:00+08:00`;
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) || !isThatDay(moment, Number(day)) ? undefined : moment;
}

const two = (digits: string) => digits.padStart(2, '0');

/** February has no thirtieth, though a clock reads one. */
function isThatDay(moment: Date, day: number): boolean {
  return new Date(moment.getTime() + 8 * 3_600_000).getUTCDate() === day;
}

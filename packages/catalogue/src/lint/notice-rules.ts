import type { Finding, Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { noticeText, optionalParts, placesIn } from '../notice-text.ts';
import type { Content } from '../read/read-content.ts';
import type { NoticeBook, NoticeEvent } from '../reference/notices.ts';
import type { LintContext } from './context.ts';
import { repeats } from './report.ts';
import { unknownSources, unsaid } from './sources.ts';

type Wrong = { path: Path; message: string };
type Locale = 'zh' | 'en';

const locales = ['zh', 'en'] as const;
/** House defaults: what a phone shows without folding a title, and what fits two parts of a text message. */
const most = { title: { zh: 18, en: 48 }, sms: { zh: 134, en: 306 } } as const;

/** Rules over the texts of notices: every place named exists, both languages say the same, and a phone can show them. */
export function lintNotices(content: Content, context: LintContext): Finding[] {
  const { notices: read } = content;
  if (read === undefined) return [];
  const book = read.value;
  const wrong = [
    ...unknownSources(book, context),
    ...unsaid(book.defaults, ['defaults']),
    ...wrongDefaults(book),
    ...repeats(book.events, ({ id }) => id).map(({ entry, index }) => ({
      path: ['events', index, 'id'],
      message: `通知“${entry.id}”写了两次`,
    })),
    ...book.events.flatMap((event, at) => wrongEvent(event, ['events', at], book)),
  ];
  return wrong.map(({ path, message }) => ({
    ...{ rule: 'notices', severity: 'error' as const, file: read.file, message },
    ...read.at(path),
  }));
}

function wrongDefaults({ defaults: { quiet, licence_days: days } }: NoticeBook): Wrong[] {
  const isDescending = days.every((day, at) => at === 0 || day < (days[at - 1] ?? 0));
  return [
    ...(quiet.from === quiet.to
      ? [{ path: ['defaults', 'quiet'], message: '免打扰时段的开始和结束不能相同' }]
      : []),
    ...(isDescending
      ? []
      : [{ path: ['defaults', 'licence_days'], message: '提前几天提醒，从早到晚写，不能重复' }]),
  ];
}

function wrongEvent(event: NoticeEvent, path: Path, book: NoticeBook): Wrong[] {
  const known = Object.keys(event.places);
  const used = new Set(locales.flatMap((locale) => textsOf(event, locale).flatMap(placesIn)));
  return [
    ...locales.flatMap((locale) => wrongWords(event, { locale, path: [...path, locale] }, book)),
    ...known
      .filter((name) => !used.has(name))
      .map((name) => ({ path: [...path, 'places', name], message: `占位“${name}”没有用到` })),
    ...Object.values(event.wechat?.fields ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => ({ path: [...path, 'wechat', 'fields'], message: noPlace(name, known) })),
    ...unlike(event).map((name) => ({ path: [...path, 'en'], message: `中英文用的占位不一样：${name}` })),
  ];
}

function textsOf(event: NoticeEvent, locale: Locale): string[] {
  const { title, body, sms } = event[locale];
  return [title, body, ...(sms === undefined ? [] : [sms])];
}

/** The places one language tells and the other does not. */
function unlike({ zh, en }: NoticeEvent): string[] {
  const [ours, theirs] = [placesIn(zh.body), placesIn(en.body)];
  return [...ours.filter((name) => !theirs.includes(name)), ...theirs.filter((name) => !ours.includes(name))];
}

type At = { locale: Locale; path: Path };

function wrongWords(event: NoticeEvent, { locale, path }: At, book: NoticeBook): Wrong[] {
  const known = Object.keys(event.places);
  const unknown = textsOf(event, locale)
    .flatMap(placesIn)
    .filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return [...new Set(unknown)].map((name) => ({ path, message: noPlace(name, known) }));
  const odd = textsOf(event, locale).filter(isOdd);
  if (odd.length > 0) return [{ path, message: '大括号、方括号要成对，方括号里要有占位' }];
  return tooLong(event, { locale, path }, book);
}

function isOdd(text: string): boolean {
  const bare = text.replace(/\{[a-z][A-Za-z]*\}/g, '').replace(/\[[^[\]]*\]/g, '');
  return /[{}[\]]/.test(bare) || optionalParts(text).some((part) => placesIn(part).length === 0);
}

function tooLong(event: NoticeEvent, { locale, path }: At, book: NoticeBook): Wrong[] {
  const { title, body, sms = body } = event[locale];
  const filled = (text: string) => Array.from(noticeText(text, event.places, locale)).length;
  const lengths = {
    title: filled(title),
    sms: event.channels.includes('sms') ? filled(sms) + Array.from(book.signature[locale]).length : 0,
  };
  return (['title', 'sms'] as const)
    .filter((part) => lengths[part] > most[part][locale])
    .map((part) => ({
      path,
      message: `${part === 'title' ? '标题' : '短信'}有 ${lengths[part]} 个字，最多 ${most[part][locale]} 个`,
    }));
}

function noPlace(name: string, known: readonly string[]): string {
  return `没有占位“${name}”${didYouMean(name, known)}`;
}

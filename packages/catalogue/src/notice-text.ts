/** What stands for one place of a text: words, words in both languages, a moment, a time of day, a day, or several. */
export type NoticeFact =
  | string
  | { readonly zh: string; readonly en?: string | undefined }
  | { readonly moment: Date }
  | { readonly time: Date }
  | { readonly day: string }
  | readonly NoticeFact[];
export type NoticeFacts = Readonly<Record<string, NoticeFact>>;
type Locale = 'zh' | 'en';

const place = /\{([a-z][A-Za-z]*)\}/g;
const optional = /\[([^[\]]*)\]/g;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** 占位: the places a text names, each once. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(place)].map(([, name = '']) => name))];
}

/** 可有可无的部分: what stands in square brackets, and is left out where one of its places is empty. */
export function optionalParts(text: string): string[] {
  return [...text.matchAll(optional)].map(([, part = '']) => part);
}

/** 通知文字: a text with its places filled in. A place nobody filled stops it, for half a sentence is never sent. */
export function noticeText(text: string, facts: NoticeFacts, locale: Locale): string {
  const said = (name: string) => factText(facts[name] ?? '', locale);
  const whole = text.replace(optional, (_, part: string) =>
    placesIn(part).every((name) => said(name) !== '') ? part : '',
  );
  return whole.replace(place, (_, name: string) => {
    const filled = said(name);
    if (filled === '') throw new Error(`nothing is told for the place ${name}`);
    return filled;
  });
}

function factText(fact: NoticeFact, locale: Locale): string {
  if (typeof fact === 'string') return fact;
  if (isList(fact)) return fact.map((one) => factText(one, locale)).join(locale === 'zh' ? '、' : ', ');
  if ('moment' in fact) return `${dayText(localOf(fact.moment), locale)} ${timeText(fact.moment)}`;
  if ('time' in fact) return timeText(fact.time);
  if ('day' in fact) return dayText(new Date(`${fact.day}T00:00:00Z`), locale, true);
  return locale === 'zh' ? fact.zh : (fact.en ?? fact.zh);
}

function isList(fact: NoticeFact): fact is readonly NoticeFact[] {
  return Array.isArray(fact);
}

/** The clock of Shanghai, told as if it were UTC. */
function localOf(moment: Date): Date {
  return new Date(moment.getTime() + 8 * 3_600_000);
}

function timeText(moment: Date): string {
  return localOf(moment).toISOString().slice(11, 16);
}

function dayText(date: Date, locale: Locale, year = false): string {
  const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
  if (locale === 'zh') return `${year ? `${date.getUTCFullYear()} 年 ` : ''}${month + 1} 月 ${day} 日`;
  return `${day} ${months[month] ?? ''}${year ? ` ${date.getUTCFullYear()}` : ''}`;
}

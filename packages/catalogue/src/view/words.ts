/** The languages of the screens; Chinese is the source. */
export type Locale = 'zh' | 'en';

/** Words for a screen; `missing` marks Chinese shown because the English is not written yet. */
export type Words = { text: string; missing?: true };

/** The words in the language asked for, or the Chinese ones marked as missing a translation. */
export function wordsIn(locale: Locale, zh: string, en: string | undefined): Words {
  if (locale === 'zh') return { text: zh };
  return en === undefined ? { text: zh, missing: true } : { text: en };
}

/** Like wordsIn for a text that may itself be absent, ready to be spread into a view. */
export function optionalWords<K extends string>(
  key: K,
  locale: Locale,
  { zh, en }: { zh: string | undefined; en: string | undefined },
): { [P in K]?: Words } {
  const named: { [P in K]?: Words } = {};
  if (zh !== undefined) named[key] = wordsIn(locale, zh, en);
  return named;
}

/** Words the platform composes itself exist in both languages. */
export function said(locale: Locale, zh: string, en: string): Words {
  return { text: locale === 'zh' ? zh : en };
}

/** One text of several parts, missing a translation when any part is. */
export function joinWords(
  locale: Locale,
  zh: readonly (string | Words)[],
  en: readonly (string | Words)[],
): Words {
  const parts = locale === 'zh' ? zh : en;
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return parts.some((part) => typeof part !== 'string' && part.missing) ? { text, missing: true } : { text };
}

/** An amount of money in yuan, without cents when there are none. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

import type { Days } from '../limits.ts';
import { type Locale, plural, said, type Words } from './words.ts';

/** A limit as a number with its unit; nothing to wait for when it is zero days. */
export function limitWords(locale: Locale, limit: Days): Words {
  if (limit.days === 0) return said(locale, '当场办好', 'Done on the spot');
  return limit.unit === 'working'
    ? said(locale, `${limit.days} 个工作日`, plural(limit.days, 'working day'))
    : said(locale, `${limit.days} 天`, plural(limit.days, 'day'));
}

/** A promise with its starting point, so that the citizen can count. */
export function promiseWords(locale: Locale, limit: Days): Words {
  if (limit.days === 0) return limitWords(locale, limit);
  const { text } = limitWords(locale, limit);
  return said(locale, `交齐材料后 ${text}`, `${text} after all documents are in`);
}

export function rangeWords(locale: Locale, shortest: Days, longest: Days): Words {
  if (shortest.days === longest.days && shortest.unit === longest.unit) return promiseWords(locale, longest);
  const most = limitWords(locale, longest).text;
  const least = limitWords(locale, shortest).text;
  return said(locale, `交齐材料后最快 ${least}，最长 ${most}`, `At the soonest: ${least}. At most: ${most}`);
}

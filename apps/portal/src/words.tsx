/** @jsxImportSource preact */
import type { Words } from '@tongban/catalogue';
import type { Visit } from './visit.ts';

/** Content in the language of the page; Chinese that has no English yet is marked, for eyes and for screen readers. */
export function Said({ words }: { readonly words: Words }) {
  if (words.missing !== true) return <>{words.text}</>;
  return (
    <span class="untranslated" lang="zh-CN">
      {words.text}
    </span>
  );
}

/** Words of the contract in the language of the page. */
export function inLocale(
  visit: Pick<Visit, 'locale'>,
  words: { zh: string; en?: string | undefined },
): Words {
  if (visit.locale === 'zh') return { text: words.zh };
  return words.en === undefined ? { text: words.zh, missing: true } : { text: words.en };
}

/** Words of the contract on a page. */
export function Told({
  visit,
  words,
}: {
  readonly visit: Visit;
  readonly words: { zh: string; en?: string | undefined };
}) {
  return <Said words={inLocale(visit, words)} />;
}

/** Text that may exist only in Chinese, such as an address: then marked as Chinese for screen readers. */
export function Chinese({ visit, children }: { readonly visit: Visit; readonly children: string }) {
  const foreign = visit.locale !== 'zh' && /\p{Script=Han}/u.test(children);
  if (!foreign) return children;
  return <span lang="zh-CN">{children}</span>;
}

/** A sentence for people, Chinese first; every text the packages themselves speak has this shape. */
export type Words = { readonly zh: string; readonly en: string };

/** Words that content wrote: a missing English text is shown as missing, never replaced in silence. */
export type ContentWords = { readonly zh: string; readonly en?: string };

/** Content's Chinese with its English, when there is one. */
export function contentWords(zh: string, en: string | undefined): ContentWords {
  return en === undefined ? { zh } : { zh, en };
}

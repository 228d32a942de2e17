import type { Words } from '../../../platform/index.ts';
import type { Lesson } from './lesson.ts';

/** How much a word tells. */
export type Rarity = (token: string) => number;

/** 词的分量: a word the bureau’s own texts are full of tells little; they are cut once, when first asked. */
export function rarityOf(words: Words, { kinds, matters }: Lesson): Rarity {
  const holders = new Map<string, number>();
  const texts = [...new Set([...kinds, ...matters].map(({ text }) => text))];
  const count = () => {
    for (const text of texts)
      for (const token of new Set(words.cut(text))) holders.set(token, (holders.get(token) ?? 0) + 1);
  };
  return (token) => {
    if (holders.size === 0) count();
    return Math.log(1 + (texts.length + 1) / ((holders.get(token) ?? 0) + 1));
  };
}

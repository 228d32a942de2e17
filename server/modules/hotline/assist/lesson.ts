import type { ItemEdition } from '@tongban/catalogue';
import { type HotlineRules, type Matters, mattersOf, type ReplyLibrary } from '@tongban/catalogue/author';

/** One text that is known to belong to a label. */
export type Known = { readonly text: string; readonly label: string; readonly weight?: number };
/** 教材: what a house learns its first model from: nothing but its own content, and what people corrected. */
export type Lesson = {
  readonly terms: readonly string[];
  /** How often an automatic decision must be right. */
  readonly precision: number;
  readonly kinds: readonly Known[];
  readonly matters: readonly Known[];
};
type Taught = {
  readonly terms: readonly string[];
  readonly hotline: { readonly rules: HotlineRules; readonly matters: Matters };
  readonly replies: readonly ReplyLibrary['replies'][number][];
  readonly editions: readonly ItemEdition[];
};

/** The lesson a bureau’s content gives: names and words of matters, their items, and the replies of the library. */
export function lessonOf({ terms, hotline: { rules, matters }, replies, editions }: Taught): Lesson {
  const leaves = mattersOf(matters).filter(({ isLeaf }) => isLeaf);
  return {
    ...{ terms, precision: rules.automatic.precision },
    kinds: [
      ...rules.kinds.map(({ id, name }) => ({ text: name, label: id })),
      ...replies.flatMap(({ when, text, kinds = [] }) =>
        kinds.flatMap((label) => [when, text].map((said) => ({ text: said, label }))),
      ),
    ],
    matters: leaves.flatMap(({ id, name, words, items }) =>
      [
        ...[name, ...words, ...saidOfItems(editions, items)],
        ...replies
          .filter((reply) => reply.matters?.includes(id) === true)
          .flatMap(({ when, text }) => [when, text]),
      ].map((text) => ({ text, label: id })),
    ),
  };
}

function saidOfItems(editions: readonly ItemEdition[], items: readonly string[]): string[] {
  return editions
    .map(({ folder }) => folder.item)
    .filter(({ id }) => items.includes(id))
    .flatMap(({ name, also, faq }) => [name, ...also, ...faq.map(({ q }) => q)]);
}

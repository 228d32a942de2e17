import { join } from 'node:path';
import { type Content, houseTerms, mattersOf } from '@tongban/catalogue/author';
import type { Example } from '@tongban/scoring';
import { createWords, type Words } from '../../server/platform/words/segment.ts';
import { loadFolder } from '../content/read.ts';
import type { Region } from './slots.ts';
import type { GeneratedOrder } from './teller.ts';

/** Examples of this group are always learned from. */
const contentGroup = 'content';

/** The content of the project, for its terms and its regions. */
export function readContentFolder(): Content {
  const loading = loadFolder(join(import.meta.dirname, '..', '..', 'content'));
  if (!loading.ok) throw new Error('内容有错，先运行 npm run content -- check');
  return loading.content;
}

export function wordsOf(content: Content): Words {
  return createWords(houseTerms(content));
}

/** The districts of the cities that have a file of their own, and the towns of those that have no districts. */
export function regionsOf({ divisions, local }: Content): Region[] {
  const cities = local.map(({ value }) => value.city);
  return divisions
    .filter(({ level, parent }) => level !== 'city' && parent !== undefined && cities.includes(parent))
    .map(({ code, name }) => ({ code, name }));
}

/** The orders as examples of one axis; texts of one story stay together. */
export function examplesOf(
  orders: readonly GeneratedOrder[],
  words: Words,
  axis: 'kind' | 'matter',
): Example[] {
  return orders.map((order) => ({
    tokens: words.cutFine(order.text),
    label: order[axis],
    group: order.group,
  }));
}

/** What the content itself says of each matter: its words, its items and its replies. They are learned, never held out. */
export function examplesOfContent(content: Content, words: Words): Example[] {
  const matters = content.matters === undefined ? [] : mattersOf(content.matters.value);
  const replies = content.replies.flatMap(({ value }) => value.replies);
  const said = content.synonyms?.value.pairs ?? [];
  return matters
    .filter(({ isLeaf }) => isLeaf)
    .flatMap((matter) => {
      const items = content.items.filter(({ folder }) => matter.items.includes(folder.item.id));
      const own = replies.filter((reply) => reply.matters?.includes(matter.id));
      const texts = [
        ...[matter.name, ...matter.words],
        ...items.flatMap(({ folder: { item } }) => [item.name, ...item.also, ...item.faq.map(({ q }) => q)]),
        ...said
          .filter((pair) => pair.items?.some((id) => matter.items.includes(id)))
          .flatMap(({ say }) => say),
        ...own.flatMap(({ when, text }) => [when, text]),
      ];
      return texts.map((text) => ({ tokens: words.cutFine(text), label: matter.id, group: contentGroup }));
    });
}

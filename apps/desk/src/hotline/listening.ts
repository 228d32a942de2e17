import type { OrderTerms } from '@tongban/contract';

type Emergency = OrderTerms['emergencies'][number];
/** What was heard that is not for an order: the word and what to say. */
export type Heard<Kind> = { readonly word: string; readonly what: Kind };

/** 紧急情况: the first emergency whose words stand in what is being typed. */
export function emergencyIn(
  text: string,
  terms: Pick<OrderTerms, 'emergencies'>,
): Heard<Emergency> | undefined {
  return heardIn(text, terms.emergencies);
}

/** 不在受理范围: the first exclusion whose words stand in what is being typed. */
export function exclusionIn(
  text: string,
  terms: Pick<OrderTerms, 'exclusions'>,
): Heard<OrderTerms['exclusions'][number]> | undefined {
  return heardIn(text, terms.exclusions);
}

function heardIn<Kind extends { words: string[] }>(
  text: string,
  kinds: readonly Kind[],
): Heard<Kind> | undefined {
  for (const what of kinds) {
    const word = what.words.find((one) => text.includes(one));
    if (word !== undefined) return { word, what };
  }
  return undefined;
}

const empty = new Set('的了不上下人在是有要到就都也和与着过里个这那吗呢吧么我你他她们怎什');

/** 依据的词: those that tell somebody something; what stands in any sentence is left out. */
export function tellingWords(words: readonly string[]): string[] {
  return words.filter((word) => !empty.has(word));
}

const mostTitle = 30;
/** 标题: the first sentence of what was said, as far as it fits. */
export function titleFrom(text: string): string {
  const [first = ''] = text.trim().split(/[。！？；，\n]/u);
  return first.trim().slice(0, mostTitle);
}

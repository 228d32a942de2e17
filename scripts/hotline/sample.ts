import type { Content } from '@tongban/catalogue/author';
import { type Grievance, marksIn, placesIn, type Told } from '@tongban/scoring';
import type { Words } from '../../server/platform/words/segment.ts';
import { generateOrders } from './generate.ts';
import { readStories } from './stories.ts';
import { storiesOfContent } from './stories-of-content.ts';
import type { GeneratedOrder, GenerateWish } from './teller.ts';
import { readContentFolder, regionsOf, wordsOf } from './words.ts';

export type Sample = ReturnType<typeof generateOrders> & { readonly words: Words; readonly content: Content };
export type SampleWish = Omit<GenerateWish, 'regions' | 'stories'>;

/** Generated orders told in the words and the regions of the project's content, with a dictionary to read them by. */
export function sampleOrders(wish: SampleWish): Sample {
  const content = readContentFolder();
  const stories = { ...readStories(), named: storiesOfContent(content) };
  return {
    ...generateOrders({ ...wish, stories, regions: regionsOf(content) }),
    ...{ content, words: wordsOf(content) },
  };
}

/** An order as it is compared with others. */
export function toldOf({ text, day, matter, person }: GeneratedOrder, words: Words): Told {
  const tokens = words.cut(text);
  return { tokens, day, matter, person: `p${person}`, places: placesIn(tokens), marks: marksIn(text) };
}

/** An order as the hot list looks at it. */
export function grievanceOf(order: GeneratedOrder, words: Words): Grievance {
  const { id, day, matter, region, person, reopened, level } = order;
  return {
    ...{ id, day, matter, region, person: `p${person}`, reopened, tokens: words.cut(order.text) },
    ...(level === undefined ? {} : { level }),
  };
}

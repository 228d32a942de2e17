import { shuffled } from '@tongban/scoring';
import { between, pick, slotsFor } from './slots.ts';
import type { Story } from './stories.ts';
import { happen, type Teller, type Truth, told } from './teller.ts';

const hotDays = 30;

/**
 * Plants the hot topics of the last month, and what is not hot although it is much: one tireless caller, and a matter that
 * grows a little everywhere as it does in its season.
 */
export function plantHotTopics(teller: Teller): Truth['hot'] {
  const { wish, random } = teller;
  const topics = [...Map.groupBy(wish.stories.hot, ({ matter, about }) => `${matter} ${about}`).values()];
  const chosen = shuffled(topics, random).slice(0, wish.topics ?? 0);
  if (chosen.length > 0) plantDecoys(teller);
  return chosen.map((stories) => plantTopic(teller, stories));
}

function plantTopic(teller: Teller, stories: readonly Story[]): Truth['hot'][number] {
  const { wish, random } = teller;
  const some = shuffled(wish.regions, random).slice(0, between(2, 6, random));
  const size = between(18, 70, random);
  const orders = Array.from({ length: size }, () => {
    const region = pick(some, random);
    const story = pick(stories, random);
    const person =
      random() < 0.15 ? 5_000_000 + between(1, 10, random) : 6_000_000 + between(1, 900_000, random);
    const at = lastMonth(teller);
    return told(teller, {
      story: plainly(story),
      slots: slotsFor(region, random),
      region: region.code,
      person,
      at,
    }).id;
  });
  const [first] = stories;
  return { matter: first?.matter ?? '', name: first?.about ?? '', orders };
}

/** The name of a topic is not an item. */
function plainly(story: Story): Story {
  return { ...story, about: undefined };
}

function plantDecoys(teller: Teller): void {
  const { wish, random } = teller;
  const tireless = pick(wish.stories.usual, random);
  const one = happen(teller, tireless);
  for (let count = 0; count < 30; count += 1) told(teller, { ...one, at: lastMonth(teller) });
  const season = wish.stories.usual.filter(
    ({ matter, kind }) => matter === 'ee-passport' && kind === 'consult',
  );
  if (season.length === 0) return;
  const more = Math.round(wish.count * 0.004);
  for (let count = 0; count < more; count += 1)
    told(teller, { ...happen(teller, pick(season, random)), at: lastMonth(teller) });
}

function lastMonth({ wish, random }: Teller): number {
  return between(Math.max(0, wish.days - hotDays), wish.days - 1, random);
}

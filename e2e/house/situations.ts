import { factView, type ItemEdition, outcomeView } from '@tongban/catalogue';
import { type Answers, readAnswers, type Step, step, writeAnswers } from '@tongban/guide';

type Pair = [string, string];

const mostTries = 4000;

/**
 * Finds answers with which the item can be done, by asking what the guide asks and taking the first answer that leads
 * on; undefined when no way through was found.
 */
export function findWayThrough(edition: ItemEdition): Pair[] | undefined {
  let tries = 0;
  const walk = (pairs: readonly Pair[]): Pair[] | undefined => {
    tries += 1;
    const { answers } = readAnswers(edition.guide, pairs);
    const stands = step(edition.guide, answers);
    if (tries > mostTries || isDeadEnd(stands)) return undefined;
    if (stands.next !== undefined) return firstWay(choicesOf(edition, stands.next), pairs);
    return isYes(edition, answers) ? writeAnswers(edition.guide, answers) : undefined;
  };
  const firstWay = (choices: readonly Pair[][], pairs: readonly Pair[]): Pair[] | undefined => {
    for (const given of choices) {
      const way = walk([...pairs, ...given]);
      if (way !== undefined) return way;
    }
    return undefined;
  };
  return walk([]);
}

function isDeadEnd({ contradiction, end }: Step): boolean {
  return contradiction || end !== undefined;
}

function isYes(edition: ItemEdition, answers: Answers): boolean {
  const { complete, verdict } = outcomeView(edition, answers, 'zh');
  return complete && verdict.is === 'yes';
}

/** What can be answered to a question, the plainest first. */
function choicesOf(edition: ItemEdition, key: string): Pair[][] {
  const fact = factView(edition, key, 'zh');
  if (fact === undefined) throw new Error(`${edition.id} asks ${key}, which it does not describe`);
  const { type, options, min = 0, max = 120 } = fact;
  const one = (text: string): Pair[] => [[key, text]];
  if (type !== 'number') {
    const listed = options.map(({ value }) => one(value));
    return type === 'multi' ? [...listed, one('')] : listed;
  }
  const wanted = [30, 18, 0, 1, 2, 6, 12, 13, 24, 60, 70, min, max];
  return [...new Set(wanted.filter((number) => number >= min && number <= max))].map((number) =>
    one(String(number)),
  );
}

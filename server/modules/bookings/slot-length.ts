import type { ItemEdition } from '@tongban/catalogue';
import type { HallRules } from '@tongban/catalogue/author';
import type { AnswerPair } from '@tongban/contract';
import { readAnswers, writeAnswers } from '@tongban/guide';
import { minutesPerQuantum } from '@tongban/queueing';

type Rules = Pick<HallRules, 'slots'>;

/**
 * 时长: how many quanta an item takes at a window in the situation these answers describe. The first rule that fits counts,
 * else what the item says; answers the guide cannot take count for nothing.
 */
export function quantaOf(
  { slots = [] }: Rules,
  { folder, guide }: ItemEdition,
  answers: readonly AnswerPair[],
) {
  const { id, hall } = folder.item;
  const given = writeAnswers(guide, readAnswers(guide, answers).answers);
  const says = ([fact, accepted]: [string, string[]]) =>
    given.some(([asked, answer]) => asked === fact && accepted.includes(answer));
  const rule = slots.find(({ item, when }) => item === id && Object.entries(when).every(says));
  return Math.ceil((rule?.minutes ?? hall.slot_minutes) / minutesPerQuantum);
}

/** Answers as they stand in the query part of an address. */
export function answersIn(query: string | undefined): AnswerPair[] {
  return [...new URLSearchParams(query)].map(([fact, answer]): AnswerPair => [fact, answer]);
}

import { type ItemEdition, outcomeView } from '@tongban/catalogue';
import type { AnswerPair, Standing } from '@tongban/contract';
import { readAnswers, step, why, writeAnswers } from '@tongban/guide';
import type { Catalogue } from '../catalogue/index.ts';

type Asked = { item: string; division?: string; answers: readonly AnswerPair[] };
export type Guidance = ReturnType<typeof createGuidance>;

/** 情形引导: what the server makes of answers. Screens evaluate too; only this evaluation counts. */
export function createGuidance({ catalogue }: { catalogue: Catalogue }) {
  return {
    async evaluate({ item, division, answers }: Asked): Promise<Standing> {
      const editionId = catalogue.currentId(item, division);
      return { edition: editionId, ...standingOf(await catalogue.edition(editionId), answers) };
    },
    /** Reads answers against an edition; `faults` names every answer that does not fit it. */
    read: (edition: ItemEdition, answers: readonly AnswerPair[]) => readAnswers(edition.guide, answers),
    standing: standingOf,
  };
}

function standingOf(edition: ItemEdition, pairs: readonly AnswerPair[]): Omit<Standing, 'edition'> {
  const { answers, faults } = readAnswers(edition.guide, pairs);
  const now = step(edition.guide, answers);
  const { verdict } = outcomeView(edition, answers, 'zh');
  return {
    answers: writeAnswers(edition.guide, answers),
    faults: faults.map((fault) => ({ ...fault, message: sayFault(fault.code, fault.fact) })),
    ...(now.next === undefined ? {} : { next: now.next }),
    verdict: verdict.is === 'unknown' ? 'open' : verdict.is,
    outputs: now.outputs.map((output) => ({ ...output, why: [...why(edition.guide, answers, output)] })),
  };
}

function sayFault(code: string, fact: string): string {
  return code === 'fact'
    ? `办事指南里已经没有“${fact}”这个问题，其余回答都还在`
    : `“${fact}”的回答现在不能用了，重新选一次`;
}

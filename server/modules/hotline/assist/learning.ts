import { type Example, type OrderModel, trainAxis } from '@tongban/scoring';
import { createWords } from '../../../platform/index.ts';
import type { Known, Lesson } from './lesson.ts';

const seed = 1;

/** 训练: learns both axes from a lesson. It takes seconds, so it runs in a thread of its own. */
export function learn({ terms, precision, kinds, matters }: Lesson): OrderModel {
  const words = createWords(terms);
  const exampleOf = ({ text, label, weight }: Known): Example => ({
    ...{ tokens: words.cutFine(text), label },
    ...(weight === undefined ? {} : { weight }),
  });
  const axisOf = (known: readonly Known[]) => trainAxis(known.map(exampleOf), { seed, precision });
  return {
    examples: kinds.length + matters.length,
    kind: axisOf(kinds),
    matter: axisOf(matters),
  };
}

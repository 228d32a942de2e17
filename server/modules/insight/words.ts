import type { Sentences } from '@tongban/contract';

export const sentences: Sentences = {
  'insight.span': {
    zh: '开始日期不晚于结束日期，一次最多看 366 天',
    en: 'The first day is not after the last, and at most 366 days are shown at once',
  },
};

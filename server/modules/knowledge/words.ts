import type { Sentences } from '@tongban/contract';
import type { Why } from './rules.ts';

/** What each refusal about a version says. */
export const whyNot: Readonly<Record<Why, string>> = {
  generated: '这一条由事项生成，事项改了它会跟着改，不能手写',
  moved: '别人刚改过这一条，刷新后再看',
  own: '自己写的不能自己批准，交给另一位编辑',
  order: '这一版已经走到别的一步，刷新后再看',
  ended: '有效期已经过了，先改有效期',
};

/** What refusals of the library say in both languages. */
export const sentences: Sentences = {
  'replies.missing': { zh: '没有这一条，或您不能看它', en: 'There is no such entry, or you may not see it' },
  'replies.no-post': { zh: '先选一个岗位', en: 'Choose a post first' },
  'replies.scope': {
    zh: '这个范围不归您的岗位写，选本单位的范围',
    en: 'Your post does not write for this scope; choose one of your own',
  },
  'replies.generated': {
    zh: whyNot.generated,
    en: 'This entry is made from an item and never written by hand',
  },
  'replies.moved': { zh: whyNot.moved, en: 'Somebody has just changed this entry; look at it again' },
  'replies.own': { zh: whyNot.own, en: 'Nobody approves what they wrote; leave it to another editor' },
  'replies.order': { zh: whyNot.order, en: 'This version has moved on; look at it again' },
  'replies.ended': { zh: whyNot.ended, en: 'Its last day is over; change that first' },
  'replies.not-in-force': { zh: '这一条现在不能引用', en: 'This entry cannot be used now' },
  'answers.missing': {
    zh: '没有这一条答复，可能已经撤下。换个说法搜一搜',
    en: 'There is no such answer; it may have been withdrawn. Try other words',
  },
};

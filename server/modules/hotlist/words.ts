import type { Sentences, Words } from '@tongban/contract';
import type { TopicWhy } from './rules/state.ts';

type Both = Words & { en: string };

/** What each refusal about a matter of the list says. */
const whyNot: Readonly<Record<TopicWhy, Both>> = {
  stage: { zh: '这一件已经走到别的一步，刷新后再看', en: 'The matter has moved on; look at it again' },
  evidence: {
    zh: '写明做了什么，并至少填一个数字作佐证',
    en: 'Say what was done, with at least one figure as evidence',
  },
  due: { zh: '期限要在今天或以后', en: 'The deadline is today or later' },
};

const others: Readonly<Record<string, Both>> = {
  'no-post': { zh: '先选一个岗位', en: 'Choose a post first' },
  missing: { zh: '榜上没有这一件，或不归您的岗位', en: 'There is no such matter on your lists' },
  candidate: { zh: '没有这个候选，可能已经重新挖掘，刷新后再选', en: 'There is no such candidate any more' },
  'on-list': { zh: '同一件已经在榜上', en: 'The same matter stands on the list already' },
  version: { zh: '这一件刚刚有了变化，看过再办', en: 'The matter has just changed; look at it first' },
  scope: { zh: '这个范围的榜单不归您的岗位', en: 'This list does not belong to your post' },
  month: { zh: '这个月还没有开始', en: 'This month has not begun yet' },
  unit: { zh: '只能交办给本级或下级单位', en: 'It is assigned to this unit or one below' },
  own: { zh: '自己写的公示由另一个人批准', en: 'Somebody else approves what you wrote' },
  files: { zh: '有的附件没有传完，传完再交', en: 'Some files have not arrived; send them first' },
  'no-words': { zh: '还没有写好公示文字', en: 'Nothing has been written for the public yet' },
};

/** 热点诉求榜: what its refusals say in both languages. */
export const sentences: Sentences = Object.fromEntries(
  Object.entries({ ...whyNot, ...others }).map(([why, said]) => [`hotlist.${why}`, said]),
);

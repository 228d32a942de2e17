import type { OrderKind } from '@tongban/contract';

type Kind = {
  readonly id: OrderKind;
  readonly name: { readonly zh: string; readonly en: string };
  readonly line: { readonly zh: string; readonly en: string };
  /** What to write, beside the box for it. */
  readonly hint: { readonly zh: string; readonly en: string };
  /** In what ways somebody may give their name, or leave it out. */
  readonly identities: readonly ('named' | 'secret' | 'anonymous')[];
  /** Whether its answer may be shown to everybody, without whoever asked. */
  readonly open: boolean;
};

/** 诉求种类 in everyday words, in the order they are offered; what is about somebody’s own matter cannot be nameless. */
export const kinds: readonly Kind[] = [
  {
    id: 'consult',
    name: { zh: '问一问', en: 'Ask a question' },
    line: { zh: '政策、手续、材料看不明白', en: 'About rules, steps or papers' },
    hint: {
      zh: '想办什么事，哪一点不明白。',
      en: 'What you want to do, and what is not clear.',
    },
    identities: ['named', 'anonymous'],
    open: true,
  },
  {
    id: 'stuck',
    name: { zh: '办不成事', en: 'I could not get it done' },
    line: { zh: '跑了、问了，还是没办成', en: 'You tried, and it still is not done' },
    hint: {
      zh: '要办什么事，去过哪里，卡在哪一步，对方怎么说的。',
      en: 'What it was, where you went, where it stopped, and what you were told.',
    },
    identities: ['named'],
    open: false,
  },
  {
    id: 'help',
    name: { zh: '求助', en: 'Ask for help' },
    line: { zh: '遇到困难，需要我们帮一把', en: 'You are in difficulty and need us' },
    hint: { zh: '发生了什么，需要我们做什么。', en: 'What happened, and what we can do.' },
    identities: ['named'],
    open: true,
  },
  {
    id: 'complaint',
    name: { zh: '投诉', en: 'Complain' },
    line: { zh: '对服务、对工作人员不满意', en: 'About a service or about staff' },
    hint: {
      zh: '哪一天，在哪里，发生了什么，希望怎么改。',
      en: 'On what day, where, what happened, and what should change.',
    },
    identities: ['named', 'secret', 'anonymous'],
    open: true,
  },
  {
    id: 'report',
    name: { zh: '举报', en: 'Report something unlawful' },
    line: { zh: '只有承办单位看得到，永远不公开', en: 'Seen only by the unit that handles it, never public' },
    hint: {
      zh: '什么人或什么地方，做了什么，什么时候，您怎么知道的。不用写您是谁。',
      en: 'Who or where, what, when, and how you know. You need not say who you are.',
    },
    identities: ['anonymous', 'secret', 'named'],
    open: false,
  },
  {
    id: 'suggestion',
    name: { zh: '提建议', en: 'Suggest' },
    line: { zh: '哪里可以做得更好', en: 'What could be better' },
    hint: { zh: '现在是怎样，怎样会更好。', en: 'How it is now, and how it could be better.' },
    identities: ['named', 'secret', 'anonymous'],
    open: true,
  },
  {
    id: 'praise',
    name: { zh: '表扬', en: 'Praise' },
    line: { zh: '感谢帮过您的人', en: 'Thank somebody who helped you' },
    hint: { zh: '谁，在哪里，做了什么。', en: 'Who, where, and what they did.' },
    identities: ['named', 'anonymous'],
    open: true,
  },
];
export type OfferedKind = Kind;

export function findKind(id: string | undefined): Kind | undefined {
  return kinds.find((one) => one.id === id);
}

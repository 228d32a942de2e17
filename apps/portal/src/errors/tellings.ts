import type { ProblemKind, Words } from '@tongban/kernel';

/** What an error page says: what happened, what became of what was typed, what to do now. */
export type Telling = {
  readonly status: number;
  readonly title: Words;
  readonly lines: readonly Words[];
  /** The refusal has a sentence of its own to show. */
  readonly tells?: true;
  /** Searching may help. */
  readonly search?: true;
};

const didNotWork = {
  title: { zh: '这一步没有做成', en: 'That did not work' },
  lines: [{ zh: '回到上一页改一改，再试一次。', en: 'Go back, make the change and try again.' }],
  tells: true,
} as const;

export const tellings: Readonly<Record<ProblemKind, Telling>> = {
  missing: {
    status: 404,
    title: { zh: '没有找到这个页面', en: 'We cannot find this page' },
    lines: [
      {
        zh: '地址可能抄漏了字，或者这件事换了地方。搜一搜您要办的事。',
        en: 'The address may be incomplete, or the page has moved. Search for what you want to do.',
      },
    ],
    search: true,
  },
  forbidden: {
    status: 403,
    title: { zh: '这一页您看不了', en: 'You cannot see this page' },
    lines: [
      {
        zh: '这里的内容不属于您登录的账号。要看自己的办件，从“我的办件”进去。',
        en: 'This does not belong to the account you signed in with. Your own cases are under “My cases”.',
      },
    ],
  },
  'too-many': {
    status: 429,
    title: { zh: '操作太频繁了', en: 'Too many attempts' },
    lines: [
      {
        zh: '等一分钟再试。已存的内容都还在。',
        en: 'Wait a minute, then try again. What was saved is kept.',
      },
    ],
  },
  unavailable: {
    status: 503,
    title: { zh: '现在连不上', en: 'We cannot be reached right now' },
    lines: [
      {
        zh: '过一两分钟再试。您的草稿和已交的材料都保存着。',
        en: 'Try again in a minute or two. Your drafts and files are kept.',
      },
      { zh: '急着办的，可以直接到大厅。', en: 'If it is urgent, go to a service hall.' },
    ],
  },
  invalid: { status: 400, ...didNotWork },
  conflict: { status: 409, ...didNotWork },
  'too-large': { status: 413, ...didNotWork },
  unauthenticated: { status: 401, ...didNotWork },
};

/** Nobody but us can mend it; the person is told so. */
export const ourFault: Telling = {
  status: 500,
  title: { zh: '我们这边出了问题', en: 'Something went wrong on our side' },
  lines: [
    {
      zh: '不是您填错了。我们已经记下来，会尽快修好。',
      en: 'It is not your mistake. We have recorded it and will mend it.',
    },
    {
      zh: '您的草稿和已交的材料都保存着，过一会儿再来接着办。',
      en: 'Your drafts and files are kept. Come back later and go on from there.',
    },
  ],
};

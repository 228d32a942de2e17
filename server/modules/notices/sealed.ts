import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: the words of a notice and the phone it goes to. */
export const noticesBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'notices.notice', column: 'sealed', key: ['notice_id'] },
      ...{ name: 'notices.notice.sealed', bind: ['notice_id'] },
    },
  ],
  other: [],
};

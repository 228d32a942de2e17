import type { ModuleBytes } from '../../platform/index.ts';

/** 密封列: the words of a notice and the phone it goes to, and by what accounts and addresses somebody is reached. */
export const noticesBytes: ModuleBytes = {
  sealed: [
    {
      ...{ table: 'notices.notice', column: 'sealed', key: ['notice_id'] },
      ...{ name: 'notices.notice.sealed', bind: ['notice_id'] },
    },
    {
      ...{ table: 'notices.choice', column: 'openid', key: ['person_id'] },
      ...{ name: 'notices.choice.openid', bind: ['person_id'] },
    },
    {
      ...{ table: 'notices.choice', column: 'mail_address', key: ['person_id'] },
      ...{ name: 'notices.choice.mail_address', bind: ['person_id'] },
    },
    {
      ...{ table: 'notices.mail_claim', column: 'address', key: ['person_id'] },
      ...{ name: 'notices.mail_claim.address', bind: ['person_id'] },
    },
  ],
  other: [{ table: 'notices.mail_claim', column: 'code_index', holds: 'passing-index' }],
};

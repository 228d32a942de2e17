import type { Sentences } from '@tongban/contract';

/** What the access rules say, by problem code. */
export const accessSentences: Sentences = {
  'access.not-held': {
    zh: '只有自己手里正在办的这件才能看完整号码，先认领再看',
    en: 'Full numbers are shown only in a case you have in hand; take it up first',
  },
  'access.reason': {
    zh: '写清楚为什么要看，至少 4 个字；申请人会看到',
    en: 'Say why, in at least four characters; the applicant will see it',
  },
  'access.quota': {
    zh: '这一小时看完整号码的次数用完了，过一会儿再看，急用请本单位负责人看',
    en: 'You have used up this hour’s quota; wait a while, or ask your head when it is urgent',
  },
  'access.suspended': {
    zh: '一天内查看完整号码太多，账号已停用，联系本单位安全管理员',
    en: 'Too many full numbers were looked at in a day; the account is suspended, ask your security administrator',
  },
};

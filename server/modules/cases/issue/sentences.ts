import type { Sentences } from '@tongban/contract';

/** What refusals of the issue desk say in both languages. */
export const issueSentences: Sentences = {
  'issue.code': {
    zh: '这不是取件码，也不是办件编号，照凭证再输一次',
    en: 'This is neither a pickup code nor a case number; scan or type it again from the slip',
  },
  'issue.not-waiting': { zh: '这件现在没有要领的结果', en: 'Nothing of this case waits to be collected' },
  'issue.card': { zh: '证件号码对不上，核对后再来', en: 'The card does not match; check it and try again' },
  'issue.other-person': {
    zh: '证件不是申请人本人的。代领要有委托书，把委托书拍照上传再核对',
    en: 'The card is not the applicant’s; photograph the letter of authority first, then check again',
  },
  'issue.authority': {
    zh: '委托书还没有传完，传完再核对',
    en: 'The letter of authority has not arrived whole; finish the upload first',
  },
  'issue.unverified': {
    zh: '先核对来领的人的证件，再签名',
    en: 'Compare the card of whoever collects before asking for a signature',
  },
  'issue.no-window': {
    zh: '您的岗位没有窗口，没有群众屏可用。改用纸上签名',
    en: 'Your post has no window and so no second screen; let the person sign on paper',
  },
  'issue.unsigned': {
    zh: '来领的人还没有签名。请他在群众屏上签，或在纸上签',
    en: 'Whoever collects has not signed yet, on the screen or on paper',
  },
  'issue.not-here': {
    zh: '有一件不在这次要领的里面，重新扫码再看',
    en: 'One of these is not part of this collection; scan the code again',
  },
  'issue.collection': {
    zh: '没有这次领取，重新扫码',
    en: 'There is no such collection; scan the code again',
  },
  'issue.no-address': {
    zh: '有办件申请时没有留收件地址，不能打面单。联系申请人来领',
    en: 'Some applicants left no postal address, so there is no label; ask them to collect',
  },
};

import type { Sentences } from '@tongban/contract';

/** What refusals of notices say in both languages. */
export const sentences: Sentences = {
  'notices.quiet': {
    zh: '开始和结束不能是同一个时间',
    en: 'The start and the end must differ',
  },
  'notices.wechat': {
    zh: '微信没有认出这次登录，在微信里重新打开这一页',
    en: 'WeChat did not recognise this sign-in; open this page in WeChat again',
  },
  'notices.mail-address': {
    zh: '邮箱要像 name@example.cn 这样，中间有 @',
    en: 'A mail address looks like name@example.cn, with an @ in it',
  },
  'notices.mail-away': {
    zh: '邮件现在发不出去，过几分钟再试',
    en: 'No mail can be sent right now; try again in a few minutes',
  },
  'notices.mail-code-missing': {
    zh: '先填邮箱，再填收到的 6 位数字',
    en: 'First give your mail address, then the 6 digits you receive',
  },
  'notices.mail-code-expired': {
    zh: '验证码过了 10 分钟，重新发送一个',
    en: 'The code is older than 10 minutes; have a new one sent',
  },
  'notices.mail-code-spent': {
    zh: '这个验证码试错 5 次了，重新发送一个',
    en: 'This code was tried 5 times; have a new one sent',
  },
  'notices.mail-code-wrong': {
    zh: '验证码不对，核对邮件里的 6 位数字',
    en: 'That is not the code; compare the 6 digits in the mail',
  },
  'notices.warning-time': {
    zh: '失效时间要在现在以后，30 天以内',
    en: 'The end must lie ahead, within 30 days',
  },
  'notices.warning': {
    zh: '没有这条预警',
    en: 'There is no such warning',
  },
  'notices.warning-settled': {
    zh: '这条预警已经有人处理过了',
    en: 'Somebody has answered this warning already',
  },
  'notices.warning-stale': {
    zh: '这条预警已经失效，不用再发',
    en: 'This warning is of no use any more',
  },
  'notices.two-people': {
    zh: '预警要两个人：谁写的，不能由谁确认',
    en: 'A warning takes two people: whoever wrote it cannot confirm it',
  },
  'notices.span': {
    zh: '起止日期要先后相接，最多 92 天',
    en: 'The last day must not come before the first, and 92 days are the most',
  },
  'notices.signature': {
    zh: '签名对不上，回执没有收下',
    en: 'The signature does not match; the receipt was not taken',
  },
  'notices.receipt': {
    zh: '回执里缺少编号或状态',
    en: 'The receipt has no reference or no state',
  },
};

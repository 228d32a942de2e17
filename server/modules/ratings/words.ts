import type { Sentences } from '@tongban/contract';
import type { RepairAct, Why } from './rules.ts';

/** What each refusal about a repair order says. */
export const whyNot: Readonly<Record<Why, string>> = {
  rated: '被评价的人不能处理这张整改单，交给本单位其他人',
  order: '整改单已经走到别的一步，刷新后再看',
  'not-handler': '这张整改单在别人手上，由领办的人处理',
  'call-first': '还没有回访。打电话听听评价人的意见，记下结果再办结',
  appealed: '这条评价已经申诉过，一条评价只能申诉一次',
  'no-appeal': '没有等待复核的申诉',
  'own-appeal': '申诉的人不能自己复核，交给另一位督办',
  supervisor: '复核由督办岗位作出，换到督办岗位再处理',
};

/** 整改经过 in the words of the desk. */
export const actTitles: Readonly<Record<RepairAct, string>> = {
  take: '领办',
  answer: '答复',
  'not-reached': '回访，没有联系上',
  satisfied: '回访，已经满意',
  dissatisfied: '回访，仍不满意，重新整改',
  close: '办结',
  appeal: '提出申诉',
  upheld: '复核：维持评价',
  struck: '复核：剔除评价',
};

/** What refusals of ratings say in both languages. */
export const sentences: Sentences = {
  'ratings.not-ended': {
    zh: '这件事还没有办完，办完再评',
    en: 'This is not finished yet; rate it when it is',
  },
  'ratings.rated': {
    zh: '这次服务已经评过了，一次服务评一次',
    en: 'This service has been rated already; each is rated once',
  },
  'ratings.too-late': {
    zh: '可以评价的日子已经过了。有意见可以打咨询电话',
    en: 'The days for rating are over; you can still call the enquiry line',
  },
  'ratings.no-number': {
    zh: '今天在这里没有刚办完的这个号。核对号票再输，也可以扫号票上的二维码评价',
    en: 'No number like this was finished here lately; check your slip, or scan the code on it',
  },
  'ratings.signature': {
    zh: '签名对不上，回复没有收下',
    en: 'The signature does not fit; the reply was not taken',
  },
  'ratings.reply': { zh: '回复里缺少编号、号码或内容', en: 'The reply lacks a number, a phone or a text' },
  'ratings.reason': {
    zh: '有的原因不在可选的里面，重新点一下',
    en: 'One of the reasons is not among those offered; choose again',
  },
  'ratings.not-shown': {
    zh: '屏幕上的评价已经换了，看新的再点',
    en: 'What stands on the screen has changed; look again',
  },
  'repairs.missing': {
    zh: '没有这张整改单，或您不能看它',
    en: 'There is no such repair order, or you may not see it',
  },
  'surveys.missing': { zh: '没有这份问卷', en: 'There is no such survey' },
  'surveys.taken': {
    zh: '您已经答过这份问卷，谢谢',
    en: 'You have answered this survey already; thank you',
  },
  'surveys.unanswered': {
    zh: '还有问题没有选，每个问题选一项',
    en: 'Some questions are open; choose one answer for each',
  },
  'ratings.no-post': { zh: '先选一个岗位', en: 'Choose a post first' },
  'praises.day': { zh: '收到的日期不能在今天以后', en: 'The day of receipt cannot be in the future' },
  'repairs.rated': {
    zh: whyNot.rated,
    en: 'Whoever was rated cannot handle this order; hand it to somebody else',
  },
  'repairs.call-first': { zh: whyNot['call-first'], en: 'Call the rater back first, then close' },
  'repairs.order': { zh: whyNot.order, en: 'The order has moved on; look at it again' },
  'repairs.not-handler': { zh: whyNot['not-handler'], en: 'Somebody else has this order in hand' },
  'repairs.appealed': { zh: whyNot.appealed, en: 'This rating has been appealed already; once is all' },
  'repairs.no-appeal': { zh: whyNot['no-appeal'], en: 'No appeal waits to be re-checked' },
  'repairs.own-appeal': {
    zh: whyNot['own-appeal'],
    en: 'Whoever appealed cannot re-check; leave it to another supervisor',
  },
  'repairs.supervisor': { zh: whyNot.supervisor, en: 'Re-checks are for supervisors' },
};

import type { PaymentState, Sentences, Words } from '@tongban/contract';
import type { Provider } from './providers/port.ts';

const WINDOW_WAYS: Readonly<Record<string, Words>> = {
  cash: { zh: '窗口现金', en: 'Cash at the window' },
  pos: { zh: '窗口刷卡', en: 'Card at the window' },
};

/** What a way of paying is called. */
export function wayName(providers: readonly Pick<Provider, 'way' | 'name'>[], way: string): Words {
  return providers.find((one) => one.way === way)?.name ?? WINDOW_WAYS[way] ?? { zh: way };
}

/** What a state is called. */
export const STATE_TITLES: Readonly<Record<PaymentState['state'], Words>> = {
  open: { zh: '待缴费', en: 'To be paid' },
  checking: { zh: '正在核对到账', en: 'We are checking a payment' },
  paid: { zh: '已缴费', en: 'Paid' },
  refunding: { zh: '正在退费', en: 'Being refunded' },
  refunded: { zh: '已退费', en: 'Refunded' },
  closed: { zh: '不用缴了', en: 'No longer due' },
};

/** What refusals of payments say in both languages. */
export const sentences: Sentences = {
  'payments.order': {
    zh: '没有这张缴款单，或您不能看它。核对编号再试',
    en: 'There is no such payment, or you may not see it. Check the number and try again',
  },
  'payments.state': {
    zh: '这张缴款单的状态已经变了，刷新后再看',
    en: 'This payment has changed. Reload the page to see how it stands',
  },
  'payments.way': {
    zh: '现在不能用这种方式缴费，换一种方式',
    en: 'This way of paying is not available now. Choose another',
  },
  'payments.provider-away': {
    zh: '支付机构没有回应，钱没有扣。过一会儿再试，也可以到窗口缴',
    en: 'The payment service did not answer and no money was taken. Try later, or pay at the window',
  },
  'payments.wechat-unknown': {
    zh: '在微信里缴费，先到“消息”里关联微信；也可以用手机浏览器打开这一页缴',
    en: 'To pay inside WeChat, link your WeChat under Messages first, or open this page in the browser of your phone',
  },
  'payments.under-way': {
    zh: '上一次支付还没有结果，查清以前不能换方式。过几分钟再看，不会重复扣钱',
    en: 'Your last attempt has no result yet, so you cannot change the way now. Look again in a few minutes; you will not be charged twice',
  },
  'payments.amount': {
    zh: '收的钱和应缴的不一样，核对金额',
    en: 'The money taken is not what is due. Check the amount',
  },
  'payments.slip': {
    zh: '填写签购单上的交易号；同一个交易号只能用一次',
    en: 'Give the number on the card slip; one number counts once',
  },
  'payments.receipt': {
    zh: '还没有缴清，没有凭证',
    en: 'There is no receipt because this is not paid',
  },
  'payments.refund': { zh: '没有这个退费申请', en: 'There is no such refund' },
  'payments.two-people': {
    zh: '退费要两个人：谁申请的，不能由谁确认',
    en: 'A refund takes two people: whoever asked cannot confirm',
  },
  'payments.refund-asked': {
    zh: '这张缴款单已经申请退费',
    en: 'A refund of this payment has been asked for already',
  },
  'payments.bill': {
    zh: '没有查到您名下的这张缴款单。核对缴款单号再试',
    en: 'There is no such bill in your name. Check its number and try again',
  },
  'payments.bill-away': {
    zh: '财政非税系统没有回应，过一会儿再查',
    en: 'The non-tax revenue system did not answer. Try again later',
  },
  'payments.difference': {
    zh: '没有这条差异，或已经有人说明',
    en: 'There is no such difference, or it has been explained',
  },
  'payments.held': {
    zh: '没有这笔到账，或已经处理',
    en: 'There is no such payment, or it has been settled',
  },
};

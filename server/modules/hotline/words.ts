import type { Sentences, Words } from '@tongban/contract';
import type { OrderStep, StepType } from './rules/steps.ts';
import type { OrderWhy } from './rules/why.ts';
import { comingWords, visitSentences, whyNoVisit } from './visit-words.ts';

/** What each refusal about an order says. */
export const whyNot: Readonly<Record<OrderWhy, Words & { en: string }>> = {
  missing: { zh: '没有这张工单，或您不能看它', en: 'There is no such order, or you may not see it' },
  role: { zh: '这一步不归您的岗位办', en: 'This is not for your post' },
  stage: { zh: '工单已经走到别的一步，刷新后再看', en: 'The order has moved on; look at it again' },
  desk: { zh: '这一步由受理的单位办', en: 'This is for the desk that took the order in' },
  unit: { zh: '工单现在不在您的单位', en: 'The order does not stand with your unit now' },
  handler: { zh: '工单在别人手上，由领办的人处理', en: 'Somebody else has this order in hand' },
  held: { zh: '已经有人领办', en: 'Somebody has taken it in hand already' },
  'tip-off': { zh: '举报只由承办单位办，不能这样处理', en: 'A tip-off stays with the unit that handles it' },
  secret: { zh: '要求保密的诉求不公开答复', en: 'What was asked in secret is not answered in public' },
  procedure: {
    zh: '来人有一件正在办的信访或复议，先确认是不是同一件',
    en: 'A petition of the same person is running; say first whether this is the same',
  },
  'no-procedure': { zh: '没有要区分的在办程序', en: 'There is no procedure to tell it apart from' },
  'asked-already': {
    zh: '延期只能申请一次，这张已经申请过。按现在的期限办；办不完的，请求协办或者上交',
    en: 'More time is asked for once only. Keep to the day that stands, or ask for help or hand it up',
  },
  'not-asked': { zh: '没有等待批准的延期', en: 'Nobody has asked for more time' },
  'too-late': {
    zh: '已经过了可以这样做的日子，或超过了最多的天数',
    en: 'It is too late for this, or more than may be granted',
  },
  'own-wish': { zh: '自己申请的延期由别人批准', en: 'Somebody else grants what you asked for' },
  helping: { zh: '这个单位已经在办这张工单', en: 'This unit is at work on the order already' },
  'not-above': { zh: '上交只能交给上级单位', en: 'An order is handed up to a unit above' },
  'not-below': { zh: '只能交给本级或下级单位', en: 'An order goes to this unit or one below' },
  handed: {
    zh: '上级或下级交来的工单不退回，办完交还',
    en: 'What was handed to you is handed back, not returned',
  },
  'handed-on': {
    zh: '工单已经上交或下交，现在由那一级办；交还以后再办，在这之前可以看',
    en: 'The order was handed on and stands with that level; you may look on until it is handed back',
  },
  'not-handed': { zh: '这张工单不是别的层级交来的', en: 'Nobody has handed this order to you' },
  'no-draft': { zh: '还没有拟好答复', en: 'No reply has been drafted yet' },
  'not-reviewed': {
    zh: '答复还没有审核通过。公开的答复要两个人审核',
    en: 'The reply has not been passed; a public one takes two',
  },
  'own-draft': { zh: '自己拟的答复由别人审核', en: 'Somebody else passes what you drafted' },
  passed: { zh: '您已经审核过，再由另一个人审核', en: 'You have passed it; another person passes it too' },
  waits: {
    zh: '还在等来人答复，没到可以直接办结的时候',
    en: 'An answer is still awaited; it cannot be closed yet',
  },
  urged: { zh: '今天已经催过，明天可以再催', en: 'You have urged it today; you can again tomorrow' },
  itself: {
    zh: '不能并到这张工单：它已经办结、是举报，或就是这一张',
    en: 'It cannot be merged into this one',
  },
  own: { zh: '这是您本人的诉求，由同事处理', en: 'This is your own order; a colleague handles it' },
  reopened: {
    zh: '已经重办过，不能再重开。仍不满意可以重新提交',
    en: 'It was reopened before; send a new one',
  },
  'not-open': { zh: '这类诉求的答复不公开', en: 'Answers to orders of this kind are not made public' },
  'not-due': { zh: '还没到催办的时候', en: 'It is not due yet' },
  ...whyNoVisit,
};

/** 工单经过 in the words of the desk. */
export const stepTitles: Readonly<Record<StepType, string>> = {
  registered: '诉求受理',
  classified: '分类',
  'sealed-off': '认定为举报，只由承办单位办',
  dispatched: '派单',
  claimed: '领办',
  returned: '退回',
  'time-asked': '申请延期',
  'time-granted': '同意延期',
  'time-refused': '不同意延期',
  'help-asked': '请求协办',
  'help-given': '协办答复',
  handed: '上交或下交',
  'handed-back': '交还',
  supervised: '督办',
  'visit-arranged': '约上门',
  drafted: '拟答复',
  passed: '审核通过',
  'sent-back': '审核退回',
  replied: '答复',
  'not-reached': '回访，没有联系上',
  satisfied: '回访，已经解决',
  dissatisfied: '回访，没有解决',
  reopened: '重办',
  urged: '来人催办',
  attached: '补充附件',
  'told-apart': '确认不是在办程序的同一件',
  linked: '关联办件',
  reminded: '到期催办',
  named: '超期通报',
  closed: '办结归档',
};

/** What whoever asked reads of what happened; steps inside the bureau are not told. */
const ownSteps: Readonly<Partial<Record<StepType, Words & { en: string }>>> = {
  registered: { zh: '我们收到了', en: 'We have received it' },
  dispatched: { zh: '已交给承办单位', en: 'It went to the unit that handles it' },
  claimed: { zh: '有人在办了', en: 'Somebody is working on it' },
  'time-granted': {
    zh: '需要多一些时间，新的答复日已写在上面',
    en: 'More time is needed; the new day stands above',
  },
  handed: { zh: '已转到另一级公安机关', en: 'It went to another level' },
  replied: { zh: '已答复', en: 'It was answered' },
  reopened: { zh: '重新办理', en: 'It is being worked on again' },
  urged: { zh: '您催了一次', en: 'You urged it' },
  attached: { zh: '您补充了附件', en: 'You added files' },
  closed: { zh: '已办结', en: 'It is closed' },
};

/** 撤回 is an ending of their own making, and told as that; of a visit the day is told. */
export function ownStepWords(step: OrderStep): (Words & { en: string }) | undefined {
  if (step.type === 'closed' && step.how === 'withdrawn') return { zh: '您撤回了', en: 'You took it back' };
  return step.type === 'visit-arranged' ? comingWords(step) : ownSteps[step.type];
}

/** What a procedure is called. */
export const procedureNames: Readonly<Record<string, string>> = {
  petition: '信访',
  review: '行政复议',
  lawsuit: '诉讼',
  arbitration: '仲裁',
  discipline: '纪检监察',
};

/** What refusals of orders say in both languages. */
export const sentences: Sentences = {
  ...Object.fromEntries(Object.entries(whyNot).map(([why, said]) => [`orders.${why}`, said])),
  ...visitSentences,
  'orders.no-post': { zh: '先选一个岗位', en: 'Choose a post first' },
  'orders.empty': { zh: '写一句要反映什么，再提交', en: 'Say what it is about, then send it' },
  'orders.emergency-now': {
    zh: '正在发生的，现在就打 110、119、120 或 122；不是正在发生的，勾选说明后再提交',
    en: 'If it is happening now, call 110, 119, 120 or 122. If not, tick that it is not, and send again',
  },
  'orders.city': { zh: '选一个城市', en: 'Choose a city' },
  'orders.unit': { zh: '没有这个单位，重新选一个', en: 'There is no such unit' },
  'orders.matter': { zh: '没有这个事项或标签，重新选', en: 'There is no such matter or label' },
  'orders.version': { zh: '工单刚刚有了变化，看过再办', en: 'The order has just changed; look at it first' },
  'orders.files': { zh: '有的附件没有传完，传完再交', en: 'Some files have not arrived; send them first' },
  'orders.anonymous-files': {
    zh: '匿名时不能带附件，附件会留下是谁传的',
    en: 'Files would tell who you are; leave them out or give your name',
  },
  'orders.receipt': {
    zh: '没有这个查询码，核对回执上的 16 位数字',
    en: 'There is no such receipt; check its 16 digits',
  },
  'orders.answer': { zh: '没有这条公开答复', en: 'There is no such answer' },
  'orders.closed': {
    zh: '工单已经办结，不再显示电话',
    en: 'The order is closed; its phone is not shown any more',
  },
  'orders.call': { zh: '没有这通电话，或不是您接的', en: 'There is no such call, or it is not yours' },
  'orders.not-callers': {
    zh: '这件不是来电人在办的，从来电人的办件里选',
    en: 'This is no open case of whoever calls; choose one of theirs',
  },
  'orders.extension': { zh: '先填您坐的分机号', en: 'Say first at which extension you sit' },
  'orders.real-telephone': {
    zh: '已接真实话务系统，不能模拟来电',
    en: 'Calls are real here and cannot be pretended',
  },
  'orders.signature': { zh: '签名不对，没有收下', en: 'The signature is wrong; nothing was taken' },
  'orders.wrap-up': { zh: '没有这个小结，重新选一个', en: 'There is no such code' },
  'orders.root-cause': { zh: '没有这个原因类型，重新选一个', en: 'There is no such root cause' },
  'orders.not-stuck': { zh: '这张工单不是办不成事', en: 'Nothing was stuck in this order' },
  'orders.duty-hours': { zh: '值班的开始和结束不能一样', en: 'A duty begins and ends at different hours' },
  'orders.defect': { zh: '没有这条要改的指南', en: 'There is no such defect' },
  'orders.procedure-unclear': {
    zh: '在办程序要写编号，还要写电话或身份证号码',
    en: 'A procedure needs its number, and the phone or ID number of whoever brought it',
  },
  'orders.procedure-missing': {
    zh: '没有这件在办程序，或已经结束',
    en: 'There is no such procedure, or it has ended',
  },
  'orders.procedure-known': { zh: '这个编号已经登记过', en: 'This number is known already' },
};

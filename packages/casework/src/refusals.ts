import type { Words } from '@tongban/kernel';

/** Why a command is refused, in words for whoever gave it: what happened and what to do. */
export const REFUSALS = {
  finished: { zh: '这件事已经结束，不能再改', en: 'This case has ended and cannot be changed' },
  'wrong-state': {
    zh: '办件的状态变了，现在不能这样做。刷新后再看',
    en: 'The case has moved on; reload it and look again',
  },
  role: { zh: '这一步不由您的岗位办理', en: 'This step belongs to another role' },
  'not-own-case': {
    zh: '这不是您的办件，也没有委托给您',
    en: 'This is not your case and you have no mandate for it',
  },
  'own-case': {
    zh: '这是您本人申请的事，要由同事办理',
    en: 'You are the applicant; a colleague must handle this case',
  },
  'intake-approval': {
    zh: '您收过这件的材料，要由另一位同事审批',
    en: 'You took this case in; someone else must approve it',
  },
  'four-eyes': {
    zh: '前面的环节是您办的，这一步要由另一位同事办',
    en: 'You handled an earlier step; someone else must take this one',
  },
  'already-signed': {
    zh: '您在这一环节签过了，还要等其他人会签',
    en: 'You have signed this step; others still have to',
  },
  'not-assigned': { zh: '这件已分给另一位同事', en: 'This case is assigned to a colleague' },
  'no-such-step': { zh: '这个环节现在没有打开', en: 'That step is not open now' },
  'no-earlier-step': { zh: '前面没有可以退回的环节', en: 'There is no earlier step to return to' },
  'not-reviewed': {
    zh: '审核环节还没有走完，不能作决定',
    en: 'The review steps are not finished, so no decision is possible',
  },
  'nothing-listed': { zh: '写明缺什么、怎么补，一次写全', en: 'List everything missing and how to mend it' },
  'second-notice': {
    zh: '补正只能告知一次，这件已经告知过',
    en: 'Corrections are asked for once, and this case has had its notice',
  },
  'reply-day': { zh: '补正期限要在今天之后', en: 'The last day to answer must be after today' },
  'deemed-accepted': {
    zh: '收到材料已超过 5 个工作日，没有告知补正，视为已受理',
    en: 'Five working days have passed since receipt without a notice; the case counts as accepted',
  },
  'not-yet-due': { zh: '期限还没有到', en: 'The period has not ended yet' },
  'no-reason': { zh: '写明原因', en: 'Give the reason' },
  'no-basis': { zh: '写明依据的法律条文', en: 'Name the legal basis' },
  'no-remedy': {
    zh: '告诉申请人还能怎么办：复议、诉讼或办不成事窗口',
    en: 'Tell the applicant which remedies remain',
  },
  'no-such-procedure': { zh: '这个事项没有这项特别程序', en: 'This item has no such special procedure' },
  'extended-before': { zh: '期限只能延长一次', en: 'The limit can be extended only once' },
  'extension-asked': {
    zh: '已经申请过延长，等负责人决定',
    en: 'An extension has been asked for already; the head has to decide',
  },
  'extension-not-asked': { zh: '没有等您决定的延长申请', en: 'No extension is waiting for a decision' },
  'own-request': {
    zh: '延长是您申请的，要由另一位负责人决定',
    en: 'You asked for this extension; someone else must decide it',
  },
  'too-long': { zh: '延长的天数超过了规定', en: 'The extension is longer than allowed' },
  overdue: { zh: '期限已经过了，不能再延长', en: 'The limit has passed and can no longer be extended' },
  'waits-for-you': {
    zh: '现在等您补材料或领取结果，办好以后我们接着办',
    en: 'We are waiting for you: send what is missing, or collect the result',
  },
  'urged-today': {
    zh: '今天已经催过，我们看到了。明天可以再催',
    en: 'You have urged us today and we have seen it; you may urge again tomorrow',
  },
  'no-such-ask': { zh: '没有等申请人办的这件事', en: 'Nothing of this kind is being waited for' },
  'no-waybill': { zh: '填写快递单号', en: 'Enter the waybill number' },
  'no-receiver': { zh: '填写领取人或接收单位', en: 'Enter who receives it' },
  'nothing-granted': {
    zh: '这件没有准予，没有可以撤销的决定',
    en: 'Nothing was granted here, so there is nothing to revoke',
  },
  'own-decision': {
    zh: '这件是您决定的，要由另一位同事撤销',
    en: 'You decided this case; someone else must revoke it',
  },
  'nothing-to-produce': { zh: '这件没有要制作的证件', en: 'This case has no document to make' },
  'not-produced': {
    zh: '证件还没有制作和交付，不能办结',
    en: 'The document has not been made and handed over yet',
  },
} as const satisfies Record<string, Words>;

export type Why = keyof typeof REFUSALS;

export type No = { readonly ok: false; readonly why: Why; readonly message: string };
export type Verdict = { readonly ok: true } | No;

export const YES: Verdict = { ok: true };

export function no(why: Why): No {
  return { ok: false, why, message: REFUSALS[why].zh };
}

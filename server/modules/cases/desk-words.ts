import type { Action, ActionType, Status } from '@tongban/casework';

/** 内部状态: what staff call each state. */
export const STATE_NAMES: Readonly<Record<Status, string>> = {
  none: '未提交',
  draft: '草稿',
  submitted: '待收件核对',
  'pre-review': '收件核对中',
  'correction-before-acceptance': '等待补正（受理前）',
  'not-accepted': '不予受理',
  accepted: '已受理',
  'in-review': '审查中',
  'awaiting-decision': '待决定',
  'correction-after-acceptance': '等待补交（受理后）',
  'special-procedure': '特别程序中',
  decided: '已决定',
  producing: '制证中',
  'at-issue-desk': '待领取',
  'in-delivery': '寄送中',
  closed: '已办结',
};

/** 办件动作: what staff call each action. */
export const ACTION_NAMES: Readonly<Record<ActionType, string>> = {
  opened: '建立办件',
  'draft-saved': '保存草稿',
  submitted: '提交申请',
  'pre-review-started': '认领并核对',
  'correction-requested': '补正告知',
  resubmitted: '补交材料',
  accepted: '受理',
  'not-accepted': '不予受理',
  assigned: '分派',
  'step-passed': '环节通过',
  'step-returned': '环节退回',
  'special-procedure-started': '启动特别程序',
  'special-procedure-ended': '结束特别程序',
  'extension-requested': '申请延长期限',
  'extension-declined': '不同意延长期限',
  'limit-extended': '批准延长期限',
  asked: '请申请人配合',
  'ask-settled': '申请人已配合',
  'decision-lapsed': '决定没有发出',
  granted: '准予',
  refused: '不予',
  'production-started': '开始制证',
  'result-ready': '可以领取',
  sent: '寄出结果',
  'handed-over': '交付结果',
  closed: '办结',
  returned: '退回办结',
  forwarded: '转报办结',
  withdrawn: '申请人撤回',
  'correction-expired': '逾期未补正',
  revoked: '撤销决定',
};

/** What was said with an action: reason, opinion, receiver, days or everything asked for. */
export function findDetail(action: Action): string | undefined {
  if ('refusal' in action) return `${action.refusal.reason}（${action.refusal.basis.join('；')}）`;
  if ('missing' in action) return action.missing.map(({ what }) => what).join('；');
  if ('assignment' in action) return action.assignment.why;
  if ('days' in action) return `${action.days} 天：${action.reason}`;
  const { opinion, to, reason, result, detail, text, waybill } = action as Partial<Record<string, string>>;
  const said = [opinion, to, reason, result, detail, text, waybill].filter(Boolean);
  return said.length === 0 ? undefined : said.join('：');
}

/** What the auditor's page says. */
export const auditWords = {
  title: '审计',
  none: '没有符合的记录。',
  more: '再看一些',
  at: '时间',
  actor: '谁',
  role: '角色',
  action: '做了什么',
  object: '对什么',
  purpose: '为什么',
  result: '结果',
  results: { done: '完成', denied: '越权', refused: '拒绝', failed: '出错' },
  index: '序号',
  unsealed: '未封存',
  sealed: '已封存',
  waiting: '等封存',
  waitingFor: (count: number, seconds: number) =>
    count === 0 ? '没有' : `${count} 条，最早的等了 ${seconds} 秒`,
  root: '根值',
} as const;

/** What is said of files that are laid under something. */
export const attachWords = {
  press: '添加附件',
  label: '附件',
  kinds: '照片或 PDF，一次最多 9 个',
  sending: (percent: number) => `${percent}%`,
  drop: (name: string) => `去掉 ${name}`,
  tooMany: (most: number) => `一次最多 ${most} 个，多的没有添加`,
  twice: '已经选过',
  failed: '没有传上，再选一次',
  needSent: '附件还在传，传完再提交',
  needOne: '选照片或 PDF',
} as const;

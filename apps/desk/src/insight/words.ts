/** What the analysis of orders says. */
export const insightWords = {
  link: '舆情',
  title: '舆情分析',
  loading: '正在读取',
  exporting: '导出',
  file: (from: string, to: string) => `舆情分析 ${from} 至 ${to}`,
  none: '这段时间没有诉求',
  noneHelp: '换一段时间再看。',
  totals: {
    received: '收到',
    closed: '办结',
    satisfied: '说已解决',
    reopened: '重办',
  },
  count: (value: number) => value.toLocaleString('zh-CN'),
  asked: (count: number) => `${count.toLocaleString('zh-CN')} 件有答复`,
  compared: (now: number, before: number) => {
    if (before === 0) return '前期没有';
    const change = Math.round((100 * (now - before)) / before);
    return change === 0 ? '与前期持平' : `比前期${change > 0 ? '多' : '少'} ${Math.abs(change)}%`;
  },
  daily: '每天收到',
  onDay: (day: string, count: number) => `${day}，${count.toLocaleString('zh-CN')} 件`,
  topics: '反映的事项',
  fraud: '诈骗类型',
  regions: '地区',
  kinds: '诉求类别',
  channels: '来源渠道',
  bursts: '突增',
  noBursts: '没有哪个事项比往常多出很多',
  burst: (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`),
  expected: (seen: number, usual: number) =>
    usual < 1 ? `${seen} 件，往常几乎没有` : `${seen} 件，往常约 ${Math.round(usual)} 件`,
  heads: { name: '名称', received: '收到', before: '前期', satisfied: '说已解决', reopened: '重办' },
  axes: { topic: '事项', fraud: '诈骗', region: '地区', kind: '类别', channel: '渠道' },
  axis: '分项',
  dash: '—',
  share: (part: number, whole: number) => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`),
  more: (count: number) => `其余 ${count} 项在导出的表里`,
  feed: (lines: number, written: number) =>
    written >= lines
      ? `舆情流已写到第 ${written} 条`
      : `舆情流已写到第 ${written} 条，还有 ${lines - written} 条`,
  pushed: (lines: number, pushed: number, failures: number) =>
    failures > 0
      ? `推送停在第 ${pushed} 条，已试 ${failures} 次，会再试`
      : pushed >= lines
        ? '都已推送'
        : `还有 ${lines - pushed} 条待推送`,
  noPeer: '没有接舆情系统，只写文件',
  note: '举报只计入类别和渠道，不计入事项；诈骗类型少于 3 件的不列。突增是与前八周同一星期几相比。',
};

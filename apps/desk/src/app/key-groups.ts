import { caseWords } from '../case/words.ts';
import { forumWords } from '../forums/words.ts';
import { hallWords } from '../hall/words.ts';
import { hotlineWords } from '../hotline/words.ts';
import { hotlistWords } from '../hotlist/words.ts';
import { intakeKeys } from '../intake/intake-keys.ts';
import { issueWords } from '../issue/words.ts';
import { knowledgeWords } from '../knowledge/words.ts';
import { machineWords } from '../machines/words.ts';
import { orderWords } from '../orders/words.ts';
import { planWords } from '../plan/words.ts';
import { queueWords } from '../queue/words.ts';
import { receptionWords } from '../reception/words.ts';
import { stuckWords } from '../stuck/words.ts';
import { words } from '../words.ts';

/** 快捷键: every key of the desk with what it does, as the sheet shows them. */
export const keyGroups: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
}[] = [
  {
    title: words.keys.groups.everywhere,
    keys: [
      [['?'], '打开这张表'],
      [['t'], '回到我的任务'],
      [['L'], `${words.app.large}、${words.app.standard}`],
      [['Esc'], '关闭对话框'],
      [['Ctrl+Enter'], '确认对话框'],
    ],
  },
  { title: queueWords.title, keys: queueWords.keys },
  { title: words.keys.groups.intake, keys: intakeKeys },
  { title: receptionWords.title, keys: receptionWords.keys },
  { title: hallWords.title, keys: hallWords.keys },
  { title: planWords.title, keys: planWords.keys },
  { title: machineWords.title, keys: machineWords.keys },
  { title: issueWords.title, keys: issueWords.keys },
  { title: hotlineWords.keysTitle, keys: hotlineWords.keys },
  { title: orderWords.keysTitle, keys: orderWords.keys },
  { title: stuckWords.title, keys: stuckWords.keys },
  { title: knowledgeWords.keysTitle, keys: knowledgeWords.keys },
  { title: forumWords.keysTitle, keys: forumWords.keys },
  { title: hotlistWords.keysTitle, keys: hotlistWords.keys },
  {
    title: words.keys.groups.tasks,
    keys: [
      [['/'], '查找'],
      [['j', 'k'], '下一件、上一件'],
      [['Enter'], '打开办件'],
      [['1', '7'], '换分类，1 到 7'],
      [['x', 'X'], '选中、全选'],
      [['c', 'e', 'p'], '选中的：认领、通过、打印'],
      [['f'], '筛选'],
      [['m'], '再看一些'],
      [['g'], '刷新'],
    ],
  },
  {
    title: words.keys.groups.checks,
    keys: [
      [['j', 'k'], '下一个、上一个要点'],
      [['c'], '合格，到下一个'],
      [['C'], '这份材料没核对的都合格'],
      [['x'], '标为缺陷，写说明'],
      [['1', '7'], '换标签页，1 到 7'],
    ],
  },
  {
    title: words.keys.groups.viewer,
    keys: [
      [['[', ']'], '上一页、下一页'],
      [['+', '-'], '放大、缩小'],
      [['0'], '适合窗口'],
      [['.'], '旋转'],
      [['v'], '并排对照'],
    ],
  },
  {
    title: words.keys.groups.acts,
    keys: [
      [['F6'], `${caseWords.acts.claim}、${caseWords.acts.accept}`],
      [['n'], caseWords.acts['request-correction']],
      [['d'], `${caseWords.acts['not-accept']}、${caseWords.acts.refuse}`],
      [['e'], `${caseWords.acts['pass-step']}、${caseWords.acts.grant}`],
      [['r'], caseWords.acts['return-step']],
      [['s'], '特别程序：启动、结束'],
      [['l'], '延期：申请、审批'],
      [['a'], '请申请人配合'],
      [['z'], '撤回十秒内的决定'],
      [['u'], '查看完整号码'],
      [['⇧J', '⇧K'], '下一件、上一件'],
      [['F9'], caseWords.papers.newest],
      [['F10'], `${caseWords.acts['finish-production']}、${caseWords.acts['hand-over']}`],
    ],
  },
];

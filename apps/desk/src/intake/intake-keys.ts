import { intakeWords } from './words.ts';

const { steps } = intakeWords;

/** The keys of the intake screen, as the sheet shows them. */
export const intakeKeys = [
  [['F6'], '开始受理：叫到的号，或读卡器上的身份证'],
  [['/'], '添加事项'],
  [['1', '9'], '回答、接着办预约、号上的事和草稿、选说法'],
  [['u'], '不清楚'],
  [[intakeWords.questions.backKey], '上一问'],
  [['q', 'f', 'm'], `${steps.questions}、${steps.form}、${steps.materials}`],
  [['[', ']'], '上一个、下一个事项'],
  [['n'], '下一项要做的'],
  [['F7'], '采集一页'],
  [['c', 'x'], '要点合格、有缺陷'],
  [['C'], '这份材料全部合格'],
  [['j', 'k'], '下一个、上一个要点'],
  [['J', 'K'], '下一份、上一份材料'],
  [['o', 'l', 'h'], '已看原件、用电子证照、告知承诺'],
  [['z'], '清除，重新收'],
  [['e'], '修整这一页'],
  [['<', '>'], '把这一页往前、往后移'],
  [['F8'], '请群众确认并签名'],
  [['F9'], '交件并打印凭证'],
  [['F10'], '办结并叫下一位'],
  [['Ctrl+k'], '命令'],
] as const;

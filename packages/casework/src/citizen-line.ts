import type { WorkingCalendar } from '@tongban/calendar';
import type { Day, Words } from '@tongban/kernel';
import { dayWords, endingLine, NEED_WORDS, progressLine } from './citizen-words.ts';
import { readClocks } from './clocks.ts';
import { answerDueOn } from './decide-intake.ts';
import type { CaseState, DecidedFile, FiledFile } from './state.ts';

/** The one line under the headline, and the day it speaks of, when there is one. */
export type CitizenLine = { readonly line: Words; readonly by?: Day };

/** Says by when, how far, or what to do next; a question still open to the applicant comes first. */
export function citizenLine(state: CaseState, calendar: WorkingCalendar, today: Day): CitizenLine {
  const ask = 'file' in state && 'asks' in state.file ? state.file.asks[0] : undefined;
  if (ask !== undefined && state.status !== 'closed' && !('notice' in state)) {
    const words = NEED_WORDS[ask.need];
    return { line: { zh: `${words.zh}：${ask.detail}`, en: `${words.en}: ${ask.detail}` } };
  }
  switch (state.status) {
    case 'none':
    case 'draft':
      return { line: { zh: '提交以后我们才能开始办', en: 'We can begin once you submit it' } };
    case 'submitted':
    case 'pre-review':
      return answerBy(state.file, calendar);
    case 'correction-before-acceptance':
    case 'correction-after-acceptance':
      return dated(state.notice.replyBy, (day) => [
        `${day.zh} 前补上材料`,
        `Send what is missing by ${day.en}`,
      ]);
    case 'special-procedure':
      return dated(state.running.dueOn, (day) => [`预计 ${day.zh} 前恢复`, `Expected to go on by ${day.en}`]);
    case 'accepted':
    case 'in-review':
    case 'awaiting-decision':
    case 'decided':
    case 'producing':
      return running(state, calendar, today);
    case 'at-issue-desk':
    case 'in-delivery':
      return ready(state);
    case 'not-accepted':
      return { line: { zh: state.refusal.reason, en: `Not accepted on ${dayWords(state.on).en}` } };
    case 'closed':
      return { line: endingLine(state.how, state.on) };
  }
}

function answerBy(file: FiledFile, calendar: WorkingCalendar): CitizenLine {
  const by = answerDueOn(calendar, file.receivedOn);
  return dated(by, (day) => [`最晚 ${day.zh} 告诉您结果`, `We will tell you the result by ${day.en}`]);
}

function running(state: CaseState, calendar: WorkingCalendar, today: Day): CitizenLine {
  if (state.status === 'producing') {
    return { line: { zh: '已经同意，正在制作证件', en: 'Granted; your document is being made' } };
  }
  const { promised, statutory } = readClocks(state, calendar, today);
  const leading = promised ?? statutory;
  if (leading === undefined || leading.stoppedOn !== undefined) {
    return state.status === 'decided'
      ? { line: { zh: '已经作出决定，正在办手续', en: 'Decided; the paperwork is under way' } }
      : {
          line: { zh: '我们正在办，暂时不用您做什么', en: 'We are working on it; nothing for you to do now' },
        };
  }
  return { line: progressLine(leading), by: leading.dueOn };
}

function ready(state: { readonly file: DecidedFile; readonly waybill?: string }): CitizenLine {
  const { waybill } = state;
  return waybill === undefined
    ? { line: { zh: '到出件窗口领取', en: 'Collect it at the issue counter' } }
    : { line: { zh: `运单号 ${waybill}`, en: `Waybill ${waybill}` } };
}

function dated(by: Day, say: (day: Words) => readonly [zh: string, en: string]): CitizenLine {
  const [zh, en] = say(dayWords(by));
  return { line: { zh, en }, by };
}

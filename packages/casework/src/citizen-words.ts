import type { Day, Words } from '@tongban/kernel';
import type { ClockReading } from './clocks.ts';
import type { Ending, Need } from './state.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as people say it: 12月5日 / 5 December. */
export function dayWords(day: Day): Words {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  return { zh: `${month}月${date}日`, en: `${date} ${MONTHS[month - 1]}` };
}

/** What the applicant must do besides materials. */
export const NEED_WORDS: Readonly<Record<Need, Words>> = {
  pay: { zh: '等您缴费', en: 'Waiting for your payment' },
  visit: { zh: '等您到窗口来一次', en: 'Waiting for you to come to the counter' },
  confirm: { zh: '等您确认信息', en: 'Waiting for you to confirm your details' },
};

/** How a finished case ended, with its day. */
export function endingLine(how: Ending, on: Day): Words {
  const day = dayWords(on);
  const words: Readonly<Record<Ending, Words>> = {
    granted: { zh: `${day.zh} 办结`, en: `Finished on ${day.en}` },
    refused: { zh: `${day.zh} 作出决定`, en: `Decided on ${day.en}` },
    returned: { zh: `${day.zh} 退回`, en: `Returned on ${day.en}` },
    withdrawn: { zh: `${day.zh} 撤回`, en: `Withdrawn on ${day.en}` },
    expired: { zh: `没有按时补正，${day.zh} 停止办理`, en: `Nothing was sent in time; stopped on ${day.en}` },
    revoked: { zh: `${day.zh} 撤销决定`, en: `Revoked on ${day.en}` },
    forwarded: { zh: `${day.zh} 转给有权办理的单位`, en: `Passed to the office in charge on ${day.en}` },
  };
  return words[how];
}

/** How far the promised time has run; says so when it has run out. */
export function progressLine(reading: ClockReading): Words {
  const { used, limit, overdue } = reading;
  const unit = limit.unit === 'working' ? '个工作日' : '天';
  const days = limit.unit === 'working' ? 'working days' : 'days';
  if (overdue) {
    return {
      zh: `已超过承诺的 ${limit.days} ${unit}，我们正在抓紧办`,
      en: `Past the promised ${limit.days} ${days}; we are working on it`,
    };
  }
  return {
    zh: `第 ${used} ${unit}，共 ${limit.days} ${unit === '天' ? '天' : '个'}`,
    en: `${used} of ${limit.days} ${days}`,
  };
}

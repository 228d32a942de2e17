const shanghai = { timeZone: 'Asia/Shanghai', hour12: false } as const;
const time = new Intl.DateTimeFormat('zh-CN', { ...shanghai, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' });
const year = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'long' });

/** 14:02 */
export function timeWords(moment: Date | string): string {
  return time.format(new Date(moment));
}

/** 12月5日 14:02 */
export function momentWords(moment: string): string {
  return `${monthDay(new Date(moment))} ${timeWords(moment)}`;
}

/** 2026年12月5日（星期六） */
export function dayWords(date: string): string {
  const moment = new Date(`${date}T12:00:00+08:00`);
  return `${year.format(moment)}${monthDay(moment)}（${weekday.format(moment)}）`;
}

function monthDay(moment: Date): string {
  const parts = new Map(day.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('month') ?? ''}月${parts.get('day') ?? ''}日`;
}

import { shanghaiDay } from '@tongban/kernel';
import type { Visit } from './visit.ts';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

type Speaks = Pick<Visit, 'say'>;

/** A day as people say it: 12月5日（星期五）; the year is told when asked for. */
export function dayText({ say }: Speaks, day: string, options: { readonly year?: true } = {}): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const [year, month, number, week] = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCDay(),
  ];
  if (options.year === true)
    return say(`${year}年${month + 1}月${number}日`, `${number} ${months[month]} ${year}`);
  return say(
    `${month + 1}月${number}日（星期${weekdays[week]}）`,
    `${weekdaysEn[week]} ${number} ${months[month]}`,
  );
}

/** A moment as a Shanghai day and time: 2026年12月5日 14:30. */
export function momentText(speaks: Speaks, moment: string): string {
  return `${dayText(speaks, shanghaiDay(moment), { year: true })} ${timeText(moment)}`;
}

/** A moment as one says it of a booking: 12月5日（星期五）14:30. */
export function momentWords(speaks: Speaks, moment: string): string {
  // A full-width bracket brings its own space.
  return `${dayText(speaks, shanghaiDay(moment))}${speaks.say('', ' ')}${timeText(moment)}`;
}

/** Whether a moment lies on the present Shanghai day. */
export function isToday(moment: string): boolean {
  return shanghaiDay(moment) === shanghaiDay(new Date());
}

/** The Shanghai time of day of a moment: 14:30. */
export function timeText(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16);
}

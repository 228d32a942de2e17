import type { HotDayCount } from '@tongban/contract';
import { hotlistWords as said } from './words.ts';

const most = 92;

/** 每天多少件: a bar a day, as high as the day beside the busiest. */
export function DayBars({ days }: { days: readonly HotDayCount[] }) {
  const shown = withGaps(days).slice(-most);
  const highest = Math.max(1, ...shown.map(({ count }) => count));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <figure className="day-bars">
      <figcaption>
        <span>{said.daily}</span>
        <span className="faint number">{said.orders(highest)}</span>
      </figcaption>
      <div className="day-bars-plot" role="img" aria-label={summaryOf(shown)}>
        {shown.map(({ day, count }) => (
          <span key={day} title={said.dayOf(day, count)}>
            <span style={{ height: `${Math.round((count / highest) * 100)}%` }} />
          </span>
        ))}
      </div>
      <div className="day-bars-ends faint number" aria-hidden="true">
        <span>{shortDay(first.day)}</span>
        <span>{shortDay(last.day)}</span>
      </div>
    </figure>
  );
}

/** Days nobody told of it are days too. */
function withGaps(days: readonly HotDayCount[]): HotDayCount[] {
  const counted = new Map(days.map(({ day, count }) => [day, count]));
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const whole: HotDayCount[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    whole.push({ day, count: counted.get(day) ?? 0 });
  }
  return whole;
}

function summaryOf(days: readonly HotDayCount[]): string {
  const busiest = days.toSorted((a, b) => b.count - a.count)[0];
  const sum = days.reduce((all, { count }) => all + count, 0);
  return busiest === undefined
    ? said.daily
    : `${said.daily}，合计 ${sum} 件，最多的一天 ${said.dayOf(busiest.day, busiest.count)}`;
}

function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}

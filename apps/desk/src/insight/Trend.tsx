import type { Insight } from '@tongban/contract';
import { insightWords as said } from './words.ts';

/** 每天收到: a bar a day, as high as the day beside the busiest. */
export function Trend({ days }: { days: Insight['days'] }) {
  const highest = Math.max(1, ...days.map(({ received }) => received));
  const [first, last] = [days[0], days.at(-1)];
  const busiest = days.find(({ received }) => received === highest);
  if (first === undefined || last === undefined) return null;
  return (
    <section className="hall-pane" aria-label={said.daily}>
      <header>
        <h2>{said.daily}</h2>
        {busiest !== undefined && (
          <span className="faint number pane-acts">{said.onDay(busiest.day, busiest.received)}</span>
        )}
      </header>
      <div className="insight-plot" role="img" aria-label={`${said.daily}，${first.day} 至 ${last.day}`}>
        {days.map(({ day, received }) => (
          <span key={day} title={said.onDay(day, received)}>
            <span style={{ blockSize: `${(100 * received) / highest}%` }} />
          </span>
        ))}
      </div>
      <div className="insight-ends faint number" aria-hidden="true">
        <span>{first.day}</span>
        <span>{last.day}</span>
      </div>
    </section>
  );
}

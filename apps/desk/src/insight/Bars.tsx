import type { InsightRow } from '@tongban/contract';
import { insightWords as said } from './words.ts';

/** Parts of a whole, the largest first, each with its bar. */
export function Bars({ title, rows }: { title: string; rows: readonly InsightRow[] }) {
  const shown = rows.filter(({ received }) => received > 0).toSorted((a, b) => b.received - a.received);
  const most = Math.max(1, ...shown.map(({ received }) => received));
  if (shown.length === 0) return null;
  return (
    <section className="hall-pane" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <ul className="insight-bars">
        {shown.map(({ id, name, received }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="insight-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * received) / most}%` }} />
            </span>
            <span className="number">{said.count(received)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

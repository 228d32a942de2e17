import type { InsightBurst } from '@tongban/contract';
import { insightWords as said } from './words.ts';

const most = 6;

/** 突增: what came in far more often than its season explains, the strongest first. */
export function Bursts({ bursts }: { bursts: readonly InsightBurst[] }) {
  return (
    <section className="hall-pane" aria-label={said.bursts}>
      <header>
        <h2>{said.bursts}</h2>
      </header>
      {bursts.length === 0 ? (
        <p className="faint insight-more">{said.noBursts}</p>
      ) : (
        <ol className="insight-bursts">
          {bursts.slice(0, most).map(({ matter, name, from, to, seen, expected }) => (
            <li key={`${matter} ${from}`}>
              <strong>{name}</strong>
              <span className="number">{said.expected(seen, expected)}</span>
              <span className="faint number">{said.burst(from, to)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

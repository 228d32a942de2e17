import type { InsightRow } from '@tongban/contract';
import { insightWords as said } from './words.ts';

const most = 15;

/** What was counted of each matter or region, the most first. */
export function Rows({ title, axis, rows }: { title: string; axis: string; rows: readonly InsightRow[] }) {
  const { received, before, satisfied, reopened } = said.heads;
  return (
    <section className="hall-pane" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col" className="rest">
              {axis}
            </th>
            {[received, before, satisfied, reopened].map((head) => (
              <th key={head} scope="col" className="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={row.id}>
              <th scope="row" className="rest">
                {row.name}
              </th>
              <td className="figure">{said.count(row.received)}</td>
              <td className="figure">{said.count(row.before)}</td>
              <td className="figure">{said.share(row.satisfied, row.asked)}</td>
              <td className="figure">{said.count(row.reopened)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className="faint insight-more">{said.more(rows.length - most)}</p>}
    </section>
  );
}

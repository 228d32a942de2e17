import { useFigures, useTerms } from './queries.ts';
import { orderWords } from './words.ts';

const said = orderWords.figures;

/** 本月情况: what stands beside the lists while no order is open. */
export function Figures() {
  const { data } = useFigures();
  const { data: terms } = useTerms();
  if (data === undefined) return null;
  const { received, replied, repliedInTime, calledBack, satisfied, dispatches, wrongDispatches } = data;
  const rows = [
    [said.received, said.count(received), ''],
    [said.replied, said.count(replied), said.inTime(shareOf(repliedInTime, replied))],
    [said.calledBack, said.count(calledBack), said.satisfied(shareOf(satisfied, calledBack))],
    [said.dispatched, said.count(dispatches), said.right(shareOf(dispatches - wrongDispatches, dispatches))],
  ] as const;
  const most = Math.max(1, ...data.byKind.map(({ n }) => n));
  return (
    <div className="order-figures">
      <h2>{said.title}</h2>
      <dl className="figure-row">
        {rows.map(([label, count, more]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong className="number">{count}</strong>
              <span className="faint">{more}</span>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="figure-kinds" aria-label={said.byKind}>
        {data.byKind
          .filter(({ n }) => n > 0)
          .toSorted((a, b) => b.n - a.n)
          .map(({ kind, n }) => (
            <li key={kind}>
              <span>{terms?.kinds.find((one) => one.kind === kind)?.name.zh ?? kind}</span>
              <span className="figure-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * n) / most}%` }} />
              </span>
              <span className="number">{said.count(n)}</span>
            </li>
          ))}
      </ul>
      <p className="faint">{orderWords.pick}</p>
    </div>
  );
}

function shareOf(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${Math.round((100 * part) / whole)}%`;
}

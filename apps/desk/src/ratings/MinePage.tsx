import { Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useMine } from './queries.ts';
import { ratingWords } from './words.ts';

const said = ratingWords.mine;

/** 我的评价: what people said of services I worked on, never who said it. */
export function MyRatingsPage() {
  const { data, error } = useMine();
  return (
    <main id="main" className="plain-page ratings">
      <h1>{said.title}</h1>
      <p className="faint narrow">{said.lead}</p>
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Spin description={ratingWords.loading} />
      ) : (
        <Shown mine={data} />
      )}
    </main>
  );
}

type Mine = NonNullable<ReturnType<typeof useMine>['data']>;

function Shown({ mine: { levels, rows } }: { mine: Mine }) {
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp}</p>
      </div>
    );
  }
  return (
    <div className="rating-figures">
      <dl className="hall-facts">
        {levels.map(({ levelName, count }) => (
          <div key={levelName}>
            <dt>{levelName}</dt>
            <dd>
              <strong className="number">{count}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <section className="hall-pane" aria-label={said.title}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{said.on}</th>
              <th scope="col">{ratingWords.columns.level}</th>
              <th scope="col">{ratingWords.columns.item}</th>
              <th scope="col">{said.reasons}</th>
              <th scope="col" className="rest">
                {said.say}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rating, on, levelName, itemName, reasons, say }) => (
              <tr key={rating}>
                <th scope="row" className="number">
                  {on}
                </th>
                <td>{levelName}</td>
                <td>{itemName}</td>
                <td>{reasons.join('、')}</td>
                <td className="rest">{say ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

import type { DeskCase } from '@tongban/contract';
import { momentWords } from '../../clocks/moments.ts';
import { caseWords } from '../words.ts';

/** 经过: what happened to the case, newest first. */
export function HistoryTab({ deskCase: { actions, assignment, urges } }: { deskCase: DeskCase }) {
  if (actions.length === 0) return <p className="faint">{caseWords.history.none}</p>;
  const newestFirst = actions.map((action, place) => ({ ...action, place })).toReversed();
  return (
    <>
      {assignment === undefined ? null : (
        <p className="assigned">
          <strong>{caseWords.assigned}</strong> {assignment.why}
        </p>
      )}
      {urges.length === 0 ? null : (
        <ul className="urges" aria-label={caseWords.urged(urges.length)}>
          {urges.map(({ at, say }) => (
            <li key={at}>
              <strong>{momentWords(at)} 催办</strong> {say}
            </li>
          ))}
        </ul>
      )}
      <ol className="history">
        {newestFirst.map(({ place, at, what, by, detail }) => (
          <li key={place}>
            <time dateTime={at}>{momentWords(at)}</time>
            <div>
              <strong>{what}</strong> <span className="faint">{by}</span>
              {detail === undefined ? null : <p>{detail}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

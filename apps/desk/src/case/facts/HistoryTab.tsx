import type { DeskCase } from '@tongban/contract';
import { momentWords } from '../../clocks/moments.ts';
import { caseWords } from '../words.ts';

/** 经过: what happened to the case, newest first. */
export function HistoryTab({ actions }: Pick<DeskCase, 'actions'>) {
  if (actions.length === 0) return <p className="faint">{caseWords.history.none}</p>;
  const newestFirst = actions.map((action, place) => ({ ...action, place })).toReversed();
  return (
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
  );
}

import { intakeWords } from '../words.ts';
import type { Walk } from './walk.ts';

const said = intakeWords.questions;

/** 已回答: what was answered so far, each the way back to its question. */
export function Answered({ walk, again }: { walk: Walk; again: (key: string) => void }) {
  if (walk.answered.length === 0) return null;
  return (
    <ul className="answered" aria-label={said.answered}>
      {walk.answered.map(({ key, words }) => (
        <li key={key}>
          <button
            type="button"
            className={walk.question?.id === key ? 'answer current' : 'answer'}
            aria-label={said.change(words)}
            onClick={() => again(key)}
          >
            {words}
          </button>
        </li>
      ))}
    </ul>
  );
}

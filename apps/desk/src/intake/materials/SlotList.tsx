import type { Desk, OpenPart } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import type { Work } from './work.ts';

const said = intakeWords.materials;

/** The materials of an item in one column; what is proved says by whom and asks for nothing. */
export function SlotList({ desk, part, here }: { desk: Desk; part: OpenPart; here: string }) {
  return (
    <ul className="slots" aria-label={intakeWords.steps.materials}>
      {part.works.map((work) => (
        <li key={work.card.key}>
          <button
            type="button"
            className={`pick slot slot-${work.state}${work.card.key === here ? ' current' : ''}`}
            aria-current={work.card.key === here ? 'true' : undefined}
            onClick={() => desk.go({ at: 'material', draft: part.draft, card: work.card.key })}
          >
            <span className="slot-name">{work.card.name}</span>
            <span className="slot-state">{stateWords(work)}</span>
            <span className="slot-form faint">{work.proof ?? work.card.form}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateWords({ state, done, total, card }: Work): string {
  const { files, originalSeen } = card.slot;
  const pages = files.length === 0 ? '' : `${said.met.files(files.length)} `;
  const seen = originalSeen === true ? `${said.met.window} ` : '';
  if (state === 'check') return `${pages}${seen}${done}/${total}`;
  return `${state === 'proved' ? '' : pages + seen}${said.state[state] ?? ''}`;
}

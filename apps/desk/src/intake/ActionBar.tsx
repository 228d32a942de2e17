import { Button } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { Act, Acts } from './use-acts.ts';
import type { Desk } from './use-desk.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.acts;

/** The bottom line: the acts that end a visit, each with its key; the next one stands out. */
export function ActionBar({ desk, acts }: { desk: Desk; acts: Acts }) {
  const { confirm, file, end, done } = acts;
  const next = done ? 'F10' : file.why === undefined ? 'F9' : 'F8';
  useKeys({ F8: confirm.run, F9: file.run, F10: end.run });
  const why = confirm.why ?? file.why;
  return (
    <footer className="action-bar">
      <ProblemNote error={desk.act.error} />
      <div className="action-line">
        <div className="action-notes" role="status">
          {done || why === undefined ? null : <span className="faint">{why}</span>}
        </div>
        <div className="actions">
          <ActButton
            act={confirm}
            of="F8"
            label={said.confirm}
            next={next}
            busy={desk.act.isPending}
            hidden={done}
          />
          <ActButton
            act={file}
            of="F9"
            label={done ? said.print : said.file}
            next={next}
            busy={desk.act.isPending}
            hidden={false}
          />
          <ActButton
            act={end}
            of="F10"
            label={done ? said.end : said.leave}
            next={next}
            busy={false}
            hidden={false}
          />
        </div>
      </div>
    </footer>
  );
}

type Props = { act: Act; of: string; label: string; next: string; busy: boolean; hidden: boolean };

function ActButton({ act, of, label, next, busy, hidden }: Props) {
  if (hidden) return null;
  return (
    <Button
      type={next === of ? 'primary' : 'default'}
      disabled={act.why !== undefined || busy}
      aria-keyshortcuts={of}
      onClick={act.run}
    >
      {label}
      <KeyCap of={of} />
    </Button>
  );
}

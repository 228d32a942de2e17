import { Button } from 'antd';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { SaveNote } from '../checks/SaveNote.tsx';
import type { Checks } from '../checks/use-checks.ts';
import { caseWords } from '../words.ts';
import type { Act, ActId } from './acts.ts';
import type { Acts } from './use-acts.ts';

const said = caseWords.acts;
const dangerous: readonly ActId[] = ['not-accept', 'refuse'];
const forward: readonly ActId[] = ['claim', 'accept', 'pass-step', 'grant', 'finish-production', 'hand-over'];

type Props = { acts: Acts; checks: Checks; marking: boolean };

/** The bottom line: what I may do now with its keys, and why not where I may not. */
export function ActionBar({ acts, checks, marking }: Props) {
  const { list } = acts;
  // Where nothing may be done, a row of dead buttons says less than the reasons on the left.
  const shown = list.some(({ may }) => may) ? list : [];
  const first = list.find(({ may, id }) => may && forward.includes(id));
  return (
    <footer className="action-bar">
      <ProblemNote error={acts.error} />
      <div className="action-line">
        <div className="action-notes">
          {marking ? <SaveNote checks={checks} /> : null}
          <Refused acts={list} />
        </div>
        <div className="actions">
          {shown.length === 0 ? <span className="faint">{said.none}</span> : null}
          {shown.map((act) => (
            <ActButton key={act.id} act={act} acts={acts} primary={act === first} />
          ))}
        </div>
      </div>
    </footer>
  );
}

function ActButton({ act, acts, primary }: { act: Act; acts: Acts; primary: boolean }) {
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      danger={dangerous.includes(act.id)}
      disabled={!act.may}
      loading={act.id === 'claim' && acts.claiming}
      aria-keyshortcuts={act.key}
      onClick={() => acts.begin(act)}
    >
      {said[act.id]}
      {act.key === undefined ? null : <KeyCap of={act.key} />}
    </Button>
  );
}

/** Acts with the same reason share a line: “受理、一次性告知：这件已分给另一位同事”. */
function Refused({ acts }: { acts: readonly Act[] }) {
  const refused = acts.filter(({ may }) => !may);
  const reasons = [...new Set(refused.flatMap(({ why }) => why ?? []))];
  if (reasons.length === 0) return null;
  return (
    <ul className="refused" aria-label={said.cannot}>
      {reasons.map((why) => (
        <li key={why}>
          <strong>
            {refused
              .filter((act) => act.why === why)
              .map(({ id }) => said[id])
              .join('、')}
          </strong>
          ：{why}
        </li>
      ))}
    </ul>
  );
}

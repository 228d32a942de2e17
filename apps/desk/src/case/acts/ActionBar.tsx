import type { DeskCase } from '@tongban/contract';
import { Button, Dropdown } from 'antd';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { SaveNote } from '../checks/SaveNote.tsx';
import type { Checks } from '../checks/use-checks.ts';
import { useWalk } from '../walk.ts';
import { caseWords } from '../words.ts';
import { type Act, type ActId, isSeldom } from './acts.ts';
import { HeldNote } from './HeldNote.tsx';
import type { Acts } from './use-acts.ts';

const said = caseWords.acts;
const dangerous: readonly ActId[] = ['not-accept', 'refuse'];
const forward: readonly ActId[] = [
  'claim',
  'accept',
  'pass-step',
  'grant',
  'finish-production',
  'hand-over',
  'end-special-procedure',
  'decide-extension',
];

type Props = { deskCase: DeskCase; acts: Acts; checks: Checks; marking: boolean };

/** The bottom line: what I may do now with its keys, and why not where I may not. */
export function ActionBar({ deskCase, acts, checks, marking }: Props) {
  const { list } = acts;
  // Where nothing may be done, a row of dead buttons says less than the reasons on the left.
  const shown = list.some(({ may }) => may) ? list : [];
  const first = list.find(({ may, id }) => may && forward.includes(id));
  return (
    <footer className="action-bar">
      <ProblemNote error={acts.error} />
      {deskCase.held === undefined ? null : (
        <HeldNote key={deskCase.held.held} number={deskCase.case} held={deskCase.held} />
      )}
      <div className="action-line">
        <div className="action-notes">
          {marking ? <SaveNote checks={checks} /> : null}
          <Refused acts={list} />
        </div>
        <div className="actions">
          {shown.length === 0 ? <span className="faint">{said.none}</span> : null}
          <Walk number={deskCase.case} />
          <Seldom acts={acts} list={shown.filter(isSeldom)} />
          {shown
            .filter((act) => !isSeldom(act))
            .map((act) => (
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

/** From case to case in the order of the list. */
function Walk({ number }: { number: string }) {
  const { before, after, open } = useWalk(number);
  const said = caseWords.walk;
  if (before === undefined && after === undefined) return null;
  return (
    <>
      <Button disabled={before === undefined} aria-keyshortcuts="Shift+K" onClick={() => open(before)}>
        {said.before}
        <KeyCap of="K" />
      </Button>
      <Button disabled={after === undefined} aria-keyshortcuts="Shift+J" onClick={() => open(after)}>
        {said.after}
        <KeyCap of="J" />
      </Button>
    </>
  );
}

/** The seldom acts in one menu; their keys work without opening it. */
function Seldom({ acts, list }: { acts: Acts; list: readonly Act[] }) {
  if (list.length === 0) return null;
  const items = list.map((act) => ({
    key: act.id,
    disabled: !act.may,
    label: (
      <span className="menu-line">
        {said[act.id]}
        {act.key === undefined ? null : <KeyCap of={act.key} />}
      </span>
    ),
    onClick: () => acts.begin(act),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>{said.more}</Button>
    </Dropdown>
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

import type { DeskCase } from '@tongban/contract';
import { App, Button } from 'antd';
import { Link } from 'wouter';
import { LightTag } from '../clocks/LightTag.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { CaseFee } from '../pay/CaseFee.tsx';
import { Unmask } from './unmask/Unmask.tsx';
import { caseWords } from './words.ts';

/** What this case is and how it stands, in one line. */
export function CaseHead({ deskCase }: { deskCase: DeskCase }) {
  const { case: number, itemName, stateName, step, applicant, clocks, office, urges } = deskCase;
  const clock = clocks.find(({ kind }) => kind === 'promised') ?? clocks[0];
  return (
    <header className="case-head">
      <Link href="/tasks" className="case-back" aria-keyshortcuts="t">
        {caseWords.back}
        <KeyCap of="t" />
      </Link>
      <h1>{itemName}</h1>
      <span className="state">{stateName}</span>
      {step === undefined ? null : <span className="faint">{caseWords.step(step.name)}</span>}
      <LightTag clock={clock} state={deskCase.state} />
      <span className="case-who">
        <span className="faint">{caseWords.applicant}</span> <strong>{applicant.name}</strong>{' '}
        <span className="number">{applicant.citizenNumber}</span>
        <Unmask number={number} />
      </span>
      <CaseFee payment={deskCase.payment} />
      {urges.length === 0 ? null : <span className="urged">{caseWords.urged(urges.length)}</span>}
      <span className="case-number">
        <span className="faint">{office}</span> <span className="number">{number}</span>{' '}
        <CopyNumber number={number} />
      </span>
    </header>
  );
}

function CopyNumber({ number }: { number: string }) {
  const { message } = App.useApp();
  // Browsers lend the clipboard to secure pages only; without it the number is still there to select.
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(number);
    void message.success(caseWords.copied);
  };
  return (
    <Button size="small" type="text" onClick={() => void copy()}>
      {caseWords.copy}
    </Button>
  );
}

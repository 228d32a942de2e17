import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { Link } from 'wouter';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { PdfFrame } from '../../case/viewer/PdfFrame.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { sittingPaperQuery } from '../queries.ts';
import { Step } from '../Step.tsx';
import type { Acts } from '../use-acts.ts';
import type { Desk } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import { type Printing, papersOf } from './use-printing.ts';

const said = intakeWords.papers;

type Props = { desk: Desk; acts: Acts; printing: Printing };

/** 凭证和文书: what was handed in, the receipt first, then what was made at once; each is sent to the printer once. */
export function PapersStep({ desk, acts, printing }: Props) {
  const { filed } = desk.sitting;
  const papers = papersOf(desk.sitting);
  const all = papers.length > 0 && printing.next === undefined;
  return (
    <Step title={said.title} focusOn="papers">
      {filed.length === 0 ? (
        <Alert type="info" showIcon title={acts.file.why ?? said.none} />
      ) : (
        <div className="sitting-papers">
          <div className="sitting-paper-list">
            <h3>{said.filed}</h3>
            <ul>
              {filed.map(({ case: number, name, stateName }) => (
                <li key={number} className="filed-case">
                  <strong>{name}</strong>
                  <span className="state">{stateName}</span>
                  <Link className="number" href={`/cases/${encodeURIComponent(number)}`}>
                    {number}
                  </Link>
                </li>
              ))}
            </ul>
            <h3>{said.title}</h3>
            <ul>
              {papers.map(({ document, title }) => (
                <li key={document}>
                  <button
                    type="button"
                    className={document === printing.shown ? 'sitting-paper current' : 'sitting-paper'}
                    onClick={() => printing.print(document)}
                  >
                    <span>{title.zh}</span>
                    <span className="faint">{printing.toldOf(document)}</span>
                  </button>
                </li>
              ))}
            </ul>
            {all ? <p className="good">{said.all}</p> : null}
            {printing.next === undefined ? null : (
              <Button type="primary" onClick={printing.printNext} aria-keyshortcuts="F9">
                {said.printNext}
                <KeyCap of="F9" />
              </Button>
            )}
          </div>
          <PaperFrame sitting={desk.sitting.sitting} printing={printing} />
        </div>
      )}
    </Step>
  );
}

function PaperFrame({ sitting, printing }: { sitting: string; printing: Printing }) {
  const { shown = '' } = printing;
  const { data, error } = useQuery({ ...sittingPaperQuery(sitting, shown), enabled: shown !== '' });
  if (shown === '') return null;
  return (
    <div className="sitting-paper-frame">
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Spin description={said.opening} />
      ) : (
        <PdfFrame key={shown} blob={data} title={said.title} name={shown} print />
      )}
    </div>
  );
}

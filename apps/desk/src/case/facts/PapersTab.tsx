import type { DeskCase } from '@tongban/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { momentWords } from '../../clocks/moments.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { type Chosen, findNewestPaper } from '../viewer/subject.ts';
import { caseWords } from '../words.ts';
import { Reprint } from './Reprint.tsx';

const said = caseWords.papers;

type Props = { deskCase: DeskCase; choose: (chosen: Chosen) => void };

/** 文书: the signed papers of the case, to read and print. */
export function PapersTab({ deskCase, choose }: Props) {
  const { documents: papers, permitted } = deskCase;
  const mayReprint = permitted.some(({ command, may }) => command === 'reprint' && may);
  const newest = findNewestPaper(papers);
  if (newest === undefined) return <p className="faint">{said.none}</p>;
  return (
    <ul className="papers">
      {papers.map((paper) => (
        <PaperLine
          key={paper.document}
          paper={paper}
          newest={paper.document === newest.document}
          show={(print) => choose({ kind: 'paper', document: paper.document, print })}
          reprint={
            mayReprint ? (
              <Reprint
                number={deskCase.case}
                paper={paper}
                print={() => choose({ kind: 'paper', document: paper.document, print: true })}
              />
            ) : null
          }
        />
      ))}
    </ul>
  );
}

type LineProps = {
  paper: DeskCase['documents'][number];
  newest: boolean;
  show: (print: boolean) => void;
  reprint: ReactNode;
};

function PaperLine({ paper: { title, number, madeAt }, newest, show, reprint }: LineProps) {
  return (
    <li>
      <div>
        <strong>{title.zh}</strong>
        <div className="faint">
          {said.number} <span className="number">{number}</span> · {momentWords(madeAt)}
        </div>
      </div>
      <Button size="small" onClick={() => show(false)}>
        {said.show}
      </Button>
      <Button size="small" onClick={() => show(true)}>
        {said.print}
        {newest ? <KeyCap of="F9" /> : null}
      </Button>
      {reprint}
    </li>
  );
}

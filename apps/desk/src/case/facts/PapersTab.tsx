import type { DeskCase } from '@tongban/contract';
import { Button } from 'antd';
import { momentWords } from '../../clocks/moments.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { type Chosen, findNewestPaper } from '../viewer/subject.ts';
import { caseWords } from '../words.ts';

const said = caseWords.papers;

type Props = { papers: DeskCase['documents']; choose: (chosen: Chosen) => void };

/** 文书: the signed papers of the case, to read and print. */
export function PapersTab({ papers, choose }: Props) {
  const newest = findNewestPaper(papers);
  if (newest === undefined) return <p className="faint">{said.none}</p>;
  return (
    <ul className="papers">
      {papers.map(({ document, title, number, madeAt }) => (
        <li key={document}>
          <div>
            <strong>{title.zh}</strong>
            <div className="faint">
              {said.number} <span className="number">{number}</span> · {momentWords(madeAt)}
            </div>
          </div>
          <Button size="small" onClick={() => choose({ kind: 'paper', document, print: false })}>
            {said.show}
          </Button>
          <Button size="small" onClick={() => choose({ kind: 'paper', document, print: true })}>
            {said.print}
            {document === newest.document ? <KeyCap of="F9" /> : null}
          </Button>
        </li>
      ))}
    </ul>
  );
}

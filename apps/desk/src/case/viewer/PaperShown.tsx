import { useQuery } from '@tanstack/react-query';
import type { DeskCase } from '@tongban/contract';
import { Spin } from 'antd';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { paperQuery } from '../queries.ts';
import { caseWords } from '../words.ts';
import { PdfFrame } from './PdfFrame.tsx';

const said = caseWords.viewer;

type Props = { number: string; paper: DeskCase['documents'][number]; print: boolean };

/** A signed paper of the case, ready to print. */
export function PaperShown({ number, paper, print }: Props) {
  const bytes = useQuery(paperQuery(number, paper.document));
  const title = paper.title.zh;
  if (bytes.isPending) return <Spin className="viewer-note" description={said.loading} />;
  if (bytes.isError) return <ProblemNote error={bytes.error} />;
  return (
    <>
      <div className="viewer-tools">
        <strong className="viewer-title">{title}</strong>
        <span className="number faint">{paper.number}</span>
      </div>
      <PdfFrame blob={bytes.data} title={said.pdf(title)} name={title} print={print} />
    </>
  );
}

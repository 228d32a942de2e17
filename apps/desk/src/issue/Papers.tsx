import { useQuery } from '@tanstack/react-query';
import type { Waiting } from '@tongban/contract';
import { Modal, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { paperQuery } from '../case/queries.ts';
import { PdfFrame } from '../case/viewer/PdfFrame.tsx';
import { issueWords } from './words.ts';

type Paper = Waiting['documents'][number] & { readonly case: string };

/** 打印: the papers that go into the person's hand, the first printed at once. */
export function Papers({ papers, close }: { papers: readonly Paper[]; close: () => void }) {
  const [shown, setShown] = useState(papers[0]?.document);
  const paper = papers.find((one) => one.document === shown) ?? papers[0];
  return (
    <Modal open title={issueWords.results.print9} width={900} footer={null} onCancel={close}>
      <div className="papers-print">
        {papers.length > 1 ? (
          <Segmented
            value={paper?.document ?? ''}
            onChange={setShown}
            options={papers.map(({ document, title }) => ({ value: document, label: title.zh }))}
          />
        ) : null}
        {paper === undefined ? null : <PaperShown key={paper.document} paper={paper} />}
      </div>
    </Modal>
  );
}

function PaperShown({ paper }: { paper: Paper }) {
  const { data, error } = useQuery(paperQuery(paper.case, paper.document));
  if (data === undefined) return error === null ? <Spin /> : <ProblemNote error={error} />;
  return <PdfFrame blob={data} title={paper.title.zh} name={`${paper.title.zh}-${paper.number}`} print />;
}

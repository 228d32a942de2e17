import type { Waiting } from '@tongban/contract';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { PdfFrame } from '../case/viewer/PdfFrame.tsx';
import { useLabels } from './queries.ts';
import { Waybills } from './Waybills.tsx';
import { issueWords } from './words.ts';

const said = issueWords.waiting;

/** 寄递: labels for what was chosen, then the waybills once the express has it. */
export function Express({ picked, forget }: { picked: readonly Waiting[]; forget: () => void }) {
  const labels = useLabels();
  const [writing, setWriting] = useState(false);
  const none = picked.length === 0;
  return (
    <footer className="express">
      <ProblemNote error={labels.error} />
      <div className="express-line">
        <Button
          disabled={none}
          loading={labels.isPending}
          onClick={() => labels.mutate(picked.map((one) => one.case))}
        >
          {said.labels(picked.length)}
        </Button>
        <Button disabled={none} onClick={() => setWriting(true)}>
          {said.waybills(picked.length)}
        </Button>
      </div>
      {labels.data === undefined ? null : <Labels blob={labels.data} close={labels.reset} />}
      {writing ? (
        <Waybills
          picked={picked}
          close={(sent) => {
            setWriting(false);
            if (sent) forget();
          }}
        />
      ) : null}
    </footer>
  );
}

function Labels({ blob, close }: { blob: Blob; close: () => void }) {
  const { title, name, help } = issueWords.labels;
  return (
    <Modal open title={title} width={620} footer={null} onCancel={close}>
      <div className="papers-print">
        <p className="faint">{help}</p>
        <PdfFrame blob={blob} title={title} name={name} print />
      </div>
    </Modal>
  );
}

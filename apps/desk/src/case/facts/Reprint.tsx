import { caseWorkRoutes, type DeskCase } from '@tongban/contract';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { withPhrase } from '../acts/refusal.ts';
import { useAct } from '../queries.ts';
import { caseWords } from '../words.ts';

const said = caseWords.reprint;
type Props = { number: string; paper: DeskCase['documents'][number]; print: () => void };

/** 补打: prints a paper again; the reason goes on record first. */
export function Reprint(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {said.open}
      </Button>
      {open ? <ReprintDialog {...props} close={() => setOpen(false)} /> : null}
    </>
  );
}

function ReprintDialog({ number, paper, print, close }: Props & { close: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const act = useAct(number);
  const blocked = reason.trim().length < 2;
  const press = () => {
    if (blocked || act.isPending) return;
    const body = { document: paper.document, reason: reason.trim() };
    act.mutate((keyed) => call(caseWorkRoutes.reprint, { params: { case: number }, body }, keyed(body)), {
      onSuccess: () => {
        void message.success(said.done);
        close();
        print();
      },
    });
  };
  useKeys({ 'Ctrl+Enter': press }, 'in-dialog');
  return (
    <Modal
      open
      title={`${said.title}：${paper.title.zh}`}
      onCancel={close}
      footer={
        <Button type="primary" disabled={blocked} loading={act.isPending} onClick={press}>
          {said.send}
          <KeyCap of="Ctrl+Enter" />
        </Button>
      }
    >
      <div className="dialog-body">
        <p>{said.lead}</p>
        <label htmlFor="reprint-reason">{said.reason}</label>
        <Input
          id="reprint-reason"
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="phrases">
          {said.phrases.map((phrase) => (
            <Button key={phrase} size="small" onClick={() => setReason(withPhrase(reason, phrase))}>
              {phrase}
            </Button>
          ))}
        </div>
        {blocked ? <p className="faint">{said.needReason}</p> : null}
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}

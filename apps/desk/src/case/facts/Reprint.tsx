import { caseWorkRoutes, type DeskCase } from '@tongban/contract';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Phrases } from '../../dialog/PhraseButtons.tsx';
import { SendDialog } from '../../dialog/SendDialog.tsx';
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
  const press = () => {
    const body = { document: paper.document, reason: reason.trim() };
    act.mutate((keyed) => call(caseWorkRoutes.reprint, { params: { case: number }, body }, keyed(body)), {
      onSuccess: () => {
        void message.success(said.done);
        close();
        print();
      },
    });
  };
  return (
    <SendDialog
      title={`${said.title}：${paper.title.zh}`}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={reason.trim().length < 2 ? said.needReason : undefined}
    >
      <p>{said.lead}</p>
      <label htmlFor="reprint-reason">{said.reason}</label>
      <Input
        id="reprint-reason"
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Phrases phrases={said.phrases} text={reason} change={setReason} />
    </SendDialog>
  );
}

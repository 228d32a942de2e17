import { dispatchRoutes, type Load } from '@tongban/contract';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { withPhrase } from '../case/acts/refusal.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { BulkDone } from '../tasks/BulkDone.tsx';
import { useDispatch } from './queries.ts';
import { dispatchWords as said } from './words.ts';

type Props = { cases: readonly string[]; loads: readonly Load[]; close: () => void; done: () => void };

/** 改派: gives cases to a person, with the reason that goes on record. */
export function AssignDialog({ cases, loads, close, done }: Props) {
  const { message } = App.useApp();
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const act = useDispatch();
  const blocked = to === undefined || reason.trim().length < 2;
  const press = () => {
    if (to === undefined || blocked || act.isPending) return;
    const body = { cases: [...cases], to, reason: reason.trim() };
    act.mutate(() => call(dispatchRoutes.assign, { body }), {
      onSuccess: (result) => {
        done();
        if (result === undefined || result.failed.length > 0) return;
        void message.success(said.done(result.done.length));
        close();
      },
    });
  };
  useKeys({ 'Ctrl+Enter': press }, 'in-dialog');
  if (act.data !== undefined && act.data.failed.length > 0)
    return <BulkDone result={act.data} close={close} />;
  return (
    <Modal
      open
      title={said.assign(cases.length)}
      onCancel={close}
      footer={
        <Button type="primary" disabled={blocked} loading={act.isPending} onClick={press}>
          {said.send}
          <KeyCap of="Ctrl+Enter" />
        </Button>
      }
    >
      <div className="dialog-body">
        <label htmlFor="assign-to">{said.to}</label>
        <Select
          id="assign-to"
          value={to}
          onChange={setTo}
          showSearch
          optionFilterProp="label"
          options={loads.map(({ person, name, open, absent }) => ({
            value: person,
            label: `${name}（${said.open} ${open} 件${absent === undefined ? '' : `，${absent.reason}`}）`,
          }))}
        />
        <label htmlFor="assign-reason">{said.reason}</label>
        <Input
          id="assign-reason"
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Phrases pick={(phrase) => setReason(withPhrase(reason, phrase))} />
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}

function Phrases({ pick }: { pick: (phrase: string) => void }) {
  return (
    <div className="phrases">
      {said.phrases.map((phrase) => (
        <Button key={phrase} size="small" onClick={() => pick(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  );
}

import { dispatchRoutes, type Load } from '@tongban/contract';
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { Phrases } from '../dialog/PhraseButtons.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
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
  const press = () => {
    if (to === undefined) return;
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
  if (act.data !== undefined && act.data.failed.length > 0)
    return <BulkDone result={act.data} close={close} />;
  return (
    <SendDialog
      title={said.assign(cases.length)}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={to === undefined || reason.trim().length < 2 ? '' : undefined}
    >
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
      <Phrases phrases={said.phrases} text={reason} change={setReason} />
    </SendDialog>
  );
}

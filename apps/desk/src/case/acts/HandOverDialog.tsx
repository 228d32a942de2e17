import { deskRoutes } from '@tongban/contract';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useKept } from '../../kept/use-kept.ts';
import { ActDialog } from './ActDialog.tsx';
import { type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.handOver;

/** 领取登记: who took the result, after their identity document was seen; the case closes. */
export function HandOverDialog(props: DialogProps) {
  const { deskCase } = props.desk;
  const receiver = useKept(`hand-over.${deskCase.case}`, '');
  const [checked, setChecked] = useState(false);
  const run = useRun(props);
  const receivedBy = receiver.value.trim();
  const confirm = () =>
    run.run(({ number, version, keyed }) => {
      const body = { version, receivedBy };
      return call(deskRoutes.handOver, { params: { case: number }, body }, keyed(body));
    }, receiver.drop);
  const missing = receivedBy === '' ? said.needReceiver : checked ? undefined : said.needChecked;
  return (
    <ActDialog
      title={said.title}
      send={said.send}
      run={run}
      confirm={confirm}
      blocked={missing !== undefined}
    >
      <p>{said.lead}</p>
      <label htmlFor="received-by">{said.receivedBy}</label>
      <Input
        id="received-by"
        maxLength={40}
        aria-describedby="received-by-help"
        value={receiver.value}
        onChange={({ target }) => receiver.set(target.value)}
      />
      <p id="received-by-help" className="faint">
        {said.receivedByHelp}
      </p>
      <Checkbox checked={checked} onChange={({ target }) => setChecked(target.checked)}>
        {said.checked}
      </Checkbox>
      {missing === undefined ? null : <p className="faint">{missing}</p>}
    </ActDialog>
  );
}

import { accessRoutes } from '@tongban/contract';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { type Account, useAccountAct } from './queries.ts';
import { accountWords as said } from './words.ts';

/** 停用、恢复: with the reason; a suspended account is out at once. */
export function SuspendDialog({ account, close }: { account: Account; close: () => void }) {
  const [reason, setReason] = useState('');
  const act = useAccountAct();
  const blocked = reason.trim().length < 2;
  const body = { suspended: !account.suspended, reason: reason.trim() };
  const press = () =>
    act.mutate(() => call(accessRoutes.suspend, { params: { person: account.person }, body }), {
      onSuccess: close,
    });
  return (
    <Modal
      open
      title={`${account.suspended ? said.restore : said.suspend}：${account.name}`}
      onCancel={close}
      footer={
        <Button type="primary" danger disabled={blocked} loading={act.isPending} onClick={press}>
          {said.send}
        </Button>
      }
    >
      <div className="dialog-body">
        <label htmlFor="suspend-reason">{said.reason}</label>
        <Input
          id="suspend-reason"
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}

import { accessRoutes } from '@tongban/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { type Account, useAccountAct } from './queries.ts';
import { accountWords as said } from './words.ts';

/** 停用、恢复: with the reason; a suspended account is out at once. */
export function SuspendDialog({ account, close }: { account: Account; close: () => void }) {
  const [reason, setReason] = useState('');
  const act = useAccountAct();
  const body = { suspended: !account.suspended, reason: reason.trim() };
  const press = () =>
    act.mutate(() => call(accessRoutes.suspend, { params: { person: account.person }, body }), {
      onSuccess: close,
    });
  return (
    <SendDialog
      title={`${account.suspended ? said.restore : said.suspend}：${account.name}`}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={reason.trim().length < 2 ? '' : undefined}
      danger
    >
      <label htmlFor="suspend-reason">{said.reason}</label>
      <Input
        id="suspend-reason"
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </SendDialog>
  );
}

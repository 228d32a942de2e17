import { accessRoutes, staff } from '@tongban/contract';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { words } from '../words.ts';
import { type Account, useAccountAct } from './queries.ts';
import { accountWords as said } from './words.ts';

type Props = {
  account: Account;
  organisations: readonly { id: string; name: string }[];
  close: () => void;
};

/** 给岗位: a role at an organisation, until a day if need be. */
export function AppointDialog({ account, organisations, close }: Props) {
  const [wish, setWish] = useState({ role: '', organisation: '', until: '' });
  const act = useAccountAct();
  const { until, ...post } = wish;
  const body = { ...post, ...(until === '' ? {} : { until }) };
  const press = () =>
    act.mutate(() => call(accessRoutes.appoint, { params: { person: account.person }, body }), {
      onSuccess: close,
    });
  return (
    <SendDialog
      title={`${said.appoint}：${account.name}`}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={wish.role === '' || wish.organisation === '' ? '' : undefined}
    >
      <label htmlFor="post-role">{said.role}</label>
      <Select
        id="post-role"
        value={wish.role || null}
        onChange={(role: string | null) => setWish({ ...wish, role: role ?? '' })}
        options={staff.map((role) => ({ value: role, label: words.roles[role] ?? role }))}
      />
      <label htmlFor="post-organisation">{said.organisation}</label>
      <Select
        id="post-organisation"
        showSearch
        optionFilterProp="label"
        value={wish.organisation || null}
        onChange={(organisation: string | null) => setWish({ ...wish, organisation: organisation ?? '' })}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <label htmlFor="post-until">{said.until}</label>
      <Input
        id="post-until"
        type="date"
        value={wish.until}
        onChange={({ target }) => setWish({ ...wish, until: target.value })}
      />
      <p className="faint">{said.exclusive}</p>
    </SendDialog>
  );
}

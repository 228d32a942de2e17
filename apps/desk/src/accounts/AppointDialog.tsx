import { accessRoutes, staff } from '@tongban/contract';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
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
  const blocked = wish.role === '' || wish.organisation === '';
  const { until, ...post } = wish;
  const body = { ...post, ...(until === '' ? {} : { until }) };
  const press = () =>
    act.mutate(() => call(accessRoutes.appoint, { params: { person: account.person }, body }), {
      onSuccess: close,
    });
  return (
    <Modal
      open
      title={`${said.appoint}：${account.name}`}
      onCancel={close}
      footer={
        <Button type="primary" disabled={blocked} loading={act.isPending} onClick={press}>
          {said.send}
        </Button>
      }
    >
      <div className="dialog-body">
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
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}

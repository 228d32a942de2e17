import { accessRoutes } from '@tongban/contract';
import { Button, Input, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { words } from '../words.ts';
import { AppointDialog } from './AppointDialog.tsx';
import { NumberDialog } from './NumberDialog.tsx';
import { type Account, useAccountAct, useAccounts } from './queries.ts';
import { SuspendDialog } from './SuspendDialog.tsx';
import { accountWords as said } from './words.ts';

type Asking = { readonly what: 'appoint' | 'number' | 'suspend'; readonly account: Account };

/** 账号和岗位: who may sign in and from which posts; for the security administrator. */
export function AccountsPage() {
  const [q, find] = useState('');
  const [asking, ask] = useState<Asking>();
  const found = useAccounts(q);
  const act = useAccountAct();
  const dismiss = (assignment: string) =>
    act.mutate(() => call(accessRoutes.dismiss, { params: { assignment } }));
  return (
    <main id="main" className="plain-page">
      <h1>{said.title}</h1>
      <div className="narrow">
        <Input.Search
          allowClear
          className="audit-field"
          aria-label={said.search}
          placeholder={said.search}
          onSearch={(text) => find(text.trim())}
        />
      </div>
      <ProblemNote error={found.error ?? act.error} />
      <Table<Account>
        rowKey="person"
        size="small"
        pagination={false}
        loading={found.isPending}
        aria-label={said.title}
        dataSource={found.data?.accounts ?? []}
        locale={{ emptyText: found.isPending ? ' ' : said.none }}
        columns={[...known, numberColumn, postsColumn(dismiss), actsColumn(ask)]}
      />
      {asking?.what === 'appoint' ? (
        <AppointDialog
          account={asking.account}
          organisations={found.data?.organisations ?? []}
          close={() => ask(undefined)}
        />
      ) : null}
      {asking?.what === 'number' ? (
        <NumberDialog account={asking.account} close={() => ask(undefined)} />
      ) : null}
      {asking?.what === 'suspend' ? (
        <SuspendDialog account={asking.account} close={() => ask(undefined)} />
      ) : null}
    </main>
  );
}

const known: TableColumnsType<Account> = [
  { key: 'name', title: said.name, dataIndex: 'name', width: 140 },
  { key: 'login', title: said.login, dataIndex: 'login', width: 160 },
  {
    key: 'state',
    title: said.state,
    width: 90,
    render: (_, { suspended }) => (
      <span className={suspended ? 'unassigned red' : ''}>{suspended ? said.suspended : said.active}</span>
    ),
  },
];

const numberColumn: TableColumnsType<Account>[number] = {
  key: 'number',
  title: said.number,
  width: 190,
  render: (_, { citizenNumber }) =>
    citizenNumber === undefined ? (
      <span className="faint">{said.unknown}</span>
    ) : (
      <span>{citizenNumber}</span>
    ),
};

function postsColumn(dismiss: (assignment: string) => void): TableColumnsType<Account>[number] {
  return {
    key: 'posts',
    title: said.posts,
    render: (_, { posts }) => (
      <ul className="posts">
        {posts.map(({ assignment, role, office, until }) => (
          <li key={assignment}>
            {words.roles[role] ?? role} · {office}
            {until === undefined ? '' : ` · ${said.to(until)}`}
            <Popconfirm
              title={said.dismissAsk(words.roles[role] ?? role)}
              okText={said.dismiss}
              cancelText={said.keep}
              onConfirm={() => dismiss(assignment)}
            >
              <Button size="small" type="link" danger>
                {said.dismiss}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    ),
  };
}

function actsColumn(ask: (asking: Asking) => void): TableColumnsType<Account>[number] {
  return {
    key: 'acts',
    title: '',
    width: 250,
    render: (_, account) => (
      <>
        <Button size="small" onClick={() => ask({ what: 'appoint', account })}>
          {said.appoint}
        </Button>{' '}
        <Button size="small" onClick={() => ask({ what: 'number', account })}>
          {said.setNumber}
        </Button>{' '}
        <Button size="small" onClick={() => ask({ what: 'suspend', account })}>
          {account.suspended ? said.restore : said.suspend}
        </Button>
      </>
    ),
  };
}

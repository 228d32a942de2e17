import { type DeskPayment, deskPaymentsRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { aboutText, yuan } from './money.ts';
import { usePayments } from './queries.ts';
import { RefundDialog } from './RefundDialog.tsx';
import { TakeDialog } from './TakeDialog.tsx';
import { payWords as said } from './words.ts';

type Doing = { readonly act: 'take' | 'refund'; readonly payment: DeskPayment };

/** 收费: what is open at the branch, anything by its number, and what can be done with it. */
export function Collect() {
  const [words, setWords] = useState('');
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<string>();
  const list = usePayments(words);
  const close = () => setDoing(undefined);
  const take = (payment: DeskPayment) => {
    setDone(undefined);
    setDoing({ act: 'take', payment });
  };
  return (
    <>
      <Find find={setWords} done={done} />
      <ProblemNote error={list.error} />
      <h2>{words === '' ? said.recent : said.found}</h2>
      <Table<DeskPayment>
        rowKey="order"
        size="small"
        pagination={false}
        loading={list.isPending}
        dataSource={list.data ?? []}
        aria-label={said.title}
        locale={{ emptyText: list.isPending ? ' ' : words === '' ? said.none : said.notFound }}
        columns={[...columns, actsColumn(take, (payment) => setDoing({ act: 'refund', payment }))]}
      />
      {doing?.act === 'take' ? <TakeDialog payment={doing.payment} close={close} done={setDone} /> : null}
      {doing?.act === 'refund' ? <RefundDialog payment={doing.payment} close={close} /> : null}
    </>
  );
}

function Find({ find, done }: { find: (words: string) => void; done: string | undefined }) {
  return (
    <div className="pay-find">
      <Input.Search
        allowClear
        aria-label={said.find}
        placeholder={said.find}
        enterButton={said.search}
        maxLength={60}
        onSearch={(typed) => find(typed.trim())}
      />
      {done === undefined ? null : (
        <p className="pay-done" role="status">
          {done}
        </p>
      )}
    </div>
  );
}

const columns: TableColumnsType<DeskPayment> = [
  {
    key: 'title',
    title: said.columns.title,
    ellipsis: true,
    render: (_, { title, lines }) => (
      <>
        {title} <span className="faint">{namesBeside(title, lines)}</span>
      </>
    ),
  },
  {
    key: 'about',
    title: said.columns.about,
    width: 220,
    render: (_, row) => <span className="number">{aboutText(row)}</span>,
  },
  { key: 'payer', title: said.columns.payer, dataIndex: 'payer', width: 90 },
  {
    key: 'fen',
    title: said.columns.due,
    width: 120,
    align: 'right',
    render: (_, { fen, paidFen }) => <strong className="number">{yuan(paidFen ?? fen)}</strong>,
  },
  {
    key: 'state',
    title: said.columns.state,
    width: 180,
    render: (_, { state, paidBy }) => (
      <>
        {said.states[state]}
        {paidBy === undefined ? null : <span className="faint"> {paidBy}</span>}
      </>
    ),
  },
];

/** What is charged for, where the title does not say it already. */
function namesBeside(title: string, lines: DeskPayment['lines']): string {
  return lines
    .map(({ name }) => name)
    .filter((name) => name !== title)
    .join('、');
}

type Act = (payment: DeskPayment) => void;

function actsColumn(take: Act, refund: Act): TableColumnsType<DeskPayment>[number] {
  return {
    key: 'acts',
    title: said.columns.acts,
    width: 210,
    render: (_, payment) => {
      if (payment.state === 'open') {
        return (
          <Button size="small" type="primary" onClick={() => take(payment)}>
            {said.take}
          </Button>
        );
      }
      if (payment.state !== 'paid') return null;
      const receipt = addressOf(deskPaymentsRoutes.receipt, { params: { order: payment.order } });
      return (
        <div className="pay-acts">
          <a href={receipt} target="_blank" rel="noopener">
            {said.receipt}
          </a>
          <Button size="small" onClick={() => refund(payment)}>
            {said.refund}
          </Button>
        </div>
      );
    },
  };
}

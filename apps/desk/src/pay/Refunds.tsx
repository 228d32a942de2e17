import type { RefundRow } from '@tongban/contract';
import { Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { yuan } from './money.ts';
import { useRefunds, useSettleRefund } from './queries.ts';
import { payWords } from './words.ts';

const said = payWords.refunds;

/** 退费: what waits for a second person; one's own request is for a colleague. */
export function Refunds({ acts }: { acts: boolean }) {
  const list = useRefunds();
  const settle = useSettleRefund();
  const press = (refund: string, verdict: 'confirm' | 'decline') => settle.mutate({ refund, verdict });
  return (
    <>
      <ProblemNote error={list.error ?? settle.error} />
      <Table<RefundRow>
        rowKey="refund"
        size="small"
        pagination={false}
        loading={list.isPending}
        dataSource={list.data ?? []}
        aria-label={payWords.tabs.refunds}
        locale={{ emptyText: list.isPending ? ' ' : said.none }}
        columns={[...columns, ...(acts ? [actsColumn(press, settle.isPending)] : [])]}
      />
    </>
  );
}

const columns: TableColumnsType<RefundRow> = [
  {
    key: 'number',
    title: said.columns.order,
    width: 210,
    render: (_, { number }) => <span className="number">{number}</span>,
  },
  { key: 'payer', title: said.columns.payer, dataIndex: 'payer', width: 90 },
  {
    key: 'fen',
    title: said.columns.fen,
    width: 110,
    align: 'right',
    render: (_, { fen }) => <strong className="number">{yuan(fen)}</strong>,
  },
  { key: 'way', title: said.columns.way, dataIndex: 'paidBy', width: 120 },
  { key: 'reason', title: said.columns.reason, dataIndex: 'reason', ellipsis: true },
  {
    key: 'by',
    title: said.columns.by,
    width: 210,
    render: (_, { askedBy, askedAt }) => (
      <>
        {askedBy} <span className="faint">{momentWords(askedAt)}</span>
      </>
    ),
  },
];

type Press = (refund: string, verdict: 'confirm' | 'decline') => void;

function actsColumn(press: Press, pending: boolean): TableColumnsType<RefundRow>[number] {
  return {
    key: 'acts',
    title: said.columns.acts,
    width: 210,
    render: (_, { refund, fen, mine, state }) => {
      if (state === 'confirmed') return <span className="faint">{said.confirmed}</span>;
      if (mine) return <span className="faint">{said.mine}</span>;
      return (
        <div className="pay-acts">
          <Popconfirm title={said.sure(yuan(fen))} onConfirm={() => press(refund, 'confirm')}>
            <Button size="small" type="primary" disabled={pending}>
              {said.confirm}
            </Button>
          </Popconfirm>
          <Button size="small" disabled={pending} onClick={() => press(refund, 'decline')}>
            {said.decline}
          </Button>
        </div>
      );
    },
  };
}

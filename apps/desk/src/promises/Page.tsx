import { type PromiseCheck, proofsRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { proofWords } from '../case/proofs/words.ts';
import { dayWords, momentWords } from '../clocks/moments.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { type Shown, usePromises } from './queries.ts';
import { promiseWords as said } from './words.ts';

/** 承诺核查: promises to be checked, the most urgent first, and what the checks found. */
export function PromisesPage() {
  const [shown, setShown] = useState<Shown>('open');
  const [settling, settle] = useState<PromiseCheck>();
  const list = usePromises(shown);
  const promises = (list.data?.pages ?? []).flatMap((page) => page.promises);
  return (
    <main id="main" className="plain-page">
      <h1>{said.title}</h1>
      <div className="narrow">
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: said.open },
            { value: 'correcting', label: said.correcting },
            { value: 'done', label: said.done },
          ]}
        />
      </div>
      <ProblemNote error={list.error} />
      <PromiseTable promises={promises} loading={list.isPending} settle={settle} />
      {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()}>{said.more}</Button> : null}
      {settling === undefined ? null : <OutcomeDialog made={settling} close={() => settle(undefined)} />}
    </main>
  );
}

type TableProps = {
  promises: PromiseCheck[];
  loading: boolean;
  settle: (made: PromiseCheck) => void;
};

function PromiseTable({ promises, loading, settle }: TableProps) {
  return (
    <Table<PromiseCheck>
      rowKey="task"
      size="small"
      pagination={false}
      loading={loading}
      dataSource={promises}
      aria-label={said.title}
      locale={{ emptyText: loading ? ' ' : said.none }}
      columns={[...promiseColumns, actsColumn(settle)]}
    />
  );
}

const promiseColumns: TableColumnsType<PromiseCheck> = [
  {
    key: 'due',
    title: said.due,
    width: 200,
    render: (_, { dueOn, light }) => <span className={`unassigned ${light}`}>{dayWords(dueOn)}</span>,
  },
  {
    key: 'case',
    title: said.case,
    width: 240,
    render: (_, made) => (
      <Link href={`/cases/${encodeURIComponent(made.case)}`} className="number">
        {made.case}
      </Link>
    ),
  },
  { key: 'item', title: said.item, dataIndex: 'itemName', ellipsis: true },
  { key: 'material', title: said.material, dataIndex: 'materialName', ellipsis: true },
  { key: 'applicant', title: said.applicant, dataIndex: 'applicant', width: 100 },
  {
    key: 'promised',
    title: said.promised,
    width: 130,
    render: (_, { promisedAt }) => momentWords(promisedAt),
  },
  {
    key: 'state',
    title: said.state,
    width: 110,
    render: (_, { state }) => proofWords.promiseStates[state],
  },
];

function actsColumn(settle: (made: PromiseCheck) => void): TableColumnsType<PromiseCheck>[number] {
  return {
    key: 'acts',
    title: '',
    width: 170,
    render: (_, made) => (
      <>
        <a
          href={addressOf(proofsRoutes.undertaking, { params: { task: made.task } })}
          target="_blank"
          rel="noopener"
        >
          {said.document}
        </a>{' '}
        {made.state === 'open' || made.state === 'correcting' ? (
          <Button size="small" onClick={() => settle(made)}>
            {said.settle}
          </Button>
        ) : null}
      </>
    ),
  };
}

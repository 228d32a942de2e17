import type { Waiting } from '@tongban/contract';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { ListFoot } from '../tasks/ListFoot.tsx';
import { Express } from './Express.tsx';
import { type How, useWaiting } from './queries.ts';
import { Tracking } from './Tracking.tsx';
import { issueWords } from './words.ts';

const said = issueWords.waiting;
const ways: readonly How[] = ['all', 'desk', 'express'];

const columnsWith = (track: (one: Waiting) => void): TableColumnsType<Waiting> => [
  {
    key: 'name',
    title: said.name,
    render: (_, one) => (
      <>
        <Link href={`/cases/${encodeURIComponent(one.case)}`}>{one.result}</Link>
        <span className="waiting-number number faint">{one.case}</span>
      </>
    ),
  },
  { key: 'applicant', title: said.applicant, dataIndex: 'applicant', width: 72 },
  {
    key: 'since',
    title: said.since,
    width: 132,
    render: (_, one) => (
      <>
        {momentWords(one.readySince)}
        <span className="waiting-number faint">{wayOf(one)}</span>
        {one.waybill === undefined ? null : (
          <Button type="link" size="small" onClick={() => track(one)}>
            {said.track}
          </Button>
        )}
      </>
    ),
  },
];

/** 待领清单: what waits, the longest waiting first; what goes by express is chosen here, labelled and sent. */
export function WaitingPane() {
  const [how, setHow] = useState<How>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [tracked, setTracked] = useState<Waiting>();
  const list = useWaiting(how);
  const results = list.data?.pages.flatMap((page) => page.results) ?? [];
  const picked = results.filter((one) => chosen.includes(one.case));
  return (
    <section className="waiting" aria-labelledby="waiting-title">
      <header>
        <h2 id="waiting-title">{said.title}</h2>
        <Segmented
          aria-label={said.title}
          value={how}
          onChange={setHow}
          options={ways.map((value) => ({ value, label: said[value] }))}
        />
      </header>
      <ProblemNote error={list.error} />
      <div className="waiting-list">
        <Table<Waiting>
          rowKey="case"
          size="small"
          aria-label={said.table}
          columns={columnsWith(setTracked)}
          dataSource={results}
          loading={list.isPending}
          pagination={false}
          rowSelection={{
            selectedRowKeys: [...chosen],
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (one) => ({
              disabled: one.waybill !== undefined,
              'aria-label': said.choose(one.case),
            }),
          }}
          locale={{ emptyText: list.isPending ? ' ' : <Empty how={how} /> }}
        />
        <ListFoot
          count={results.length}
          more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          loading={list.isFetchingNextPage}
        />
      </div>
      <Express picked={picked} forget={() => setChosen([])} />
      {tracked === undefined ? null : <Tracking one={tracked} close={() => setTracked(undefined)} />}
    </section>
  );
}

function Empty({ how }: { how: How }) {
  return (
    <div className="empty">
      <p className="empty-title">{said.empty[how]}</p>
      <p>{said.emptyHelp}</p>
    </div>
  );
}

function wayOf({ how, waybill }: Waiting): string {
  if (waybill !== undefined) return `${said.sent} ${waybill}`;
  return said[how];
}

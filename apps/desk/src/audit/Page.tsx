import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type AuditEntry, auditRoutes } from '@tongban/contract';
import { Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { words } from '../words.ts';
import { auditWords as said } from './words.ts';

type Result = 'done' | 'denied' | 'refused' | 'failed';
type Wish = {
  readonly actor?: string;
  readonly object?: string;
  readonly action?: string;
  readonly result?: Result;
};

/** 审计: every act on record, and whether the record is sealed. */
export function AuditPage() {
  const [wish, setWish] = useState<Wish>({});
  const list = useEntries(wish);
  const entries = (list.data?.pages ?? []).flatMap((page) => page.entries);
  return (
    <main id="main" className="plain-page">
      <h1>{said.title}</h1>
      <Sealed />
      <Narrow wish={wish} change={setWish} />
      <ProblemNote error={list.error} />
      <Table<AuditEntry>
        rowKey="id"
        size="small"
        pagination={false}
        loading={list.isPending}
        dataSource={entries}
        aria-label={said.title}
        locale={{ emptyText: list.isPending ? ' ' : said.none }}
        scroll={{ x: 1050 }}
        columns={[
          { key: 'at', title: said.at, width: 120, render: (_, { at }) => momentWords(at) },
          {
            key: 'actor',
            title: said.actor,
            width: 150,
            ellipsis: true,
            render: (_, { actor, actorName }) => actorName ?? actor,
          },
          { key: 'role', title: said.role, width: 100, render: (_, { role }) => words.roles[role] ?? role },
          { key: 'action', title: said.action, dataIndex: 'action', width: 190 },
          { key: 'object', title: said.object, dataIndex: 'object', ellipsis: true },
          { key: 'purpose', title: said.purpose, dataIndex: 'purpose', width: 140, ellipsis: true },
          {
            key: 'result',
            title: said.result,
            width: 70,
            render: (_, { result }) => said.results[result as Result] ?? result,
          },
          {
            key: 'index',
            title: said.index,
            width: 80,
            render: (_, { index }) => (index === undefined ? said.unsealed : index),
          },
        ]}
      />
      {list.hasNextPage ? (
        <p className="list-foot">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {said.more}
          </Button>
        </p>
      ) : null}
    </main>
  );
}

function useEntries(wish: Wish) {
  return useInfiniteQuery({
    queryKey: ['audit', wish],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(auditRoutes.entries, {
        query: { ...wish, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

/** 封存: how much of the record is sealed, and by which root. */
function Sealed() {
  const state = useQuery({
    queryKey: ['audit-state'],
    queryFn: () => call(auditRoutes.state, {}),
    refetchInterval: 10_000,
  });
  const { data } = state;
  if (data === undefined) return <ProblemNote error={state.error} />;
  return (
    <dl className="sealed">
      <div>
        <dt>{said.sealed}</dt>
        <dd className="number">{data.sealed}</dd>
      </div>
      <div>
        <dt>{said.waiting}</dt>
        <dd className={`number unassigned ${data.light}`}>
          {said.waitingFor(data.unsealed, Math.round(data.oldestUnsealedSeconds))}
        </dd>
      </div>
      {data.checkpoint === undefined ? null : (
        <div>
          <dt>{said.root}</dt>
          <dd className="number">{data.checkpoint.root}</dd>
        </div>
      )}
    </dl>
  );
}

function Narrow({ wish, change }: { wish: Wish; change: (wish: Wish) => void }) {
  const field = (key: 'actor' | 'object' | 'action', label: string) => (
    <Input.Search
      key={key}
      allowClear
      aria-label={label}
      placeholder={label}
      className="audit-field"
      onSearch={(text) => change({ ...wish, [key]: text.trim() === '' ? undefined : text.trim() })}
    />
  );
  return (
    <div className="narrow">
      {field('actor', said.actor)}
      {field('action', said.action)}
      {field('object', said.object)}
      <Select<Result | null>
        allowClear
        aria-label={said.result}
        placeholder={said.result}
        className="audit-result"
        value={wish.result ?? null}
        onChange={(result) => {
          const { result: _before, ...rest } = wish;
          change(result === null || result === undefined ? rest : { ...rest, result });
        }}
        options={Object.entries(said.results).map(([value, label]) => ({ value: value as Result, label }))}
      />
    </div>
  );
}

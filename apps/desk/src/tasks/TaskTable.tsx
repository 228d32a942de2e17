import type { TaskRow } from '@tongban/contract';
import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { LightTag } from '../clocks/LightTag.tsx';
import { momentWords } from '../clocks/moments.ts';
import { words } from '../words.ts';

const heads = words.tasks.columns;

const columns: TableColumnsType<TaskRow> = [
  {
    key: 'light',
    title: heads.light,
    width: 190,
    render: (_, { clock, state }) => <LightTag clock={clock} state={state} />,
  },
  {
    key: 'case',
    title: heads.case,
    width: 250,
    render: (_, task) => (
      <Link href={`/cases/${encodeURIComponent(task.case)}`} className="task-link number">
        {task.case}
      </Link>
    ),
  },
  { key: 'item', title: heads.item, dataIndex: 'itemName', ellipsis: true },
  { key: 'applicant', title: heads.applicant, dataIndex: 'applicant', width: 100 },
  {
    key: 'state',
    title: heads.state,
    width: 140,
    render: (_, task) => <span className="state">{task.stateName}</span>,
  },
  {
    key: 'submitted',
    title: heads.submitted,
    width: 130,
    render: (_, task) => momentWords(task.submittedAt),
  },
  { key: 'holder', title: heads.holder, width: 130, render: (_, task) => <Holder task={task} /> },
];

function Holder({ task: { mine, holder } }: { task: TaskRow }) {
  if (mine) return <strong>{words.tasks.mine}</strong>;
  return holder === undefined ? <span className="faint">{words.tasks.nobody}</span> : holder;
}

/** The list itself; a row opens by its number, by Enter, or by a click anywhere on it. */
export function TaskTable({
  tasks,
  loading,
  empty,
}: {
  tasks: TaskRow[];
  loading: boolean;
  empty: ReactNode;
}) {
  const [, go] = useLocation();
  return (
    <Table<TaskRow>
      rowKey="case"
      size="small"
      aria-label={words.tasks.table}
      columns={columns}
      dataSource={tasks}
      loading={loading}
      pagination={false}
      scroll={{ x: 1180 }}
      locale={{ emptyText: loading ? ' ' : empty }}
      onRow={(task) => ({ onClick: () => go(`/cases/${encodeURIComponent(task.case)}`) })}
    />
  );
}

import type { TaskRow } from '@tongban/contract';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { words } from '../words.ts';
import { type Column, columnsOf, widthOf } from './columns.tsx';

type Props = {
  tasks: TaskRow[];
  columns: readonly Column[];
  chosen: readonly string[];
  choose: (cases: string[]) => void;
  loading: boolean;
  empty: ReactNode;
};

const chooserWidth = 40;

/** The list itself; a row opens by its number, by Enter, or by a click anywhere on it. */
export function TaskTable({ tasks, columns, chosen, choose, loading, empty }: Props) {
  const [, go] = useLocation();
  return (
    <Table<TaskRow>
      rowKey="case"
      size="small"
      aria-label={words.tasks.table}
      columns={columnsOf(columns)}
      dataSource={tasks}
      loading={loading}
      pagination={false}
      scroll={{ x: chooserWidth + widthOf(columns) }}
      locale={{ emptyText: loading ? ' ' : empty }}
      rowSelection={{
        // The head's box would stand twice, once hidden where the keyboard still finds it; ⇧X chooses all instead.
        hideSelectAll: true,
        columnWidth: chooserWidth,
        selectedRowKeys: [...chosen],
        onChange: (keys) => choose(keys.map(String)),
        getCheckboxProps: ({ case: number }) => ({ 'aria-label': words.tasks.chooseOne(number) }),
      }}
      onRow={(task) => ({ onClick: () => go(`/cases/${encodeURIComponent(task.case)}`) })}
    />
  );
}

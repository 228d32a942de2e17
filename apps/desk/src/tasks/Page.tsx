import type { ListFilter, SavedView } from '@tongban/contract';
import { Button, Checkbox, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { rememberWalk } from '../case/walk.ts';
import { useKept } from '../kept/use-kept.ts';
import { useKeys } from '../keys/use-keys.ts';
import { words } from '../words.ts';
import { BulkBar } from './BulkBar.tsx';
import { type Column, columnChoices, usualColumns } from './columns.tsx';
import { EmptyQueue } from './EmptyQueue.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { filterFrom, searchOf } from './filter.ts';
import { ListFoot } from './ListFoot.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { useCounts, useList } from './queries.ts';
import { type Queue, queueAt } from './queue-order.ts';
import { chosenRow, moveAmong } from './rows.ts';
import { TaskTable } from './TaskTable.tsx';
import { Toolbar } from './Toolbar.tsx';
import { Views } from './Views.tsx';

/** 我的任务: the cases of my branch by queue and filter, the most urgent first. */
export function TasksPage({ role }: { role: string }) {
  const { filter, look } = usePlace(role);
  const columns = useKept<readonly Column[]>('columns', usualColumns);
  const list = useList(filter);
  const counts = useCounts();
  const tasks = (list.data?.pages ?? []).flatMap((page) => page.tasks);
  const { chosen, choose, toggle } = useChosen(tasks.map((task) => task.case));
  const chooseAll = () => choose(tasks.map((task) => task.case));
  const refresh = () => void list.refetch();
  const more = list.hasNextPage ? () => void list.fetchNextPage() : undefined;
  const toQueue = (queue: Queue | undefined) => queue !== undefined && look({ queue });
  useListKeys({ toggle, chooseAll, refresh, more, toQueue });
  const place = { filter, look, columns: columns.value, setColumns: columns.set };
  return (
    <main id="main" className="tasks">
      <Toolbar
        key={filter.q ?? ''}
        q={filter.q ?? ''}
        find={(q) => look({ ...filter, q })}
        refresh={refresh}
        list={list}
      />
      <QueueTabs queue={filter.queue} counts={counts.data ?? {}} choose={toQueue} />
      <Narrowing {...place} />
      <ProblemNote error={list.error ?? counts.error} />
      <div className={list.isPlaceholderData ? 'task-list stale' : 'task-list'}>
        <TaskTable
          tasks={tasks}
          columns={columns.value}
          chosen={chosen}
          choose={choose}
          loading={list.isPending}
          empty={<Empty {...place} />}
        />
        <ListFoot count={tasks.length} more={more} loading={list.isFetchingNextPage} />
      </div>
      <BulkBar
        tasks={tasks.filter((task) => chosen.includes(task.case))}
        all={chooseAll}
        clear={() => choose([])}
      />
      <p className="visually-hidden" aria-live="polite">
        {list.isPending ? '' : words.tasks.shown(tasks.length)}
      </p>
    </main>
  );
}

type Keyed = {
  toggle: () => void;
  chooseAll: () => void;
  refresh: () => void;
  more: (() => void) | undefined;
  toQueue: (queue: Queue | undefined) => void;
};

function useListKeys({ toggle, chooseAll, refresh, more, toQueue }: Keyed): void {
  useKeys({
    j: () => moveAmong('.task-link', 1),
    k: () => moveAmong('.task-link', -1),
    x: toggle,
    X: chooseAll,
    g: refresh,
    m: () => more?.(),
    '/': () => document.getElementById('find-case')?.focus(),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((digit) => [String(digit), () => toQueue(queueAt(digit))]),
    ),
  });
}

type Place = {
  filter: ReturnType<typeof filterFrom>;
  look: (next: ListFilter) => void;
  columns: readonly Column[];
  setColumns: (columns: readonly Column[]) => void;
};

/** Filter, columns, saved views and export, in one line above the list. */
function Narrowing({ filter, look, columns, setColumns }: Place) {
  const [narrowing, setNarrowing] = useState(false);
  useKeys({ f: () => setNarrowing(true) });
  const open = (view: SavedView) => {
    setColumns(view.columns);
    look(view.filter);
  };
  return (
    <div className="narrow">
      <FilterBar
        filter={filter}
        change={(part) => look({ ...filter, ...part })}
        clear={() => look({ queue: filter.queue })}
        open={narrowing}
        setOpen={setNarrowing}
      />
      <Columns chosen={columns} choose={setColumns} />
      <Views filter={filter} columns={columns} open={open} />
      <ExportButton filter={filter} columns={columns} />
    </div>
  );
}

function Empty({ filter, look }: Place) {
  return (
    <EmptyQueue
      queue={filter.queue}
      q={filter.q ?? ''}
      findInAll={() => look({ ...filter, queue: 'all' })}
      clear={() => look({ queue: filter.queue })}
    />
  );
}

/** Queue and filter stand in the address, so that back and reload find the same list. */
function usePlace(role: string) {
  const [search, setSearch] = useSearchParams();
  const [first] = useState(role);
  return {
    filter: filterFrom(search, first),
    look: (next: ListFilter) => setSearch(searchOf(next)),
  };
}

/** Which rows are chosen; what is no longer shown is no longer chosen. */
function useChosen(cases: readonly string[]) {
  const [chosen, choose] = useState<string[]>([]);
  const shown = cases.join(' ');
  useEffect(() => {
    const now = shown.split(' ');
    rememberWalk(now);
    choose((before) => before.filter((number) => now.includes(number)));
  }, [shown]);
  const toggle = () => {
    const here = chosenRow('.task-link');
    if (here === undefined) return;
    choose(chosen.includes(here) ? chosen.filter((number) => number !== here) : [...chosen, here]);
  };
  return { chosen, choose, toggle };
}

function Columns({ chosen, choose }: { chosen: readonly Column[]; choose: (columns: Column[]) => void }) {
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <Checkbox.Group
          className="columns"
          aria-label={words.tasks.chooseColumns}
          options={columnChoices}
          value={[...chosen]}
          onChange={(next) => next.length > 0 && choose(next)}
        />
      }
    >
      <Button>{words.tasks.chooseColumns}</Button>
    </Popover>
  );
}

import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { words } from '../words.ts';
import { EmptyQueue } from './EmptyQueue.tsx';
import { ListFoot } from './ListFoot.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { useTasks } from './queries.ts';
import { type Queue, queueAt, queueFrom } from './queue-order.ts';
import { moveAmong } from './rows.ts';
import { TaskTable } from './TaskTable.tsx';
import { Toolbar } from './Toolbar.tsx';

/** 我的任务: the cases of my branch by queue, the most urgent first. */
export function TasksPage({ role }: { role: string }) {
  const { queue, q, look } = usePlace(role);
  const list = useTasks(queue, q);
  const pages = list.data?.pages ?? [];
  const tasks = pages.flatMap((page) => page.tasks);
  const more = () => void list.fetchNextPage();
  const refresh = () => void list.refetch();
  const choose = (next: Queue | undefined) => next !== undefined && look(next, q);
  useKeys({
    j: () => moveAmong('.task-link', 1),
    k: () => moveAmong('.task-link', -1),
    m: () => list.hasNextPage && more(),
    g: refresh,
    '/': () => document.getElementById('find-case')?.focus(),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((digit) => [String(digit), () => choose(queueAt(digit))]),
    ),
  });
  return (
    <main id="main" className="tasks">
      <Toolbar key={q} q={q} find={(text) => look(queue, text)} refresh={refresh} list={list} />
      <QueueTabs queue={queue} counts={pages.at(-1)?.counts ?? {}} choose={choose} />
      <ProblemNote error={list.error} />
      <div className={list.isPlaceholderData ? 'task-list stale' : 'task-list'}>
        <TaskTable
          tasks={tasks}
          loading={list.isPending}
          empty={
            <EmptyQueue queue={queue} q={q} findInAll={() => look('all', q)} clear={() => look(queue, '')} />
          }
        />
        <ListFoot
          count={tasks.length}
          more={list.hasNextPage ? more : undefined}
          loading={list.isFetchingNextPage}
        />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {list.isPending ? '' : words.tasks.shown(tasks.length)}
      </p>
    </main>
  );
}

/** Queue and search stand in the address, so that back and reload find the same list. */
function usePlace(role: string) {
  const [search, setSearch] = useSearchParams();
  const [first] = useState(role);
  const queue = queueFrom(search.get('queue'), first);
  const q = search.get('q') ?? '';
  const look = (next: Queue, text: string) =>
    setSearch(text === '' ? { queue: next } : { queue: next, q: text });
  return { queue, q, look };
}

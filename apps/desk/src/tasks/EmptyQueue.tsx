import { Button } from 'antd';
import { words } from '../words.ts';
import type { Queue } from './queue-order.ts';

type Props = { queue: Queue; q: string; findInAll: () => void; clear: () => void };

/** An empty list says why it is empty and what to do. */
export function EmptyQueue({ queue, q, findInAll, clear }: Props) {
  const [title, todo] =
    q === '' ? words.tasks.empty[queue] : [words.tasks.notFound(q), words.tasks.notFoundTodo];
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{todo}</p>
      {q === '' ? null : (
        <p>
          {queue === 'all' ? null : <Button onClick={findInAll}>{words.tasks.findInAll}</Button>}{' '}
          <Button onClick={clear}>{words.tasks.clear}</Button>
        </p>
      )}
    </div>
  );
}

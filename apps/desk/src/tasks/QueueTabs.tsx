import { Tabs } from 'antd';
import { KeyCap } from '../keys/KeyCap.tsx';
import { words } from '../words.ts';
import { type Queue, queueOrder } from './queue-order.ts';

type Props = {
  queue: Queue;
  counts: Readonly<Record<string, number>>;
  choose: (queue: Queue | undefined) => void;
};

/** The queues with how many cases wait in each. */
export function QueueTabs({ queue, counts, choose }: Props) {
  return (
    <Tabs
      activeKey={queue}
      aria-label={words.tasks.queues}
      onChange={(key) => choose(queueOrder.find((each) => each === key))}
      items={queueOrder.map((each, place) => ({
        key: each,
        label: (
          <span className="queue-tab">
            {words.queues[each]}
            {counts[each] === undefined ? null : <span className="count">{counts[each]}</span>}
            <KeyCap of={String(place + 1)} />
          </span>
        ),
      }))}
    />
  );
}

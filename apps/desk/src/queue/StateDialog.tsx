import { queueRoutes, type WindowQueue } from '@tongban/contract';
import { Modal } from 'antd';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useQueueAct } from './queries.ts';
import { queueWords } from './words.ts';

const said = queueWords.state;
const states = ['open', 'break', 'closed'] as const;

type Props = { queue: WindowQueue; close: () => void };

/** 窗口状态: open, on a break, or closed. */
export function StateDialog(props: Props) {
  return (
    <Modal
      open
      title={said.title}
      width={480}
      footer={null}
      onCancel={props.close}
      afterOpenChange={(opened) => opened && document.querySelector<HTMLElement>('.state-choice')?.focus()}
    >
      <Choices {...props} />
    </Modal>
  );
}

function Choices({ queue, close }: Props) {
  const act = useQueueAct();
  const set = (state: WindowQueue['state']) => () =>
    act.mutate(() => call(queueRoutes.setWindow, { body: { state } }), { onSuccess: close });
  useKeys(Object.fromEntries(states.map((state, at) => [String(at + 1), set(state)])), 'in-dialog');
  return (
    <div className="state-choices">
      {queue.current === undefined ? null : <p className="faint">{said.lead}</p>}
      {states.map((state, at) => (
        <button
          key={state}
          type="button"
          className="state-choice"
          aria-keyshortcuts={String(at + 1)}
          aria-current={state === queue.state}
          onClick={set(state)}
        >
          <KeyCap of={String(at + 1)} />
          <strong>
            {queueWords.states[state]}
            {state === queue.state ? <span className="tag">{said.now}</span> : null}
          </strong>
          <span className="faint">{said.help[state]}</span>
        </button>
      ))}
      <ProblemNote error={act.error} />
    </div>
  );
}

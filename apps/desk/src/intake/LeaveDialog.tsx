import { Button, Modal } from 'antd';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { Acts } from './use-acts.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.leave;

/** Leaving before everything was handed in: what was begun stays the person's draft. */
export function LeaveDialog({ acts }: { acts: Acts }) {
  return (
    <Modal
      open
      title={said.title}
      width={480}
      onCancel={acts.close}
      footer={[
        <Button key="stay" onClick={acts.close}>
          {said.stay}
          <KeyCap of="Esc" />
        </Button>,
        <Button key="send" type="primary" onClick={acts.leave}>
          {said.send}
          <KeyCap of="Ctrl+Enter" />
        </Button>,
      ]}
    >
      <Leaving acts={acts} />
    </Modal>
  );
}

function Leaving({ acts }: { acts: Acts }) {
  useKeys({ 'Ctrl+Enter': acts.leave }, 'in-dialog');
  return <p>{said.lead}</p>;
}

import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { isConflict } from '../../api/problem-words.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { words } from '../../words.ts';
import { useLatest } from '../queries.ts';
import type { ActRun } from './use-run.ts';
import { dialogWords } from './words.ts';

type Props = {
  title: string;
  send: string;
  run: ActRun;
  confirm: () => void;
  danger?: boolean;
  blocked?: boolean;
  children: ReactNode;
};

/** The frame of every decision: what will happen, the confirm button with its key, and errors in place. */
export function ActDialog({ title, send, run, confirm, danger = false, blocked = false, children }: Props) {
  const { desk, close, pending, error, forget } = run;
  const latest = useLatest(desk.deskCase.case);
  const press = () => !blocked && !pending && confirm();
  useKeys({ 'Ctrl+Enter': press }, 'in-dialog');
  const look = (
    <Button
      size="small"
      onClick={() => {
        forget();
        latest();
      }}
    >
      {words.problem.latest}
    </Button>
  );
  return (
    <Modal
      open
      title={title}
      width={640}
      onCancel={close}
      afterOpenChange={(opened) => opened && focusFirst()}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={close}>
          {dialogWords.cancel}
          <KeyCap of="Esc" />
        </Button>,
        <Button
          key="send"
          type="primary"
          danger={danger}
          disabled={blocked}
          loading={pending}
          onClick={press}
        >
          {send}
          <KeyCap of="Ctrl+Enter" />
        </Button>,
      ]}
    >
      <div className="dialog-body">
        {children}
        <p className="faint">{dialogWords.now(desk.deskCase.stateName)}</p>
        <ProblemNote error={error} action={isConflict(error) ? look : null} />
      </div>
    </Modal>
  );
}

/** The keyboard begins where there is something to write, else at the confirm button. */
function focusFirst(): void {
  const first = document.querySelector<HTMLElement>('.dialog-body textarea, .dialog-body input');
  (first ?? document.querySelector<HTMLElement>('.ant-modal-footer .ant-btn:last-child'))?.focus();
}

import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';

type Props = {
  title: string;
  send: string;
  press: () => void;
  close: () => void;
  pending: boolean;
  error: Error | null;
  /** What is still missing; while it is told nothing leaves. An empty text only holds the button. */
  gap?: string | undefined;
  danger?: boolean;
  /** Twice as wide, for a table. */
  wide?: boolean;
  children: ReactNode;
};

/** 对话框: a few fields and one button that sends them, by key too; what is missing or refused stands below. */
export function SendDialog({
  title,
  send,
  press,
  close,
  pending,
  error,
  gap,
  danger,
  wide,
  children,
}: Props) {
  const blocked = gap !== undefined;
  const leave = () => !blocked && !pending && press();
  useKeys({ 'Ctrl+Enter': leave }, 'in-dialog');
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      {...(wide === true ? { width: wideWidth } : {})}
      afterOpenChange={(opened) => opened && focusFirst()}
      footer={
        <Button type="primary" danger={danger === true} disabled={blocked} loading={pending} onClick={leave}>
          {send}
          <KeyCap of="Ctrl+Enter" />
        </Button>
      }
    >
      <div className="dialog-body">
        {children}
        {gap === undefined || gap === '' ? null : <p className="faint">{gap}</p>}
        <ProblemNote error={error} />
      </div>
    </Modal>
  );
}

const wideWidth = 960;

/** The keyboard begins in the first field, or at what is chosen there; a field that asked for it keeps it. */
function focusFirst(): void {
  const body = document.querySelector('.ant-modal-wrap:not([style*="display: none"]) .dialog-body');
  if (body === null || body.contains(document.activeElement)) return;
  const fields = [...body.querySelectorAll<HTMLInputElement>('input, textarea')];
  const [first] = fields;
  const chosen =
    first?.type === 'radio' ? fields.find(({ name, checked }) => name === first.name && checked) : first;
  (chosen ?? first)?.focus();
}

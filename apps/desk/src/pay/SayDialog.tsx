import { Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { payWords } from './words.ts';

type Props = {
  title: string;
  lead?: string;
  label: string;
  send: string;
  press: (say: string) => void;
  close: () => void;
  pending: boolean;
  error: Error | null;
};

/** 写一句: one sentence that stays on record beside what was done. */
export function SayDialog({ title, lead, label, send, press, close, pending, error }: Props) {
  const [say, setSay] = useState('');
  return (
    <SendDialog
      title={title}
      send={send}
      press={() => press(say.trim())}
      close={close}
      pending={pending}
      error={error}
      gap={say.trim().length < 4 ? payWords.dialog.needSay : undefined}
    >
      {lead === undefined ? null : <p>{lead}</p>}
      <label htmlFor="pay-say">{label}</label>
      <Input.TextArea
        id="pay-say"
        rows={3}
        maxLength={300}
        value={say}
        onChange={({ target }) => setSay(target.value)}
      />
    </SendDialog>
  );
}

import type { ReplyVersion } from '@tongban/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useDeed } from './queries.ts';
import { knowledgeWords as said } from './words.ts';

/** What is asked for with a reason. */
export type Asking = 'return' | 'withdraw';
type Props = { asking: Asking; entry: string; version: ReplyVersion; close: () => void };

/** 退回、撤下: the reason stands with the version for ever. */
export function ReasonDialog({ asking, entry, version, close }: Props) {
  const [reason, setReason] = useState('');
  const deed = useDeed(entry);
  const { revision, version: number } = version;
  const written = reason.trim();
  const press = () =>
    deed.mutate(
      asking === 'return'
        ? { act: 'return', revision, reason: written }
        : { act: 'withdraw', version: number, revision, reason: written },
      { onSuccess: close },
    );
  return (
    <SendDialog
      title={said.reason[asking]}
      send={said.acts[asking]}
      press={press}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={written.length < 2 ? said.reason.need : undefined}
      danger={asking === 'withdraw'}
    >
      <label htmlFor="reply-reason">{said.reason.label}</label>
      <Input.TextArea
        id="reply-reason"
        rows={3}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </SendDialog>
  );
}

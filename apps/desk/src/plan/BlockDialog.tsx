import type { BlockOut, DayPlan } from '@tongban/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { planWords } from './words.ts';

const said = planWords.blocks;

type Props = {
  chosen: Omit<BlockOut, 'reason'>;
  plan: DayPlan;
  block: (reason: string) => void;
  close: () => void;
};

/** 停用: why the selected hours take nobody. */
export function BlockDialog({ chosen: { span, windows }, plan, block, close }: Props) {
  const [reason, setReason] = useState('');
  return (
    <SendDialog
      title={said.ask}
      send={said.send}
      press={() => block(reason.trim())}
      close={close}
      pending={false}
      error={null}
      gap={reason.trim() === '' ? said.need : undefined}
    >
      <p>{planWords.grid.chosen(windows?.length ?? plan.rows.length, span.from, span.to)}</p>
      <label htmlFor="block-reason">{said.reason}</label>
      <Input
        id="block-reason"
        autoFocus
        maxLength={100}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="phrases">
        {said.phrases.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => setReason(phrase)}>
            {phrase}
          </Button>
        ))}
      </div>
    </SendDialog>
  );
}

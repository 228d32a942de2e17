import { hallRoutes, type QueueTicket } from '@tongban/contract';
import { Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { PhrasedLine } from '../dialog/PhrasedLine.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { ticketWords } from '../queue/ticket-words.ts';
import { useHallAct } from './queries.ts';
import { hallWords } from './words.ts';

const said = hallWords.grant;

type Priority = NonNullable<QueueTicket['priority']>;

/** 绿色通道: priority for a waiting ticket, with what was seen on record. */
export function GrantDialog({
  ticket: { ticket, number },
  close,
}: {
  ticket: QueueTicket;
  close: () => void;
}) {
  const [priority, choose] = useState<Priority>();
  const [reason, setReason] = useState('');
  const act = useHallAct();
  const ready = priority !== undefined && reason.trim().length > 1;
  const press = () => {
    if (priority === undefined) return;
    const body = { priority, reason: reason.trim() };
    act.mutate(() => call(hallRoutes.route, { params: { ticket }, body }), { onSuccess: close });
  };
  return (
    <SendDialog
      title={said.title(number)}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={ready ? undefined : said.need}
    >
      <Radio.Group
        aria-label={said.who}
        optionType="button"
        value={priority}
        onChange={({ target }) => choose(target.value)}
        options={Object.entries(ticketWords.priorities).map(([value, label]) => ({
          value,
          label,
        }))}
      />
      <PhrasedLine
        id="grant-reason"
        label={said.reason}
        phrases={said.phrases}
        text={reason}
        change={setReason}
      />
    </SendDialog>
  );
}

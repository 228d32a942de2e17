import { type HallNow, hallRoutes, type QueueTicket } from '@tongban/contract';
import { Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { PhrasedLine } from '../dialog/PhrasedLine.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { ticketWords } from '../queue/ticket-words.ts';
import { queueWords } from '../queue/words.ts';
import { useHallAct } from './queries.ts';
import { hallWords } from './words.ts';

const said = hallWords.route;

type Props = { ticket: QueueTicket; now: HallNow; close: () => void };

/** 派到窗口: a waiting ticket is called by the named window, with the reason on record. */
export function RouteDialog({ ticket: { ticket, number }, now, close }: Props) {
  const [window, choose] = useState<string>();
  const [reason, setReason] = useState('');
  const act = useHallAct();
  const ready = window !== undefined && reason.trim().length > 1;
  const press = () => {
    if (window === undefined) return;
    const body = { window, reason: reason.trim() };
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
        className="window-choice"
        aria-label={said.window}
        value={window}
        onChange={({ target }) => choose(target.value)}
        options={now.windows.map((one) => ({
          value: one.window,
          label: queueWords.transfer.windowState(one.name, ticketWords.windowStates[one.state]),
        }))}
      />
      <PhrasedLine
        id="route-reason"
        label={said.reason}
        phrases={said.phrases}
        text={reason}
        change={setReason}
      />
    </SendDialog>
  );
}

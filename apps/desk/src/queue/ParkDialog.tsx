import { queueRoutes, type WindowQueue } from '@tongban/contract';
import { Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { PhrasedLine } from '../dialog/PhrasedLine.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useQueueAct } from './queries.ts';
import { queueWords } from './words.ts';

const said = queueWords.park;
const choices = [5, 10, 15, 30, 60] as const;

/** 暂缓: the person steps aside for some minutes and comes back to their place. */
export function ParkDialog({ queue: { current }, close }: { queue: WindowQueue; close: () => void }) {
  const [minutes, setMinutes] = useState<number>(10);
  const [note, setNote] = useState('');
  const act = useQueueAct();
  if (current === undefined) return null;
  const press = () => {
    const written = note.trim() === '' ? {} : { note: note.trim() };
    const asked = { params: { ticket: current.ticket }, body: { act: 'park' as const, minutes, ...written } };
    act.mutate(() => call(queueRoutes.act, asked), { onSuccess: close });
  };
  return (
    <SendDialog
      title={said.title(current.number)}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
    >
      <p>{said.lead}</p>
      <Radio.Group
        aria-label={said.minutes}
        optionType="button"
        value={minutes}
        onChange={({ target }) => setMinutes(target.value)}
        options={choices.map((value) => ({ value, label: said.minute(value) }))}
      />
      <PhrasedLine id="park-note" label={said.note} phrases={said.phrases} text={note} change={setNote} />
    </SendDialog>
  );
}

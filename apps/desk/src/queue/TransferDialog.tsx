import { queueRoutes, type WindowQueue } from '@tongban/contract';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { ItemPick } from './ItemPick.tsx';
import { useQueueAct } from './queries.ts';
import { ticketWords } from './ticket-words.ts';
import { bodyOf, type Transfer } from './transfer.ts';
import { queueWords } from './words.ts';

const said = queueWords.transfer;

/** 转办: to another window, or for another item, keeping the place or not. */
export function TransferDialog({ queue, close }: { queue: WindowQueue; close: () => void }) {
  const { current } = queue;
  const [wish, change] = useState<Transfer>({ to: 'window', window: '', keepPlace: true, note: '' });
  const act = useQueueAct();
  if (current === undefined) return null;
  const body = bodyOf(wish);
  const press = () => {
    if (body === undefined) return;
    const asked = { params: { ticket: current.ticket }, body };
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
      gap={body === undefined ? said.needItem : undefined}
    >
      <Fields queue={queue} wish={wish} change={change} />
    </SendDialog>
  );
}

type FieldsProps = { queue: WindowQueue; wish: Transfer; change: (wish: Transfer) => void };

function Fields({ queue, wish, change }: FieldsProps) {
  return (
    <>
      <Radio.Group
        aria-label={said.to}
        optionType="button"
        value={wish.to}
        onChange={({ target }) => change({ ...wish, to: target.value })}
        options={[
          { value: 'window', label: said.window },
          { value: 'item', label: said.item },
        ]}
      />
      {wish.to === 'window' ? (
        <Windows queue={queue} wish={wish} change={change} />
      ) : (
        <ItemPick
          id="transfer-item"
          label={said.find}
          chosen={wish.item}
          choose={(item) => change(withItem(wish, item))}
        />
      )}
      <Radio.Group
        aria-label={said.place}
        value={wish.keepPlace}
        onChange={({ target }) => change({ ...wish, keepPlace: target.value })}
        options={[
          { value: true, label: said.keep },
          { value: false, label: said.anew },
        ]}
      />
      <label htmlFor="transfer-note">{said.note}</label>
      <Input
        id="transfer-note"
        maxLength={200}
        value={wish.note}
        onChange={({ target }) => change({ ...wish, note: target.value })}
      />
    </>
  );
}

function Windows({ queue: { others }, wish, change }: FieldsProps) {
  return (
    <Radio.Group
      className="window-choice"
      aria-label={said.window}
      value={wish.window}
      onChange={({ target }) => change({ ...wish, window: target.value })}
      options={[
        { value: '', label: said.any },
        ...others.map(({ window, name, state }) => ({
          value: window,
          label: said.windowState(name, ticketWords.windowStates[state]),
        })),
      ]}
    />
  );
}

/** Clearing the item leaves the wish without one. */
function withItem({ item: _, ...wish }: Transfer, item: Transfer['item']): Transfer {
  return item === undefined ? wish : { ...wish, item };
}

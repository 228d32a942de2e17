import type { OrderView } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { dayWords } from '../../clocks/moments.ts';
import { SendDialog } from '../../dialog/SendDialog.tsx';
import { useAct } from '../queries.ts';
import { orderWords } from '../words.ts';
import { type Arranging, arrangeAct, arrangingOf, missingIn } from './arranging.ts';
import { timeText, visitWords } from './words.ts';

const said = visitWords.arrange;
const title = orderWords.acts['arrange-visit'];

/** 约上门: the day, the time and who goes; the same again changes it. */
export function ArrangeDialog({ view, close }: { view: OrderView; close: () => void }) {
  const [filled, setFilled] = useState<Arranging>(() => arrangingOf(view));
  const deed = useAct(view.order);
  const change = (part: Partial<Arranging>) => setFilled({ ...filled, ...part });
  return (
    <SendDialog
      title={title}
      send={title}
      press={() => deed.mutate({ version: view.version, act: arrangeAct(filled) }, { onSuccess: close })}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={missingIn(filled)}
    >
      <Known view={view} day={filled.day} />
      <WhenFields filled={filled} change={change} />
      <label htmlFor="visit-who">{said.who}</label>
      <Input
        id="visit-who"
        maxLength={60}
        value={filled.who}
        onChange={({ target }) => change({ who: target.value })}
      />
      <label htmlFor="visit-reason">{said.reason}</label>
      <Input
        id="visit-reason"
        maxLength={500}
        value={filled.reason}
        onChange={({ target }) => change({ reason: target.value })}
      />
      <label htmlFor="visit-note">{said.note}</label>
      <Input.TextArea
        id="visit-note"
        rows={2}
        maxLength={500}
        value={filled.note}
        onChange={({ target }) => change({ note: target.value })}
      />
    </SendDialog>
  );
}

type Filling = { filled: Arranging; change: (part: Partial<Arranging>) => void };

function WhenFields({ filled, change }: Filling) {
  return (
    <>
      <label htmlFor="visit-day">{said.day}</label>
      <Input
        id="visit-day"
        type="date"
        min={shanghaiDay(new Date())}
        value={filled.day}
        onChange={({ target }) => change({ day: target.value })}
      />
      <Radio.Group
        aria-label={said.time}
        value={filled.time}
        onChange={({ target }) => change({ time: target.value as Arranging['time'] })}
        options={(['morning', 'afternoon', 'hours'] as const).map((value) => ({
          value,
          label: visitWords.times[value],
        }))}
      />
      {filled.time === 'hours' ? (
        <div className="visit-hours">
          <Clock label={said.from} value={filled.from} change={(from) => change({ from })} />
          <Clock label={said.to} value={filled.to} change={(to) => change({ to })} />
        </div>
      ) : null}
    </>
  );
}

function Clock({ label, value, change }: { label: string; value: string; change: (to: string) => void }) {
  return (
    <Input
      aria-label={label}
      placeholder={said.clock}
      maxLength={5}
      prefix={label}
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  );
}

/** What was said of the time, what stands, and whether the reply would be late. */
function Known({ view: { visit, dueOn }, day }: { view: OrderView; day: string }) {
  const arranged = visit?.arranged;
  return (
    <>
      {visit?.suits === undefined ? null : <p>{said.suits(visit.suits)}</p>}
      {arranged === undefined ? null : (
        <p>{said.again(`${dayWords(arranged.day)} ${timeText(arranged.time)}`)}</p>
      )}
      {day > dueOn ? <p role="status">{said.late(dueOn)}</p> : null}
    </>
  );
}

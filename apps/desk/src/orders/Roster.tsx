import type { OrderDuty, OrderRoster } from '@tongban/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { isOn } from './duty.ts';
import { useRoster, useSetRoster } from './queries.ts';
import { orderWords } from './words.ts';

const said = orderWords.roster;
const clock = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    new Date(),
  );
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** 今日值班: who answers for urgent orders, in one line: those on duty now, or the whole day where there is room. */
export function RosterLine({ of = 'now' }: { of?: 'now' | 'day' }) {
  const day = today();
  const { data } = useRoster(day);
  const [editing, edit] = useState(false);
  if (data === undefined) return null;
  const shown = data.duties.filter(({ mine }) => mine);
  const now = clock();
  const others = data.duties.filter(({ mine }) => !mine);
  const fitting = [...shown, ...others].filter((duty) => of === 'day' || isOn(duty, now));
  return (
    <div className="roster">
      <strong>{said.title}</strong>
      {fitting.length === 0 ? (
        <span className="faint">{data.duties.length === 0 ? said.none : said.off}</span>
      ) : null}
      {fitting.slice(0, of === 'day' ? mostShown : 1).map((shift) => (
        <Shift key={shift.duty} shift={shift} />
      ))}
      {data.mayWrite ? (
        <Button size="small" onClick={() => edit(true)}>
          {said.edit}
        </Button>
      ) : null}
      {editing ? <RosterDialog day={day} begun={shown} close={() => edit(false)} /> : null}
    </div>
  );
}
const mostShown = 3;

function Shift({ shift }: { shift: OrderRoster['duties'][number] }) {
  const { unit, mine, name, phone, from, to } = shift;
  return (
    <span>
      {mine ? '' : `${unit} `}
      {said.hours(from, to)} {name} <span className="number">{phone}</span>
    </span>
  );
}

/** 现在值班: whom an urgent order is told by phone, at once. */
export function DutyNow() {
  const { data } = useRoster(today());
  const now = clock();
  const on = (data?.duties ?? []).filter((duty) => isOn(duty, now));
  return (
    <p className="duty-now" role="status">
      <strong>{said.now}</strong>
      {on.length === 0 ? <span>{said.nobody}</span> : null}
      {on.map(({ duty, unit, name, phone }) => (
        <span key={duty}>
          {unit} {name} <strong className="number">{phone}</strong>
        </span>
      ))}
    </p>
  );
}

type DialogProps = { day: string; begun: readonly OrderDuty[]; close: () => void };
type Written = OrderDuty & { readonly key: number };
const blank: OrderDuty = { from: '08:30', to: '17:30', name: '', phone: '' };

function RosterDialog({ day, begun, close }: DialogProps) {
  const [shifts, setShifts] = useState<readonly Written[]>(() =>
    (begun.length === 0 ? [blank, { ...blank, from: '17:30', to: '08:30' }] : begun).map(
      ({ from, to, name, phone }, key) => ({ from, to, name, phone, key }),
    ),
  );
  const save = useSetRoster(day);
  const change = (key: number, part: Partial<OrderDuty>) =>
    setShifts(shifts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const isWhole = shifts.every(
    ({ from, to, name, phone }) =>
      isClock(from) && isClock(to) && name.trim() !== '' && /^[\d-]{3,20}$/.test(phone),
  );
  const press = () =>
    save.mutate(
      shifts.map(({ from, to, name, phone }) => ({ from, to, name, phone })),
      { onSuccess: close },
    );
  return (
    <SendDialog
      title={said.edit}
      send={said.keep}
      press={press}
      close={close}
      pending={save.isPending}
      error={save.error}
      gap={isWhole ? undefined : said.need}
    >
      {shifts.map((shift) => (
        <ShiftFields
          key={shift.key}
          shift={shift}
          change={(part) => change(shift.key, part)}
          drop={() => setShifts(shifts.filter(({ key }) => key !== shift.key))}
        />
      ))}
      <Button
        onClick={() =>
          setShifts([...shifts, { ...blank, key: Math.max(-1, ...shifts.map(({ key }) => key)) + 1 }])
        }
      >
        {said.add}
      </Button>
    </SendDialog>
  );
}

const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

type ShiftProps = { shift: OrderDuty; change: (part: Partial<OrderDuty>) => void; drop: () => void };

function ShiftFields({ shift, change, drop }: ShiftProps) {
  return (
    <div className="roster-shift">
      <Input
        className="roster-clock"
        aria-label={said.from}
        placeholder={said.clock}
        maxLength={5}
        value={shift.from}
        onChange={({ target }) => change({ from: target.value.replace('：', ':').trim() })}
      />
      <Input
        className="roster-clock"
        aria-label={said.to}
        placeholder={said.clock}
        maxLength={5}
        value={shift.to}
        onChange={({ target }) => change({ to: target.value.replace('：', ':').trim() })}
      />
      <Input
        aria-label={said.name}
        placeholder={said.name}
        maxLength={60}
        value={shift.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Input
        aria-label={said.phone}
        placeholder={said.phone}
        maxLength={20}
        value={shift.phone}
        onChange={({ target }) => change({ phone: target.value })}
      />
      <Button size="small" onClick={drop}>
        {said.remove}
      </Button>
    </div>
  );
}

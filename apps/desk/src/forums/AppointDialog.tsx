import type { VolunteerWish } from '@tongban/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { plusDays, today } from '../plan/days.ts';
import { useAppoint } from './queries.ts';
import { contactWords as said } from './words.ts';

type Wish = Required<VolunteerWish>;
const usualDays = 365;

/** 聘监督员: somebody who is in the house already, by name and number, for a year unless something else is said. */
export function AppointDialog({ close }: { close: () => void }) {
  const [wish, setWish] = useState<Wish>(() => ({
    ...{ name: '', citizenNumber: '', note: '' },
    ...{ from: today(), until: plusDays(today(), usualDays) },
  }));
  const appoint = useAppoint();
  const line = (of: keyof Wish, type: 'text' | 'date' = 'text') => (
    <div className="forum-clock">
      <label htmlFor={`appoint-${of}`}>{said.fields[of]}</label>
      <Input
        id={`appoint-${of}`}
        type={type}
        maxLength={most[of]}
        autoComplete="off"
        value={wish[of]}
        onChange={({ target }) => setWish({ ...wish, [of]: target.value })}
      />
    </div>
  );
  return (
    <SendDialog
      title={said.appoint}
      send={said.appoint}
      press={() => appoint.mutate(wish, { onSuccess: close })}
      close={close}
      pending={appoint.isPending}
      error={appoint.error}
      gap={gapIn(wish)}
    >
      {line('name')}
      {line('citizenNumber')}
      <div className="forum-pair">
        {line('from', 'date')}
        {line('until', 'date')}
      </div>
      {line('note')}
    </SendDialog>
  );
}

const most: Record<keyof Wish, number> = { name: 60, citizenNumber: 24, from: 10, until: 10, note: 200 };

function gapIn({ name, citizenNumber, from, until }: Wish): string | undefined {
  const { need } = said;
  if (name.trim() === '') return need.name;
  if (citizenNumber.trim() === '') return need.citizenNumber;
  return from !== '' && until !== '' && from <= until ? undefined : need.days;
}

import type { NewTicket } from '@tongban/contract';
import { useState } from 'react';
import { CheckIn } from './CheckIn.tsx';
import { FindTicket } from './FindTicket.tsx';
import { Slip } from './Slip.tsx';
import { TakeNumber } from './TakeNumber.tsx';
import { receptionWords as said } from './words.ts';

/** 导办台: a number for somebody who walked in, a check-in for somebody who booked, and any ticket of today. */
export function ReceptionPage({ role }: { role: string }) {
  const [given, give] = useState<NewTicket>();
  return (
    <main id="main" className="reception">
      <h1 className="visually-hidden">{said.title}</h1>
      <div className="reception-column">
        <TakeNumber reader={role === 'clerk'} give={give} />
      </div>
      <div className="reception-column">
        <CheckIn give={give} />
        <Slip key={given?.ticket} given={given} />
        <FindTicket />
      </div>
    </main>
  );
}

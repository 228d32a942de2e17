import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { blankVisit, type VisitTaking } from './taking.ts';
import { visitWords } from './words.ts';

const said = visitWords.fields;
type Props = { visit: VisitTaking | undefined; change: (visit: VisitTaking) => void };

/** 上门的地址和缘由, while somebody tells them on the phone. */
export function VisitFields({ visit = blankVisit, change }: Props) {
  const set = (part: Partial<VisitTaking>) => change({ ...visit, ...part });
  return (
    <div className="visit-fields">
      <Labelled label={said.address} of="visit-address">
        <Input
          id="visit-address"
          maxLength={200}
          value={visit.address}
          onChange={({ target }) => set({ address: target.value })}
        />
      </Labelled>
      <Labelled label={said.reason} of="visit-why">
        <Select
          id="visit-why"
          placeholder={said.pickReason}
          value={visit.reason ?? null}
          options={Object.entries(visitWords.reasons).map(([value, label]) => ({ value, label }))}
          onChange={(reason: NonNullable<VisitTaking['reason']>) => set({ reason })}
        />
      </Labelled>
      <Labelled label={said.people} of="visit-people">
        <Input
          id="visit-people"
          maxLength={4}
          disabled={visit.reason !== 'many-people'}
          value={visit.people}
          onChange={({ target }) => set({ people: target.value.replace(/\D/g, '') })}
        />
      </Labelled>
      <Labelled label={said.suits} of="visit-suits">
        <Input
          id="visit-suits"
          maxLength={200}
          value={visit.suits}
          onChange={({ target }) => set({ suits: target.value })}
        />
      </Labelled>
    </div>
  );
}

function Labelled({ label, of, children }: { label: string; of: string; children: ReactNode }) {
  return (
    <div className="talk-field">
      <label htmlFor={of}>{label}</label>
      {children}
    </div>
  );
}

import { type Procedure, procedureKinds } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Button, Input, Popconfirm, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { blankProcedure, lackingIn, type NewProcedure, procedureOf } from './procedure.ts';
import { useAddProcedure, useEndProcedure, useProcedures } from './queries.ts';
import { orderWords } from './words.ts';

const said = orderWords.procedures;

/** 在办程序: those that run, each ended with one more press, and a new one made known after a look at it. */
export function ProceduresDialog({ close }: { close: () => void }) {
  const [typed, type] = useState<NewProcedure>(blankProcedure);
  const [isSure, setSure] = useState(false);
  const added = useAddProcedure();
  const change = (part: Partial<NewProcedure>) => {
    setSure(false);
    type({ ...typed, ...part });
  };
  const press = () => {
    if (!isSure) return setSure(true);
    const done = () => {
      setSure(false);
      type(blankProcedure);
    };
    added.mutate(procedureOf(typed), { onSuccess: done, onError: () => setSure(false) });
  };
  return (
    <SendDialog
      wide
      title={said.title}
      send={isSure ? said.confirm : said.add}
      press={press}
      close={close}
      pending={added.isPending}
      error={added.error}
      gap={lackingIn(typed, shanghaiDay(new Date()))}
    >
      <div className="draft-sides">
        <Running />
        <section className="procedure-side" aria-label={said.new}>
          <h3>{said.new}</h3>
          <Fields typed={typed} change={change} />
          {isSure ? (
            <p role="status" className="procedure-sure">
              {said.sure(typed.number.trim())}
            </p>
          ) : null}
        </section>
      </div>
    </SendDialog>
  );
}

type FieldsProps = { typed: NewProcedure; change: (part: Partial<NewProcedure>) => void };

function Fields({ typed, change }: FieldsProps) {
  const field = (name: 'number' | 'phone' | 'citizenNumber' | 'until', most: number) => (
    <>
      <label htmlFor={`procedure-${name}`}>{said.fields[name]}</label>
      <Input
        id={`procedure-${name}`}
        {...(name === 'until' ? { type: 'date' } : {})}
        maxLength={most}
        value={typed[name]}
        onChange={({ target }) => change({ [name]: target.value })}
      />
    </>
  );
  return (
    <>
      {field('number', 60)}
      <label htmlFor="procedure-kind">{said.fields.kind}</label>
      <Select
        id="procedure-kind"
        value={typed.kind}
        options={procedureKinds.map((value) => ({ value, label: said.kinds[value] }))}
        onChange={(kind: Procedure['kind']) => change({ kind })}
      />
      {field('phone', 20)}
      {field('citizenNumber', 24)}
      {field('until', 10)}
    </>
  );
}

function Running() {
  const [q, setQ] = useState('');
  const { data, error } = useProcedures(useDeferredValue(q.trim()));
  const end = useEndProcedure();
  const rows = data?.procedures ?? [];
  return (
    <section className="procedure-side" aria-label={said.running}>
      <h3>{said.running}</h3>
      <Input
        aria-label={said.find}
        placeholder={said.find}
        maxLength={60}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      {data !== undefined && rows.length === 0 ? (
        <p className="faint">{q === '' ? said.none : said.notFound}</p>
      ) : null}
      <ul className="procedure-rows">
        {rows.map(({ number, kindName, phone, citizenNumber, until, unit }) => (
          <li key={number}>
            <div>
              <strong className="number">{number}</strong>
              <p className="faint">
                {[kindName, phone, citizenNumber, said.until(until), unit].filter(Boolean).join('　')}
              </p>
            </div>
            <Popconfirm
              title={said.endAsk(number)}
              okText={said.endYes}
              cancelText={said.endNo}
              onConfirm={() => end.mutate(number)}
            >
              <Button size="small" loading={end.isPending && end.variables === number}>
                {said.end}
                <span className="visually-hidden">{number}</span>
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {data?.more === true ? <p className="faint">{said.more}</p> : null}
      <ProblemNote error={error ?? end.error} />
    </section>
  );
}

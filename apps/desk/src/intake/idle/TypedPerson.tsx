import { Problem } from '@tongban/kernel';
import { Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { intakeWords } from '../words.ts';

const said = intakeWords.idle;

export type Person = { name: string; citizenNumber: string; phone?: string };

const fields = [
  ['name', said.name],
  ['citizenNumber', said.number],
  ['phone', said.phone],
] as const;
type Field = (typeof fields)[number][0];
type Faults = Partial<Record<Field, string>>;

type Props = { begin: (person: Person) => void; error: unknown; pending: boolean };

/** 手工输入: name and number, when there is no card. */
export function TypedPerson({ begin, error, pending }: Props) {
  const [person, setPerson] = useState({ name: '', citizenNumber: '', phone: '' });
  const [missing, setMissing] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const gaps = gapsOf(person);
    setMissing(gaps);
    const [gap] = Object.keys(gaps);
    if (gap === undefined) begin(cleaned(person));
    else form.current?.querySelector<HTMLInputElement>(`[name=${gap}]`)?.focus();
  };
  const faults = { ...faultsOf(error), ...missing };
  return (
    <form ref={form} className="idle-form" onSubmit={send} noValidate>
      <h2>{said.byHand}</h2>
      <div className="idle-fields">
        {fields.map(([name, label]) => (
          <TypedField
            key={name}
            name={name}
            label={label}
            value={person[name]}
            fault={faults[name]}
            set={(value) => {
              setPerson({ ...person, [name]: value });
              setMissing({});
            }}
          />
        ))}
        <Button type="primary" htmlType="submit" loading={pending}>
          {said.begin}
          <KeyCap of="Enter" />
        </Button>
      </div>
      <p className="faint">{said.agree}</p>
      <ProblemNote error={error} />
    </form>
  );
}

type FieldProps = {
  name: Field;
  label: string;
  value: string;
  fault: string | undefined;
  set: (value: string) => void;
};

function TypedField({ name, label, value, fault, set }: FieldProps) {
  const id = `begin-${name}`;
  return (
    <div className="idle-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        name={name}
        autoComplete="off"
        maxLength={40}
        status={fault === undefined ? '' : 'error'}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

function gapsOf({ name, citizenNumber }: Person): Faults {
  return {
    ...(name.trim() === '' ? { name: said.needName } : {}),
    ...(citizenNumber.trim() === '' ? { citizenNumber: said.needNumber } : {}),
  };
}

function cleaned({ name, citizenNumber, phone = '' }: Person): Person {
  return {
    name: name.trim(),
    citizenNumber: citizenNumber.trim().toUpperCase(),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  };
}

/** Faults of the server by the field they point to. */
function faultsOf(error: unknown): Faults {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(error.faults.map(({ pointer, message }) => [pointer.slice(1), message]));
}

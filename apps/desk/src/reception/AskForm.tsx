import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';

type Props = {
  id: string;
  /** The key that leads here. */
  of: string;
  said: { title: string; label: string; send: string; empty: string };
  help: string;
  text: string;
  change: (text: string) => void;
  pending: boolean;
  /** Asks with what was typed; nothing typed is told so instead. */
  ask: (typed: string) => void;
  children: ReactNode;
};

/** 问一句: one part of the reception with one field, its key, and what was found below it. */
export function AskForm({ id, of, said, help, text, change, pending, ask, children }: Props) {
  const [empty, setEmpty] = useState(false);
  useKeys({ [of]: () => document.getElementById(id)?.focus() });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim().toUpperCase();
    setEmpty(typed === '');
    if (typed !== '' && !pending) ask(typed);
  };
  return (
    <form className="reception-part" aria-labelledby={`${id}-title`} onSubmit={send}>
      <header>
        <h2 id={`${id}-title`}>{said.title}</h2>
        <KeyCap of={of} />
      </header>
      <label htmlFor={id}>{said.label}</label>
      <div className="reception-line">
        <Input
          id={id}
          autoComplete="off"
          maxLength={24}
          value={text}
          status={empty ? 'error' : ''}
          aria-invalid={empty}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => {
            change(target.value);
            setEmpty(false);
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        />
        <Button htmlType="submit" loading={pending}>
          {said.send}
          <KeyCap of="Enter" />
        </Button>
      </div>
      <p id={`${id}-help`} className={empty ? 'fault' : 'faint'}>
        {empty ? said.empty : help}
      </p>
      {children}
    </form>
  );
}

import { Input } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { type Draft, gapIn, LimitsFields, purposesOf } from './LimitsFields.tsx';
import { type Register, useRegister } from './queries.ts';
import { partnerWords } from './words.ts';

const said = partnerWords.form;

export type Told = { readonly name: string; readonly partner: string; readonly key: string };
type Props = { types: Register['types']; close: () => void; told: (told: Told) => void };

/** 登记用证单位: its name and its scope; then its key. */
export function RegisterDialog({ types, close, told }: Props) {
  const [name, setName] = useState('');
  const [draft, setDraft] = useState<Draft>({ purposes: '', types: [] });
  const register = useRegister();
  const wish = { name: name.trim(), purposes: purposesOf(draft), types: [...draft.types] };
  const press = () => register.mutate(wish, { onSuccess: (made) => told({ ...made, name: wish.name }) });
  return (
    <SendDialog
      title={said.registerTitle}
      send={said.registerSend}
      press={press}
      close={close}
      pending={register.isPending}
      error={register.error}
      gap={wish.name.length < 2 ? said.gap : gapIn(draft)}
    >
      <label htmlFor="partner-name">{said.name}</label>
      <Input
        id="partner-name"
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <LimitsFields draft={draft} types={types} change={setDraft} />
    </SendDialog>
  );
}

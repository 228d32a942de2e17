import { accessRoutes } from '@tongban/contract';
import { checkCitizenNumber } from '@tongban/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { type Account, useAccountAct } from './queries.ts';
import { accountWords as said } from './words.ts';

/** 登记本人: which citizen the holder of an account is, so that what they apply for goes to colleagues. */
export function NumberDialog({ account, close }: { account: Account; close: () => void }) {
  const [typed, setTyped] = useState('');
  const act = useAccountAct();
  const empty = typed.trim() === '';
  const checked = checkCitizenNumber(typed);
  const body = empty ? {} : { citizenNumber: typed };
  const press = () =>
    act.mutate(() => call(accessRoutes.setNumber, { params: { person: account.person }, body }), {
      onSuccess: close,
    });
  return (
    <SendDialog
      title={`${said.setNumber}：${account.name}`}
      send={empty && account.citizenNumber !== undefined ? said.takeBack : said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={gapOf({ empty, known: account.citizenNumber !== undefined, checked })}
    >
      <label htmlFor="account-number">{said.number}</label>
      <Input
        id="account-number"
        autoComplete="off"
        maxLength={24}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="faint">
        {account.citizenNumber === undefined ? said.why : said.now(account.citizenNumber)}
      </p>
    </SendDialog>
  );
}

type Typed = { empty: boolean; known: boolean; checked: ReturnType<typeof checkCitizenNumber> };

/** What is still missing; nothing typed takes back a number that is known. */
function gapOf({ empty, known, checked }: Typed): string | undefined {
  if (empty) return known ? undefined : '';
  return checked.ok ? undefined : checked.message;
}

import type { Collection, IdentityCard } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { CardTray } from '../devices/CardTray.tsx';
import { useCardReader } from '../devices/use-card-reader.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Letter } from './Letter.tsx';
import { useVerify } from './queries.ts';
import { issueWords } from './words.ts';

const said = issueWords.verify;

/** 核对证件: the card on the reader, or typed from it; somebody else's card asks for the letter of authority. */
export function Verify({ data }: { data: Collection }) {
  if (data.verified) {
    return <p>{data.byAgent === undefined ? said.done : said.agent(data.byAgent)}</p>;
  }
  return <Compare collection={data.collection} />;
}

type Card = Pick<IdentityCard, 'name' | 'citizenNumber'>;

function Compare({ collection }: { collection: string }) {
  const [card, setCard] = useState<Card>({ name: '', citizenNumber: '' });
  const verify = useVerify(collection);
  const compare = (next: Card, authority?: string) => {
    const { name, citizenNumber } = next;
    setCard({ name, citizenNumber });
    if (name.trim() === '' || citizenNumber.trim() === '' || verify.isPending) return;
    verify.mutate({ name, citizenNumber, ...(authority === undefined ? {} : { authority }) });
  };
  const reader = useCardReader((read) => compare(read));
  const typed = () => compare(card);
  useKeys({ F6: typed });
  // The scan box has done its work; letting it go frees the digits that lay a card on.
  useEffect(() => document.querySelector<HTMLElement>('.tray-card, #card-name')?.focus(), []);
  const other = verify.error instanceof Problem && verify.error.code === 'issue.other-person';
  return (
    <>
      {reader.state === 'none' ? null : <p>{said.reader}</p>}
      <CardTray reader={reader} />
      <div className="card-form">
        <div className="card-field">
          <label htmlFor="card-name">{said.name}</label>
          <Input
            id="card-name"
            maxLength={40}
            autoComplete="off"
            value={card.name}
            onChange={({ target }) => setCard({ ...card, name: target.value })}
          />
        </div>
        <div className="card-field card-number">
          <label htmlFor="card-number">{said.number}</label>
          <Input
            id="card-number"
            maxLength={24}
            autoComplete="off"
            value={card.citizenNumber}
            onChange={({ target }) => setCard({ ...card, citizenNumber: target.value })}
            onPressEnter={typed}
          />
        </div>
        <Button type="primary" loading={verify.isPending} aria-keyshortcuts="F6" onClick={typed}>
          {said.send}
          <KeyCap of="F6" />
        </Button>
      </div>
      <ProblemNote error={verify.error} {...(other ? { todo: said.otherTodo } : {})} />
      {other ? <Letter sent={(file) => compare(card, file)} /> : null}
    </>
  );
}

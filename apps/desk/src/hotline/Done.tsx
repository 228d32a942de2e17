import type { OrderTerms, PhoneCall } from '@tongban/contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { type Registering, useWrapUp } from './queries.ts';
import type { Talk } from './use-talk.ts';
import { hotlineWords } from './words.ts';

const { done: said, calls } = hotlineWords;
type Props = { talk: Talk; phoneCall: PhoneCall | undefined; terms: OrderTerms; again: () => void };
const wrapUps = { answer: 'answered', dispatch: 'ordered', keep: 'ordered', merge: 'joined' } as const;

/** 登记之后: the number to say, and the code the call ends with. */
export function Done({ talk, phoneCall, terms, again }: Props) {
  const { data, variables } = talk.register;
  const [code, setCode] = useState<string>(wrapUps[variables?.finish.how ?? 'keep']);
  const wrapUp = useWrapUp();
  const order = data?.receipt.order ?? '';
  const press = () => {
    if (phoneCall === undefined) again();
    else wrapUp.mutate({ id: phoneCall.call, code, order }, { onSuccess: again });
  };
  useKeys({ 'Ctrl+Enter': press });
  if (data === undefined || variables === undefined) return null;
  return (
    <section className="order-pane talk-done">
      <h2>{sentenceOf(variables, order)}</h2>
      {variables.finish.how === 'answer' ? null : (
        <p className="done-say">{said.say(groupsOf(order), dayWords(data.receipt.dueOn))}</p>
      )}
      {data.stopped === undefined ? null : (
        <>
          <p>{said.stopped(order)}</p>
          <ProblemNote error={data.stopped} />
        </>
      )}
      {variables.isTipOff ? null : <Link href={`/orders?order=${order}`}>{said.open}</Link>}
      {phoneCall === undefined ? null : (
        <div className="talk-field">
          <label htmlFor="talk-wrap">{calls.wrapUp}</label>
          <Select
            id="talk-wrap"
            value={code}
            options={terms.wrapUps.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setCode}
          />
        </div>
      )}
      <Button type="primary" loading={wrapUp.isPending} onClick={press}>
        {phoneCall === undefined ? said.next : calls.wrap}
        <KeyCap of="Ctrl+Enter" />
      </Button>
      <ProblemNote error={wrapUp.error} />
    </section>
  );
}

/** A number as one reads it out: four digits at a time. */
function groupsOf(order: string): string {
  return order.replace(/(\d{4})(?=\d)/g, '$1 ');
}

function sentenceOf({ isTipOff, finish }: Registering, order: string): string {
  if (isTipOff) return said.tipOff(order);
  const sentences = {
    ...{ answer: said.answered, dispatch: said.dispatched, keep: said.kept, merge: said.merged },
  };
  return sentences[finish.how](order);
}

import type { Collection } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Papers } from './Papers.tsx';
import { useCollection, useHandOver } from './queries.ts';
import { Results } from './Results.tsx';
import { Signing } from './Signing.tsx';
import { Verify } from './Verify.tsx';
import { issueWords } from './words.ts';

const said = issueWords.hand;

type Props = { collection: string; over: (said?: string) => void };

/** 领取: what waits for the person, and the three steps to hand it over. */
export function CollectionDesk({ collection, over }: Props) {
  const { data, error } = useCollection(collection);
  if (data === undefined) return error === null ? <Spin /> : <ProblemNote error={error} />;
  return <Found data={data} over={over} />;
}

function Found({ data, over }: { data: Collection; over: Props['over'] }) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [printing, setPrinting] = useState(false);
  const chosen = data.results.filter((one) => one.waybill === undefined && !left.includes(one.case));
  const toggle = (number: string) =>
    setLeft(left.includes(number) ? left.filter((one) => one !== number) : [...left, number]);
  const papers = chosen.flatMap((one) => one.documents.map((paper) => ({ ...paper, case: one.case })));
  const print = () => papers.length > 0 && setPrinting(true);
  useKeys({ F9: print });
  return (
    <div className="collection">
      <p className="collection-who">
        <strong>{data.person.name}</strong>
        <span className="number">{data.person.citizenNumber}</span>
        <Button size="small" type="text" onClick={() => over()}>
          {said.leave}
        </Button>
      </p>
      <Results data={data} chosen={chosen} toggle={toggle} print={print} />
      <ol className="hand-steps">
        <StepLine at={1} title={issueWords.verify.title} state={data.verified ? 'done' : 'now'}>
          <Verify data={data} />
        </StepLine>
        <StepLine at={2} title={issueWords.sign.title} state={signState(data)}>
          <Signing data={data} />
        </StepLine>
        <StepLine at={3} title={said.title} state={isSigned(data) ? 'now' : 'later'}>
          <HandOver data={data} chosen={chosen.map((one) => one.case)} over={over} />
        </StepLine>
      </ol>
      {printing ? <Papers papers={papers} close={() => setPrinting(false)} /> : null}
    </div>
  );
}

type StepState = 'done' | 'now' | 'later';

function StepLine(props: { at: number; title: string; state: StepState; children: ReactNode }) {
  const { at, title, state, children } = props;
  return (
    <li className={`hand-step hand-step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="hand-step-mark" aria-hidden="true">
        {state === 'done' ? '✓' : at}
      </span>
      <div className="hand-step-body">
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}

function isSigned({ signature }: Collection): boolean {
  return signature === 'signed' || signature === 'paper';
}

function signState(data: Collection): StepState {
  if (!data.verified) return 'later';
  return isSigned(data) ? 'done' : 'now';
}

function HandOver({ data, chosen, over }: { data: Collection; chosen: string[]; over: Props['over'] }) {
  const hand = useHandOver(data.collection);
  const ready = isSigned(data) && chosen.length > 0;
  const send = () => {
    if (!ready || hand.isPending) return;
    hand.mutate(chosen, {
      onSuccess: () => {
        void hand.settle();
        over(said.done(chosen.length, data.person.name));
      },
    });
  };
  useKeys({ F10: send });
  return (
    <>
      <p>
        <Button
          type={ready ? 'primary' : 'default'}
          disabled={!ready}
          loading={hand.isPending}
          aria-keyshortcuts="F10"
          onClick={send}
        >
          {said.send(chosen.length)}
          <KeyCap of="F10" />
        </Button>
        {ready ? null : (
          <span className="hand-step-why faint">{isSigned(data) ? said.none : said.first}</span>
        )}
      </p>
      <ProblemNote error={hand.error} />
    </>
  );
}

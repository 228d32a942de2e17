import type { Collection } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { screenStateOf, useMyScreen } from '../devices/queries.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useAsk } from './queries.ts';
import { issueWords } from './words.ts';

const said = issueWords.sign;

/** 签名: on the second screen, or on paper with the reason. */
export function Signing({ data }: { data: Collection }) {
  if (!data.verified) return <p className="faint">{said.first}</p>;
  switch (data.signature) {
    case 'signed':
      return <p>{said.signed}</p>;
    case 'paper':
      return <p>{said.paper(data.note ?? '')}</p>;
    case 'none':
    case 'asked':
    case 'declined':
      return <Ask data={data} />;
  }
}

function Ask({ data }: { data: Collection }) {
  const ask = useAsk(data.collection);
  const { data: paired } = useMyScreen();
  const screen = screenStateOf(paired);
  const button = useRef<HTMLButtonElement>(null);
  const waits = data.signature === 'asked';
  // While nothing is known of the screen yet, a quick hand is not held up.
  const send = () => paired !== 'none' && !ask.isPending && ask.mutate(undefined);
  useKeys({ F8: send });
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <p className="ask-line">
        <Button
          ref={button}
          type={waits ? 'default' : 'primary'}
          disabled={paired === 'none'}
          loading={ask.isPending}
          aria-keyshortcuts="F8"
          onClick={send}
        >
          {data.signature === 'none' ? said.ask : said.again}
          <KeyCap of="F8" />
        </Button>
        {paired === undefined ? null : (
          <span className={screen === 'online' ? 'screen-good' : 'screen-bad'}>{said.screen[screen]}</span>
        )}
        {paired === 'none' ? <Link href="/devices">{said.pair}</Link> : null}
      </p>
      <p role="status">
        {waits ? <Spin size="small" /> : null} {statusOf(data)}
      </p>
      <PaperWays choose={(reason) => ask.mutate(reason)} />
      <ProblemNote error={ask.error} />
    </>
  );
}

function statusOf({ signature, note }: Collection): string {
  if (signature === 'asked') return said.asked;
  if (signature !== 'declined') return '';
  return note === undefined ? said.declinedBare : said.declined(note);
}

function PaperWays({ choose }: { choose: (reason: string) => void }) {
  return (
    <p className="paper-line">
      <span className="faint">{said.onPaper}</span>
      {said.reasons.map((reason) => (
        <Button key={reason} size="small" onClick={() => choose(reason)}>
          {reason}
        </Button>
      ))}
    </p>
  );
}

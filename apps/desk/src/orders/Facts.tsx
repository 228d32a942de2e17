import type { OrderView } from '@tongban/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { OrderFiles } from './OrderFiles.tsx';
import { useTerms, useUnmask, useUnmasked } from './queries.ts';
import { orderWords as said } from './words.ts';

/** What is known of an order besides its words. */
export function Facts({ view }: { view: OrderView }) {
  const { data: terms } = useTerms();
  const nameOf = (list: readonly { id: string; name: string }[] | undefined, id: string) =>
    list?.find((one) => one.id === id)?.name ?? id;
  const { facts } = said;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.caller, <Caller key="caller" view={view} />],
    [facts.channel, channelOf(view)],
    [facts.unit, view.unit],
    ...(view.desk === view.unit ? [] : [[facts.desk, view.desk] as const]),
    [facts.handler, view.handler ?? said.nobody],
    [facts.due, view.dueOn],
    ...(view.handDueOn === undefined
      ? []
      : [[terms?.unit.name === view.unit ? facts.hand : facts.handThere, view.handDueOn] as const]),
    ...(view.matter === undefined ? [] : [[facts.matter, nameOf(terms?.matters, view.matter)] as const]),
    ...(view.labels.length === 0
      ? []
      : [[facts.labels, view.labels.map((id) => nameOf(terms?.labels, id)).join('、')] as const]),
    ...moreOf(view),
  ];
  return (
    <dl className="order-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whoever posts in public is known by the name they post under; whether that is theirs nobody has asked. */
function channelOf({ channel, identity, post }: OrderView): string {
  const by = said.channels[channel];
  return post === undefined ? `${by}，${said.identities[identity]}` : by;
}

function moreOf(view: OrderView) {
  const { about, cases, post, procedure, extension, wantsOpen, files, may } = view;
  const { facts } = said;
  const rows: [string, ReactNode][] = [];
  if (about !== undefined) rows.push([facts.about, about]);
  if (cases.length > 0)
    rows.push([
      facts.cases,
      <span key="cases" className="order-files">
        {cases.map((one) => (
          <CaseLink key={one.case} of={one} />
        ))}
      </span>,
    ]);
  if (post !== undefined) rows.push([facts.post, <Source key="post" post={post} />]);
  if (procedure !== undefined) rows.push([facts.procedure, procedure]);
  if (extension !== undefined) {
    const { state, days, basis } = extension;
    rows.push([
      facts.extension,
      <span key="extension" className="order-extension">
        <span>{`${said.extensions[state]}，${said.extension(days, basis)}`}</span>
        {may.includes('draft') ? <span className="faint">{said.extendedOnce}</span> : null}
      </span>,
    ]);
  }
  if (wantsOpen) rows.push([facts.open, said.wantsOpen]);
  if (files.length > 0 || may.includes('attach'))
    rows.push([facts.files, <OrderFiles key="files" view={view} />]);
  return rows;
}

/** 办件: led to where this post may open it, else only its number. */
function CaseLink({ of: { case: number, mayOpen } }: { of: OrderView['cases'][number] }) {
  return mayOpen ? (
    <Link className="number" href={`/cases/${encodeURIComponent(number)}`}>
      {number}
    </Link>
  ) : (
    <span className="number">{number}</span>
  );
}

/** 出处: where a post stands, and when it was posted. */
function Source({ post: { platform, link, postedAt } }: { post: NonNullable<OrderView['post']> }) {
  return (
    <>
      {platform} {postedAt === undefined ? '' : momentWords(postedAt)}{' '}
      <a href={link} target="_blank" rel="noopener noreferrer nofollow">
        {said.postLink}
      </a>
    </>
  );
}

/** 来人: masked, until somebody who calls back asks for the number. */
function Caller({ view }: { view: OrderView }) {
  const phone = useUnmask(view.order);
  const leftNone = view.caller !== undefined && view.caller.phone === undefined;
  const mayAsk = view.stage !== 'closed' && view.identity !== 'anonymous' && !leftNone;
  useKeys(mayAsk ? { u: () => phone.mutate() } : {});
  const { data } = useUnmasked(view.order);
  const shown = data ?? view.caller;
  return (
    <span className="order-caller">
      <span className={data === undefined ? '' : 'order-unmasked'}>
        {shown === undefined ? said.facts.hidden : [shown.name, shown.phone ?? said.noPhone].join(' ')}
      </span>
      {mayAsk && data === undefined ? (
        <Button size="small" loading={phone.isPending} onClick={() => phone.mutate()} aria-keyshortcuts="u">
          {said.unmask}
          <KeyCap of="u" />
        </Button>
      ) : null}
      <ProblemNote error={phone.error} />
    </span>
  );
}

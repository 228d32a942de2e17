import type { ForumNote, OrderForums as InForums } from '@tongban/contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { useOrderForums, usePut, useTakeOut } from './queries.ts';
import { forumWords } from './words.ts';

const said = forumWords.inOrder;
type Props = { order: string; title: string };

/** 所在专场: the forums an order is in with what was done about it there, and those it may be put into. */
export function OrderForums({ order, title }: Props) {
  const { data, error } = useOrderForums(order);
  if (data === undefined) return <ProblemNote error={error} />;
  const { forums, mayPut, offered } = data;
  if (forums.length === 0 && (!mayPut || offered.length === 0)) return null;
  return (
    <section className="order-forums" aria-label={said.title}>
      <h3>{said.title}</h3>
      {forums.map((one) => (
        <InForum key={one.forum} of={one} order={order} title={title} may={data} />
      ))}
      {mayPut && offered.length > 0 ? <Put order={order} offered={offered} /> : null}
    </section>
  );
}

type InForumProps = Props & {
  of: InForums['forums'][number];
  may: Pick<InForums, 'mayPut' | 'mayNote'>;
};

function InForum({ of: { forum, kind, title: name, host, notes }, order, title, may }: InForumProps) {
  const [noting, note] = useState(false);
  const out = useTakeOut(order);
  return (
    <div className="order-forum">
      <p>
        <strong>{name}</strong>
        <span className="faint">
          {forumWords.kinds[kind]}，{host}
        </span>
      </p>
      <Notes notes={notes} />
      {may.mayNote ? (
        <Button size="small" onClick={() => note(true)}>
          {forumWords.note}
        </Button>
      ) : null}
      {may.mayPut ? (
        <Button
          size="small"
          loading={out.isPending}
          aria-label={said.takingOut(name)}
          onClick={() => out.mutate(forum)}
        >
          {said.takeOut}
        </Button>
      ) : null}
      <ProblemNote error={out.error} />
      {noting ? <NoteDialog forum={forum} order={order} title={title} close={() => note(false)} /> : null}
    </div>
  );
}

/** 整改进展, the latest first. */
export function Notes({ notes }: { notes: readonly ForumNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="forum-notes">
      {notes.toReversed().map(({ on, say, by }) => (
        <li key={`${on} ${by} ${say}`}>
          <span className="number">{on.slice(5).replace('-', '/')}</span> {say}
          <span className="faint"> {by}</span>
        </li>
      ))}
    </ul>
  );
}

function Put({ order, offered }: { order: string; offered: InForums['offered'] }) {
  const put = usePut(order);
  return (
    <>
      <Select
        aria-label={said.put}
        placeholder={said.put}
        showSearch={{ optionFilterProp: 'label' }}
        loading={put.isPending}
        value={null}
        options={offered.map(({ forum, title }) => ({ value: forum, label: title }))}
        onChange={(forum: string) => put.mutate(forum)}
      />
      <ProblemNote error={put.error} />
    </>
  );
}

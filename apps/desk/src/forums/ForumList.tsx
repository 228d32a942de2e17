import type { ForumRow } from '@tongban/contract';
import { Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ForumDialog } from './ForumDialog.tsx';
import { useForums } from './queries.ts';
import { contactWords, forumWords as said } from './words.ts';

const opening = 'Enter';
type Open = { open: (forum: string) => void };
type Props = Open & { contact: (() => void) | undefined };

/** 专场清单: the latest first; J and K go through them, Enter opens the ledger of one. */
export function ForumList({ open, contact }: Props) {
  const { data, error } = useForums();
  const [at, setAt] = useState(0);
  const [writing, write] = useState(false);
  const rows = data?.forums ?? [];
  const chosen = rows[Math.min(at, rows.length - 1)];
  const mayOpen = data?.mayOpen === true;
  useKeys({
    j: () => setAt(Math.min(at + 1, rows.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    ...(chosen === undefined ? {} : { [opening]: () => open(chosen.forum) }),
    ...(mayOpen ? { n: () => write(true) } : {}),
    ...(contact === undefined ? {} : { c: contact }),
  });
  return (
    <main id="main" className="plain-page orders forums">
      <div className="orders-head">
        <h1>{said.title}</h1>
        {mayOpen ? <Ways contact={contact} write={() => write(true)} /> : null}
      </div>
      <ProblemNote error={error} />
      {data === undefined && error === null ? <Spin description={said.loading} /> : null}
      {data !== undefined && rows.length === 0 ? <Nothing mayOpen={mayOpen} /> : null}
      {rows.length === 0 ? null : (
        <section className="order-pane forum-list" aria-label={said.title}>
          <Table rows={rows} chosen={chosen} open={open} />
        </section>
      )}
      {writing ? <ForumDialog close={() => write(false)} done={open} /> : null}
    </main>
  );
}

function Ways({ contact, write }: Pick<Props, 'contact'> & { write: () => void }) {
  return (
    <span className="pane-acts">
      {contact === undefined ? null : <KeyButton label={contactWords.title} of="c" run={contact} />}
      <KeyButton label={said.open} of="n" run={write} look="primary" />
    </span>
  );
}

function Nothing({ mayOpen }: { mayOpen: boolean }) {
  return (
    <section className="order-pane order-blank">
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{mayOpen ? said.noneHelp : said.noneYet}</p>
      </div>
    </section>
  );
}

type TableProps = Open & { rows: readonly ForumRow[]; chosen: ForumRow | undefined };

function Table({ rows, chosen, open }: TableProps) {
  const { columns } = said;
  return (
    <table className="dense forum-table">
      <thead>
        <tr>
          <th scope="col">{columns.state}</th>
          <th scope="col" className="rest">
            {columns.title}
          </th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.host}</th>
          <th scope="col">{columns.time}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col" className="figure">
            {columns.orders}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.forum} className={one === chosen ? 'picked' : ''} onClick={() => open(one.forum)}>
            <td>
              <span className={`forum-state forum-state--${one.state}`}>{said.states[one.state]}</span>
            </td>
            <th scope="row" className="rest">
              <button type="button" className="row-pick" aria-label={said.opening(one.title)}>
                {one.title}
              </button>
            </th>
            <td>{said.kinds[one.kind]}</td>
            <td>{one.host}</td>
            <td className="number">{spanOf(one)}</td>
            <td>{one.unit}</td>
            <td className="figure">{one.orders}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 3月2日 09:00 至 11:00; the day of the end stands there where it is another one. */
export function spanOf({ kind, startsAt, endsAt }: Pick<ForumRow, 'kind' | 'startsAt' | 'endsAt'>): string {
  if (kind === 'contact-desk') return said.forGood;
  const [from, to] = [momentWords(startsAt), momentWords(endsAt)];
  const [day = '', clock = ''] = to.split(' ');
  return said.span(from, from.startsWith(`${day} `) ? clock : to);
}

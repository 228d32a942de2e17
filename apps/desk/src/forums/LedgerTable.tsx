import type { ForumItem } from '@tongban/contract';
import { Button } from 'antd';
import { Link } from 'wouter';
import { Due } from '../orders/Due.tsx';
import { orderWords } from '../orders/words.ts';
import { solvedWords } from './export.ts';
import { Notes } from './OrderForums.tsx';
import { forumWords as said } from './words.ts';

type Props = {
  items: readonly ForumItem[];
  chosen: ForumItem;
  choose: (at: number) => void;
  note: (item: ForumItem) => void;
};

/** 台账: one row an order, with what was done about it. */
export function LedgerTable({ items, chosen, choose, note }: Props) {
  const { items: heads } = said;
  return (
    <table className="dense forum-ledger">
      <caption className="visually-hidden">{said.ledger}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.order}</th>
          <th scope="col">{heads.unit}</th>
          <th scope="col">{heads.stage}</th>
          <th scope="col">{heads.due}</th>
          <th scope="col">{heads.solved}</th>
          <th scope="col">{heads.notes}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => (
          <tr key={item.order.order} className={item === chosen ? 'picked' : ''} onClick={() => choose(at)}>
            <Cells item={item} note={note} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isAnswered({ stage }: ForumItem['order']): boolean {
  return stage === 'call-back' || stage === 'closed';
}

/** 按时没有, once it is answered: the light stays where it stood. */
function Kept({ light }: Pick<ForumItem['order'], 'light'>) {
  return (
    <span className={`light light-${light}`}>
      <span className="light-dot" aria-hidden="true" />
      <span>{light === 'red' ? said.late : said.inTime}</span>
    </span>
  );
}

function Cells({ item, note }: { item: ForumItem; note: Props['note'] }) {
  const { order, solved, notes, mayNote } = item;
  return (
    <>
      <th scope="row" className="forum-order">
        <Link href={`/orders?order=${order.order}`}>{order.title}</Link>
        <span className="number faint">{order.order}</span>
      </th>
      <td>{order.unit}</td>
      <td>
        {orderWords.stages[order.stage]}
        {order.how === undefined ? null : (
          <span className="faint forum-ended">{orderWords.endings[order.how]}</span>
        )}
      </td>
      <td>
        <span className="number">{order.dueOn}</span>
        {isAnswered(order) ? <Kept light={order.light} /> : <Due row={order} />}
      </td>
      <td className={solved === false ? 'forum-unsolved' : ''}>{solvedWords(solved)}</td>
      <td className="forum-progress">
        {notes.length === 0 ? <span className="faint">{said.noNotes}</span> : <Notes notes={notes} />}
        {mayNote ? (
          <Button size="small" onClick={() => note(item)}>
            {said.note}
          </Button>
        ) : null}
      </td>
    </>
  );
}

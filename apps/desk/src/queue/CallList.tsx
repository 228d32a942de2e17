import { type QueueTicket, queueRoutes, type WindowQueue } from '@tongban/contract';
import { Modal } from 'antd';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useQueueAct } from './queries.ts';
import { queueWords } from './words.ts';

const said = queueWords.list;
const mostKeys = 9;

type Props = { queue: WindowQueue; close: () => void };

/** 过号和暂缓: who was missed or stepped aside; a digit calls them again. */
export function CallList(props: Props) {
  return (
    <Modal
      open
      title={said.title}
      width={640}
      footer={null}
      onCancel={props.close}
      afterOpenChange={(opened) =>
        opened && document.querySelector<HTMLElement>('.call-list button')?.focus()
      }
    >
      <Listed {...props} />
    </Modal>
  );
}

function Listed({ queue, close }: Props) {
  const { current, state, missed, parked } = queue;
  const act = useQueueAct();
  const blocked = current !== undefined || state !== 'open';
  const tickets = [...missed, ...parked];
  const again = (ticket: string) => () => {
    if (!blocked) act.mutate(() => call(queueRoutes.next, { body: { ticket } }), { onSuccess: close });
  };
  const digit = (ticket: string) => String(tickets.findIndex((one) => one.ticket === ticket) + 1);
  useKeys(
    Object.fromEntries(tickets.slice(0, mostKeys).map(({ ticket }) => [digit(ticket), again(ticket)])),
    'in-dialog',
  );
  if (tickets.length === 0) return <p>{said.none}</p>;
  const why = blocked ? (current === undefined ? queueWords.closedTodo : said.busy) : undefined;
  const part = { digit, again, why };
  return (
    <div className="call-list">
      {why === undefined ? null : <p className="faint">{why}</p>}
      <Part title={said.missed} tickets={missed} when={({ calledAt }) => missedWords(calledAt)} {...part} />
      <Part
        title={said.parked}
        tickets={parked}
        when={({ parkedUntil }) => untilWords(parkedUntil)}
        {...part}
      />
      <ProblemNote error={act.error} />
    </div>
  );
}

function missedWords(at: string | undefined): string {
  return at === undefined ? '' : said.missedAt(timeWords(at));
}

function untilWords(at: string | undefined): string {
  return at === undefined ? '' : said.until(timeWords(at));
}

type PartProps = {
  title: string;
  tickets: readonly QueueTicket[];
  when: (ticket: QueueTicket) => string;
  digit: (ticket: string) => string;
  again: (ticket: string) => () => void;
  why: string | undefined;
};

function Part({ title, tickets, when, digit, again, why }: PartProps) {
  if (tickets.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.ticket}>
            <strong className="number">{ticket.number}</strong>
            <span>
              {ticket.itemName}
              {ticket.person === undefined ? '' : ` · ${ticket.person}`}
            </span>
            <span className="faint">
              {when(ticket)}
              {ticket.note === undefined ? '' : ` ${ticket.note}`}
            </span>
            <KeyButton
              of={digit(ticket.ticket)}
              label={said.call}
              run={again(ticket.ticket)}
              why={why}
              size="small"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

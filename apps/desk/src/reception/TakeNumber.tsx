import type { IdentityCard, NewTicket } from '@tongban/contract';
import { Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { CardTray } from '../devices/CardTray.tsx';
import { useCardReader } from '../devices/use-card-reader.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ItemPick } from '../queue/ItemPick.tsx';
import { ticketWords } from '../queue/ticket-words.ts';
import { useTake } from './queries.ts';
import { type Filled, gapOf, nothingFilled, takingOf } from './taking.ts';
import { receptionWords } from './words.ts';

const said = receptionWords.take;
const itemField = 'take-item';

type Props = { reader: boolean; give: (ticket: NewTicket) => void };

/** 现场取号: the item is enough; who it is and why they go first may be added. */
export function TakeNumber({ reader, give }: Props) {
  const [filled, fill] = useState<Filled>(nothingFilled);
  const act = useTake();
  const gap = gapOf(filled);
  const take = () => {
    const body = takingOf(filled);
    if (body === undefined || gap !== undefined || act.isPending) return;
    act.mutate(body, {
      onSuccess: (ticket) => {
        fill(nothingFilled);
        give(ticket);
        setTimeout(() => document.getElementById(itemField)?.focus());
      },
    });
  };
  useKeys({ '/': () => document.getElementById(itemField)?.focus(), 'Ctrl+Enter': take });
  const send = (event: FormEvent) => {
    event.preventDefault();
    take();
  };
  return (
    <form className="reception-part" aria-labelledby="take-title" onSubmit={send}>
      <header>
        <h2 id="take-title">{said.title}</h2>
        <KeyCap of={said.itemKey} />
      </header>
      <ItemPick
        id={itemField}
        label={said.item}
        chosen={filled.item}
        choose={(item) => {
          fill(withItem(filled, item));
          setTimeout(() => document.getElementById(item === undefined ? itemField : 'take-send')?.focus());
        }}
      />
      <QueueKind filled={filled} fill={fill} />
      {reader ? <Card lay={({ name, citizenNumber }) => fill({ ...filled, name, citizenNumber })} /> : null}
      <PersonFields filled={filled} fill={fill} />
      <Priority filled={filled} fill={fill} />
      <footer>
        <KeyButton
          id="take-send"
          of="Ctrl+Enter"
          label={said.send}
          run={take}
          why={gap}
          look="primary"
          busy={act.isPending}
        />
        {gap === undefined ? null : <span className="faint">{gap}</span>}
      </footer>
      <ProblemNote error={act.error} />
    </form>
  );
}

function withItem({ item: _, ...filled }: Filled, item: Filled['item']): Filled {
  return item === undefined ? filled : { ...filled, item };
}

/** The card reader of the clerk's own window fills in who it is. */
function Card({ lay }: { lay: (card: IdentityCard) => void }) {
  const reader = useCardReader(lay);
  return <CardTray reader={reader} />;
}

type PartProps = { filled: Filled; fill: (filled: Filled) => void };

function QueueKind({ filled, fill }: PartProps) {
  return (
    <Radio.Group
      aria-label={said.queue}
      value={filled.queue}
      onChange={({ target }) => fill({ ...filled, queue: target.value })}
      options={Object.entries(said.queues).map(([value, label]) => ({ value, label }))}
    />
  );
}

const fields = [
  ['name', said.name],
  ['citizenNumber', said.number],
  ['phone', said.phone],
] as const;

function PersonFields({ filled, fill }: PartProps) {
  return (
    <fieldset>
      <legend>{said.person}</legend>
      <div className="reception-fields">
        {fields.map(([name, label]) => (
          <div key={name}>
            <label htmlFor={`take-${name}`}>{label}</label>
            <Input
              id={`take-${name}`}
              autoComplete="off"
              maxLength={40}
              value={filled[name]}
              onChange={({ target }) => fill({ ...filled, [name]: target.value })}
              onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
            />
          </div>
        ))}
      </div>
      <p className="faint">
        {said.personHelp}
        {said.phoneHelp}
      </p>
    </fieldset>
  );
}

function Priority({ filled, fill }: PartProps) {
  const offered = Object.entries(ticketWords.priorities).map(([value, label]) => ({ value, label }));
  return (
    <fieldset>
      <legend>{said.priority}</legend>
      <Radio.Group
        aria-label={said.priority}
        optionType="button"
        value={filled.priority}
        onChange={({ target }) => fill({ ...filled, priority: target.value })}
        options={[{ value: 'none', label: said.none }, ...offered]}
      />
      <p className="faint">{said.priorityHelp}</p>
    </fieldset>
  );
}

import type { OrderView } from '@tongban/contract';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { actOf, type Filled, missingFor } from './acts.ts';
import { useAct, useLibrary, useQuote } from './queries.ts';
import { orderWords as said } from './words.ts';

type Props = { type: 'draft' | 'answer'; view: OrderView; close: () => void };

/** 写答复: the text on the left, the reply library beside it; what is used from there is counted. */
export function DraftDialog({ type, view, close }: Props) {
  const [filled, setFilled] = useState<Filled>(() => begunFrom(view));
  const deed = useAct(view.order);
  const change = (part: Partial<Filled>) => setFilled({ ...filled, ...part });
  const add = (text: string) => change({ text: filled.text === '' ? text : `${filled.text}\n${text}` });
  const { fields } = said;
  return (
    <SendDialog
      wide
      title={said.acts[type]}
      send={said.acts[type]}
      press={() => deed.mutate({ version: view.version, act: actOf(type, filled) }, { onSuccess: close })}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={missingFor(type, filled, 1)}
    >
      <div className="draft-sides">
        <div>
          <label htmlFor="order-reply">{fields.text}</label>
          <Input.TextArea
            id="order-reply"
            rows={11}
            maxLength={5000}
            value={filled.text}
            onChange={({ target }) => change({ text: target.value })}
          />
          {type === 'draft' && !view.tipOff && view.identity !== 'secret' ? (
            <Public filled={filled} change={change} />
          ) : null}
        </div>
        <div>
          <h3>{said.asked}</h3>
          <p className="draft-asked">{view.text}</p>
          <Library order={view.order} from={view.title} add={add} />
        </div>
      </div>
    </SendDialog>
  );
}

function begunFrom({ draft, title, kind, labels }: OrderView): Filled {
  return {
    ...{ text: draft?.text ?? '', days: 1, number: '', kind, labels },
    ...{ publish: draft?.open !== undefined, openTitle: draft?.open?.title ?? title },
    openQuestion: draft?.open?.question ?? '',
  };
}

type PublicProps = { filled: Filled; change: (part: Partial<Filled>) => void };

function Public({ filled, change }: PublicProps) {
  const { fields } = said;
  return (
    <>
      <Checkbox checked={filled.publish} onChange={({ target }) => change({ publish: target.checked })}>
        {fields.publish}
      </Checkbox>
      {filled.publish ? (
        <>
          <label htmlFor="order-open-title">{fields.openTitle}</label>
          <Input
            id="order-open-title"
            maxLength={60}
            value={filled.openTitle}
            onChange={({ target }) => change({ openTitle: target.value })}
          />
          <label htmlFor="order-open-question">{fields.openQuestion}</label>
          <Input.TextArea
            id="order-open-question"
            rows={2}
            maxLength={2000}
            value={filled.openQuestion}
            onChange={({ target }) => change({ openQuestion: target.value })}
          />
        </>
      ) : null}
    </>
  );
}

const mostShown = 4;
type LibraryProps = { order: string; from: string; add: (text: string) => void };

function Library({ order, from, add }: LibraryProps) {
  const [q, setQ] = useState(from);
  const { data, error } = useLibrary(useDeferredValue(q.trim()));
  const quote = useQuote();
  const rows = data?.rows.slice(0, mostShown) ?? [];
  return (
    <section className="quote-box" aria-label={said.library.title}>
      <h3>{said.library.title}</h3>
      <Input
        aria-label={said.library.find}
        placeholder={said.library.find}
        maxLength={100}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      {data !== undefined && rows.length === 0 ? <p className="faint">{said.library.none}</p> : null}
      <ul>
        {rows.map(({ entry, title, excerpt }) => (
          <li key={entry}>
            <div>
              <strong>{title.map(({ text }) => text).join('')}</strong>
              <p className="faint">{excerpt.map(({ text }) => text).join('')}</p>
            </div>
            <Button
              size="small"
              loading={quote.isPending && quote.variables.entry === entry}
              onClick={() => quote.mutate({ entry, order }, { onSuccess: add })}
            >
              {said.library.use}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={error ?? quote.error} />
    </section>
  );
}

import type { TakenOrder } from '@tongban/contract';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { AttachField } from '../attach/AttachField.tsx';
import { useAttach } from '../attach/use-attach.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useTerms } from '../orders/queries.ts';
import { useItemNames } from '../tasks/queries.ts';
import { useTake } from './queries.ts';
import { stuckWords } from './words.ts';

const said = stuckWords.take;
type Taken = Readonly<Record<'title' | 'text' | 'about' | 'name' | 'phone', string>>;
type Item = { readonly value: string; readonly label: string };

/** 登记办不成的事: who comes to the window, what they could not get done, and what it hangs on. */
export function TakeDialog({ close, done }: { close: () => void; done: (order: string) => void }) {
  const [taken, setTaken] = useState<Taken>({ title: '', text: '', about: '', name: '', phone: '' });
  const { data: terms } = useTerms();
  const { data: items = [] } = useItemNames();
  const take = useTake();
  const attach = useAttach();
  const { title, text, phone } = taken;
  const isWhole = title.trim().length > 1 && text.trim().length > 1 && /^\d{3,20}$/.test(phone);
  const finish = ({ order }: { order: string }) => {
    done(order);
    close();
  };
  const press = () => {
    if (terms !== undefined)
      take.mutate({ ...orderOf(taken, items, terms.division), files: attach.files }, { onSuccess: finish });
  };
  return (
    <SendDialog
      title={said.title}
      send={said.keep}
      press={press}
      close={close}
      pending={take.isPending}
      error={take.error}
      gap={isWhole ? attach.waits : said.need}
    >
      <Fields taken={taken} items={items} change={(part) => setTaken({ ...taken, ...part })} />
      <AttachField attach={attach} of="F4" inDialog />
    </SendDialog>
  );
}

/** What is named is an item where one is called so, else the number of a case. */
function orderOf(taken: Taken, items: readonly Item[], division: string): TakenOrder {
  const { title, text, name, phone } = taken;
  const about = items.find(({ label }) => label === taken.about)?.value ?? taken.about.trim();
  return {
    ...{ kind: 'stuck', channel: 'window', identity: 'named', urgent: false },
    ...{ title: title.trim(), text: text.trim(), division },
    caller: { phone, ...(name.trim() === '' ? {} : { name: name.trim() }) },
    ...(about.length < 2 ? {} : { about }),
  };
}

type FieldsProps = { taken: Taken; items: readonly Item[]; change: (part: Partial<Taken>) => void };

function Fields({ taken, items, change }: FieldsProps) {
  return (
    <>
      <Line of="title" label={said.subject} value={taken.title} change={(title) => change({ title })} />
      <label htmlFor="stuck-text">{said.text}</label>
      <Input.TextArea
        id="stuck-text"
        rows={4}
        maxLength={10_000}
        value={taken.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <label htmlFor="stuck-about">{said.about}</label>
      <AutoComplete
        id="stuck-about"
        placeholder={said.aboutHint}
        value={taken.about}
        options={items
          .filter(({ label }) => label.includes(taken.about.trim()))
          .map(({ label }) => ({ value: label }))}
        onChange={(about: string) => change({ about })}
      />
      <Line of="name" label={said.name} value={taken.name} change={(name) => change({ name })} />
      <Line of="phone" label={said.phone} value={taken.phone} change={(phone) => change({ phone })} />
    </>
  );
}

type LineProps = { of: string; label: string; value: string; change: (value: string) => void };

function Line({ of, label, value, change }: LineProps) {
  return (
    <>
      <label htmlFor={`stuck-${of}`}>{label}</label>
      <Input
        id={`stuck-${of}`}
        maxLength={of === 'phone' ? 20 : 60}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </>
  );
}

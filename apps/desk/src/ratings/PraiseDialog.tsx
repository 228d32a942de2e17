import { Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { today } from '../plan/days.ts';
import { type NewPraise, useRegisterPraise } from './queries.ts';
import { ratingWords } from './words.ts';

const said = ratingWords.praise;
const kinds = ['banner', 'letter', 'hotline'] as const;
type Written = Required<NewPraise>;

/** 登记表扬: what came, how many, on which day, from whom and what it said. */
export function PraiseDialog({ close }: { close: () => void }) {
  const [written, setWritten] = useState<Written>({
    kind: 'banner',
    count: 1,
    on: today(),
    from: '',
    say: '',
  });
  const register = useRegisterPraise();
  const fits = written.count >= 1 && written.count <= 1000;
  return (
    <SendDialog
      title={said.title}
      send={said.send}
      press={() => register.mutate(tidied(written), { onSuccess: close })}
      close={close}
      pending={register.isPending}
      error={register.error}
      gap={fits ? undefined : said.needCount}
    >
      <Fields written={written} change={(part) => setWritten({ ...written, ...part })} />
    </SendDialog>
  );
}

type FieldsProps = { written: Written; change: (part: Partial<Written>) => void };

function Fields({ written, change }: FieldsProps) {
  return (
    <>
      <Radio.Group
        aria-label={said.kind}
        value={written.kind}
        onChange={({ target }) => change({ kind: target.value })}
        options={kinds.map((value) => ({ value, label: said.kinds[value] }))}
      />
      <label htmlFor="praise-count">{said.count}</label>
      <InputNumber
        id="praise-count"
        min={1}
        max={1000}
        value={written.count}
        onChange={(count) => change({ count: count ?? 0 })}
      />
      <label htmlFor="praise-on">{said.on}</label>
      <Input
        id="praise-on"
        type="date"
        max={today()}
        value={written.on}
        onChange={({ target }) => target.value !== '' && change({ on: target.value })}
      />
      <label htmlFor="praise-from">{said.from}</label>
      <Input
        id="praise-from"
        maxLength={60}
        value={written.from}
        onChange={({ target }) => change({ from: target.value })}
      />
      <label htmlFor="praise-say">{said.say}</label>
      <Input.TextArea
        id="praise-say"
        rows={3}
        maxLength={500}
        value={written.say}
        onChange={({ target }) => change({ say: target.value })}
      />
    </>
  );
}

/** What was left empty is not sent. */
function tidied({ from, say, ...rest }: Written): NewPraise {
  return {
    ...rest,
    ...(from.trim() === '' ? {} : { from: from.trim() }),
    ...(say.trim() === '' ? {} : { say: say.trim() }),
  };
}

import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { Chips } from './Chips.tsx';
import { useFindRatable, useRegisterPhone } from './queries.ts';
import { ratingWords } from './words.ts';

const said = ratingWords.phone;
type Found = NonNullable<ReturnType<typeof useFindRatable>['data']>[number];
type Written = {
  readonly level?: number;
  readonly reasons: string[];
  readonly say: string;
  readonly phone: string;
};
const blank: Written = { reasons: [], say: '', phone: '' };

/** 电话评价: finds the service a caller speaks of, and puts down what they say of it. */
export function PhoneDialog({ close }: { close: () => void }) {
  const [picked, pick] = useState<Found>();
  const [written, setWritten] = useState(blank);
  const register = useRegisterPhone();
  const send = () => {
    const { level, reasons, say, phone } = written;
    if (picked === undefined || level === undefined) return;
    const words = { ...(say.trim() === '' ? {} : { say: say.trim() }), ...(phone === '' ? {} : { phone }) };
    register.mutate({ service: picked.service, level, reasons, ...words }, { onSuccess: close });
  };
  return (
    <SendDialog
      title={said.title}
      send={said.send}
      press={send}
      close={close}
      pending={register.isPending}
      error={register.error}
      gap={gapOf(picked, written)}
    >
      <p className="faint">{said.lead}</p>
      <Finder picked={picked} pick={pick} />
      {picked === undefined ? null : (
        <Fields
          levels={picked.offer.levels}
          written={written}
          change={(part) => setWritten({ ...written, ...part })}
        />
      )}
    </SendDialog>
  );
}

type FinderProps = { picked: Found | undefined; pick: (found: Found) => void };

function Finder({ picked, pick }: FinderProps) {
  const [number, setNumber] = useState('');
  const find = useFindRatable();
  const look = () => /^[A-Za-z0-9]{1,20}$/.test(number) && find.mutate(number);
  return (
    <>
      <label htmlFor="phone-number">{said.number}</label>
      <div className="finder">
        <Input
          id="phone-number"
          maxLength={20}
          value={number}
          onChange={({ target }) => setNumber(target.value.trim())}
          onPressEnter={look}
        />
        <Button onClick={look} loading={find.isPending}>
          {said.find}
        </Button>
      </div>
      <ProblemNote error={find.error} />
      {find.data?.length === 0 ? <p role="status">{said.none}</p> : null}
      {find.data === undefined || find.data.length === 0 ? null : (
        <Radio.Group
          className="finder-found"
          aria-label={said.which}
          value={picked?.service}
          onChange={({ target }) => {
            const chosen = find.data.find(({ service }) => service === target.value);
            if (chosen !== undefined) pick(chosen);
          }}
          options={find.data.map((found) => ({
            ...{ value: found.service, label: lineOf(found), disabled: !found.offer.may },
          }))}
        />
      )}
    </>
  );
}

/** What it was, where and when, and why it cannot be rated. */
function lineOf({ offer, unit, windowName, endedAt }: Found): string {
  const where = windowName === undefined ? unit : `${unit} ${windowName}`;
  const why = offer.why === undefined ? '' : `（${said.whyNot[offer.why]}）`;
  return `${offer.name.zh}，${where}，${momentWords(endedAt)} 办完${why}`;
}

type FieldsProps = {
  levels: Found['offer']['levels'];
  written: Written;
  change: (part: Partial<Written>) => void;
};

function Fields({ levels, written, change }: FieldsProps) {
  const reasons = levels.find(({ level }) => level === written.level)?.reasons ?? [];
  return (
    <>
      <Radio.Group
        aria-label={said.level}
        optionType="button"
        value={written.level}
        onChange={({ target }) => change({ level: Number(target.value), reasons: [] })}
        options={levels.map(({ level, name }) => ({ value: level, label: name.zh }))}
      />
      <Chips
        label={said.reasons}
        chips={reasons.map(({ id, name }) => ({ id, name: name.zh }))}
        ticked={written.reasons}
        tick={(ticked) => change({ reasons: ticked })}
      />
      <label htmlFor="phone-say">{said.say}</label>
      <Input.TextArea
        id="phone-say"
        rows={3}
        maxLength={500}
        value={written.say}
        onChange={({ target }) => change({ say: target.value })}
      />
      <label htmlFor="phone-phone">{said.phone}</label>
      <Input
        id="phone-phone"
        inputMode="numeric"
        maxLength={11}
        value={written.phone}
        onChange={({ target }) => change({ phone: target.value.replaceAll(/\D/g, '') })}
      />
    </>
  );
}

function gapOf(picked: Found | undefined, { level, phone }: Written): string | undefined {
  if (picked === undefined || level === undefined) return '';
  return phone === '' || /^1\d{10}$/.test(phone) ? undefined : said.needPhone;
}

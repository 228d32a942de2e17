import type { OrderTerms, OrderView } from '@tongban/contract';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import {
  actOf,
  type Filled,
  type FilledAct,
  maySayNothing,
  missingFor,
  numberOf,
  sayingOf,
  unitPlaces,
  unitsFor,
} from './acts.ts';
import { useAct } from './queries.ts';
import { SortingFields } from './SortingFields.tsx';
import { orderWords as said } from './words.ts';

type Props = { type: FilledAct; view: OrderView; terms: OrderTerms; close: () => void };

/** 办一步: the few fields one act needs, and one button. */
export function ActDialog({ type, view, terms, close }: Props) {
  const [filled, setFilled] = useState<Filled>(() => blankFor(view, terms));
  const deed = useAct(view.order);
  const change = (part: Partial<Filled>) => setFilled({ ...filled, ...part });
  return (
    <SendDialog
      title={said.acts[type]}
      send={said.acts[type]}
      press={() => deed.mutate({ version: view.version, act: actOf(type, filled) }, { onSuccess: close })}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={missingFor(type, filled, terms.extensionDays)}
    >
      <Fields type={type} terms={kindsFor(view, terms)} filled={filled} change={change} />
    </SendDialog>
  );
}

export function blankFor(view: OrderView, terms: OrderTerms): Filled {
  const { draft, matter } = view;
  return {
    ...{ text: '', days: terms.extensionDays, number: '', kind: view.kind, labels: view.labels },
    ...{ publish: draft?.open !== undefined, openTitle: draft?.open?.title ?? view.title },
    openQuestion: draft?.open?.question ?? '',
    ...(matter === undefined ? {} : { matter }),
  };
}

/** What did not come with an address cannot become a visit. */
function kindsFor({ visit }: OrderView, terms: OrderTerms): OrderTerms {
  if (visit !== undefined) return terms;
  return { ...terms, kinds: terms.kinds.filter(({ kind }) => kind !== 'visit') };
}

type FieldsProps = {
  type: FilledAct;
  terms: OrderTerms;
  filled: Filled;
  change: (part: Partial<Filled>) => void;
};

function Fields({ type, terms, filled, change }: FieldsProps) {
  const saying = sayingOf[type];
  const number = numberOf[type];
  return (
    <>
      {type === 'classify' ? <SortingFields terms={terms} sorted={filled} change={change} /> : null}
      {unitPlaces[type] === undefined ? null : (
        <UnitField type={type} terms={terms} filled={filled} change={change} />
      )}
      {type === 'ask-time' ? (
        <>
          <label htmlFor="order-days">{said.fields.days}</label>
          <InputNumber
            id="order-days"
            min={1}
            max={terms.extensionDays}
            value={filled.days}
            onChange={(days) => change({ days: days ?? 0 })}
          />
        </>
      ) : null}
      {type === 'emergency' ? (
        <Radio.Group
          aria-label={said.fields.emergency}
          value={filled.number}
          onChange={({ target }) => change({ number: String(target.value) })}
          options={terms.emergencies.map(({ number: value, name }) => ({ value, label: `${value} ${name}` }))}
        />
      ) : null}
      {number === undefined ? null : (
        <>
          <label htmlFor="order-named">{said.fields[number]}</label>
          <Input
            id="order-named"
            maxLength={60}
            value={filled.number}
            onChange={({ target }) => change({ number: target.value })}
          />
        </>
      )}
      {saying === undefined ? null : (
        <>
          <label htmlFor="order-say">
            {said.fields[saying]}
            {maySayNothing.includes(type) ? said.fields.optional : ''}
          </label>
          <Input.TextArea
            id="order-say"
            rows={4}
            maxLength={2000}
            value={filled.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        </>
      )}
    </>
  );
}

function UnitField({ type, terms, filled, change }: FieldsProps) {
  return (
    <>
      <label htmlFor="order-unit">{said.fields.unit}</label>
      <Select
        id="order-unit"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={said.pickUnit}
        value={filled.unit ?? null}
        options={unitsFor(type, terms.units).map(({ unit, name }) => ({ value: unit, label: name }))}
        onChange={(unit: string) => change({ unit })}
      />
    </>
  );
}

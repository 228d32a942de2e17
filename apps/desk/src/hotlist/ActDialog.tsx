import type { HotAct, HotActName, HotEvidence, HotTopic } from '@tongban/contract';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { type Attach, useAttach } from '../attach/use-attach.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useTerms } from '../orders/queries.ts';
import { plusDays, today } from '../plan/days.ts';
import { EvidenceFields } from './EvidenceFields.tsx';
import { blank, type Drafted, evidenceOf, isSaid, isWhole } from './evidence.ts';
import { type Deed, useDeed } from './queries.ts';
import { hotlistWords as said } from './words.ts';

type Filled = {
  readonly drafted: Drafted;
  readonly unit?: string;
  readonly leader: string;
  readonly dueOn: string;
};
type Props = { act: HotActName; topic: HotTopic; close: () => void };
const usualDays = 30;

/** 推进一步: what the step needs, with the evidence for it. */
export function ActDialog({ act, topic, close }: Props) {
  const [filled, setFilled] = useState<Filled>(() => ({
    ...{ drafted: blank, leader: '', dueOn: topic.dueOn ?? plusDays(today(), usualDays) },
  }));
  const deed = useDeed(topic.topic);
  const attach = useAttach();
  const gap = gapOf(act, filled) ?? attach.waits;
  const evidence = { ...evidenceOf(filled.drafted), files: attach.files };
  return (
    <SendDialog
      title={`${said.acts[act]}：${topic.name}`}
      send={said.acts[act]}
      press={() => deed.mutate(deedOf(wishOf(act, filled, evidence), topic.version), { onSuccess: close })}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={gap}
    >
      <Fields
        act={act}
        filled={filled}
        attach={attach}
        change={(part) => setFilled({ ...filled, ...part })}
      />
    </SendDialog>
  );
}

type FieldsProps = {
  act: HotActName;
  filled: Filled;
  attach: Attach;
  change: (part: Partial<Filled>) => void;
};

function Fields({ act, filled, attach, change }: FieldsProps) {
  return (
    <>
      {act === 'assign' ? <UnitField unit={filled.unit} change={(unit) => change({ unit })} /> : null}
      {act === 'lead' ? (
        <>
          <label htmlFor="hot-leader">{said.fields.leader}</label>
          <Input
            id="hot-leader"
            maxLength={40}
            value={filled.leader}
            onChange={({ target }) => change({ leader: target.value })}
          />
        </>
      ) : null}
      {act === 'assign' || act === 'lead' ? (
        <>
          <label htmlFor="hot-due">{said.fields.dueOn}</label>
          <Input
            id="hot-due"
            type="date"
            min={today()}
            value={filled.dueOn}
            onChange={({ target }) => change({ dueOn: target.value })}
          />
        </>
      ) : null}
      <EvidenceFields drafted={filled.drafted} attach={attach} change={(drafted) => change({ drafted })} />
    </>
  );
}

function UnitField({ unit, change }: { unit: string | undefined; change: (unit: string) => void }) {
  const { data: terms } = useTerms();
  const units = (terms?.units ?? []).filter(({ place }) => place === 'here' || place === 'below');
  return (
    <>
      <label htmlFor="hot-unit">{said.fields.unit}</label>
      <Select
        id="hot-unit"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={said.fields.pickUnit}
        value={unit ?? null}
        options={units.map((one) => ({ value: one.unit, label: one.name }))}
        onChange={change}
      />
    </>
  );
}

function gapOf(act: HotActName, { drafted, unit, leader, dueOn }: Filled): string | undefined {
  if (act === 'assign' && unit === undefined) return said.need.unit;
  if (act === 'lead' && leader.trim().length < 2) return said.need.leader;
  if ((act === 'assign' || act === 'lead') && dueOn === '') return said.need.dueOn;
  if (act === 'note') return isSaid(drafted) ? undefined : said.evidence.needSay;
  return isWhole(drafted) ? undefined : said.evidence.need;
}

function deedOf(wish: HotAct | { type: 'note'; evidence: HotEvidence }, version: number): Deed {
  return wish.type === 'note' ? wish : { type: 'act', version, act: wish };
}

function wishOf(act: HotActName, { unit = '', leader, dueOn }: Filled, evidence: HotEvidence) {
  switch (act) {
    case 'assign':
      return { type: act, to: unit, dueOn, evidence };
    case 'lead':
      return { type: act, leader: leader.trim(), dueOn, evidence };
    case 'watch':
    case 'remove':
    case 'note':
      return { type: act, evidence };
  }
}

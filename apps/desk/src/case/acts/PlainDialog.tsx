import type { DeskCase } from '@tongban/contract';
import { Input, InputNumber, Radio, Select } from 'antd';
import { Phrases } from '../../dialog/PhraseButtons.tsx';
import { useKept } from '../../kept/use-kept.ts';
import { ActDialog } from './ActDialog.tsx';
import { emptyPlain, findPlainGap, type PlainAct, type PlainValues, plainActs } from './plain.ts';
import { type DialogProps, useRun } from './use-run.ts';

type Props = DialogProps & { act: keyof typeof plainActs };

/** An act that needs a few fields and a reason: what it means, the fields, phrases to pick, and the reason. */
export function PlainDialog(props: Props) {
  const { deskCase } = props.desk;
  const plain: PlainAct = plainActs[props.act];
  const kept = useKept<PlainValues>(`${props.act}.${deskCase.case}`, emptyPlain(plain, deskCase));
  const run = useRun(props);
  const gap = findPlainGap(plain, kept.value, deskCase);
  const confirm = () => run.run((seen) => plain.send(kept.value, { ...seen, deskCase }), kept.drop);
  const change = (part: Partial<PlainValues>) => kept.set({ ...kept.value, ...part });
  return (
    <ActDialog
      title={plain.title}
      send={plain.confirm}
      run={run}
      confirm={confirm}
      danger={plain.danger === true}
      blocked={gap !== undefined}
    >
      <p>{plain.lead(deskCase)}</p>
      <Fields plain={plain} deskCase={deskCase} values={kept.value} change={change} />
      <Reason plain={plain} values={kept.value} change={change} />
      {gap === undefined ? null : <p className="faint">{gap}</p>}
    </ActDialog>
  );
}

type FieldsProps = {
  plain: PlainAct;
  deskCase: DeskCase;
  values: PlainValues;
  change: (part: Partial<PlainValues>) => void;
};

function Fields({ plain, deskCase, values, change }: FieldsProps) {
  const { fields } = plain;
  return (
    <>
      {fields.includes('procedure') ? (
        <Procedure plain={plain} deskCase={deskCase} values={values} change={change} />
      ) : null}
      {fields.includes('days') ? (
        <div className="field-line">
          <label htmlFor="plain-days">延长天数</label>
          <InputNumber
            id="plain-days"
            min={1}
            max={60}
            value={values.days}
            onChange={(days) => change({ days: Number(days ?? 0) })}
          />
        </div>
      ) : null}
      {fields.includes('verdict') ? (
        <Radio.Group
          aria-label="是否批准延长"
          value={values.verdict}
          onChange={({ target }) => change({ verdict: target.value })}
          options={[
            { value: 'approve', label: '批准延长' },
            { value: 'decline', label: '不批准' },
          ]}
        />
      ) : null}
      {fields.includes('need') ? (
        <Need deskCase={deskCase} plain={plain} values={values} change={change} />
      ) : null}
      {fields.includes('to') ? (
        <>
          <label htmlFor="plain-to">转到哪个单位</label>
          <Input
            id="plain-to"
            maxLength={80}
            value={values.to}
            onChange={({ target }) => change({ to: target.value })}
          />
        </>
      ) : null}
    </>
  );
}

function Procedure({ plain, deskCase, values, change }: FieldsProps) {
  const offered = deskCase.procedures.filter(({ type }) => type === plain.procedures);
  return (
    <div className="field-line">
      <label htmlFor="plain-procedure">程序</label>
      <Select
        id="plain-procedure"
        value={values.procedure}
        popupMatchSelectWidth={false}
        onChange={(procedure) => change({ procedure })}
        options={offered.map(({ id, name, days, unit }) => ({
          value: id,
          label: `${name}（最多 ${days} ${unit === 'working' ? '个工作日' : '天'}）`,
        }))}
      />
    </div>
  );
}

function Need({ plain, deskCase, values, change }: FieldsProps) {
  const open = deskCase.asks.map(({ need }) => need);
  const all = [
    { value: 'visit', label: '请到窗口来一趟' },
    { value: 'pay', label: '请缴费' },
    { value: 'confirm', label: '请确认内容' },
  ] as const;
  const offered = plain.openAsksOnly === true ? all.filter(({ value }) => open.includes(value)) : all;
  return (
    <Radio.Group
      aria-label="要申请人做什么"
      value={values.need}
      onChange={({ target }) => change({ need: target.value })}
      options={[...offered]}
    />
  );
}

function Reason({ plain, values, change }: Omit<FieldsProps, 'deskCase'>) {
  if (plain.reason === undefined) return null;
  return (
    <section>
      <label htmlFor="plain-reason">{plain.reason}</label>
      <Input.TextArea
        id="plain-reason"
        rows={4}
        maxLength={plain.longest}
        showCount
        value={values.reason}
        onChange={({ target }) => change({ reason: target.value })}
      />
      <Phrases phrases={plain.phrases} text={values.reason} change={(reason) => change({ reason })} />
    </section>
  );
}

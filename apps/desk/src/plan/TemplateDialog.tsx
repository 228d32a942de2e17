import type { DayTemplate } from '@tongban/contract';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useSaveTemplate } from './queries.ts';
import { spansFault } from './rule.ts';
import { SpanFields } from './SpanFields.tsx';
import { planWords } from './words.ts';

const said = planWords.template;

const fresh: DayTemplate = {
  template: '',
  name: '',
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ],
  walkInShare: 30,
  priorityShare: 10,
};

type Props = { templates: readonly DayTemplate[]; close: () => void };

/** 日模板: what a kind of day looks like; a new one or one that is there. */
export function TemplateDialog({ templates, close }: Props) {
  const [chosen, choose] = useState(templates[0]?.template ?? '');
  const [written, write] = useState<DayTemplate>(templates[0] ?? fresh);
  const act = useSaveTemplate();
  const fault = gapOf(written);
  return (
    <SendDialog
      title={said.title}
      send={said.send}
      press={() => act.mutate(written, { onSuccess: close })}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={fault}
    >
      <label htmlFor="template-pick">{said.pick}</label>
      <Select
        id="template-pick"
        value={chosen}
        onChange={(id) => {
          choose(id);
          write(templates.find(({ template }) => template === id) ?? fresh);
        }}
        options={[
          ...templates.map(({ template, name }) => ({ value: template, label: name })),
          { value: '', label: said.anew },
        ]}
      />
      <TemplateFields anew={chosen === ''} written={written} write={write} />
      <p className="faint">{said.lead}</p>
    </SendDialog>
  );
}

type FieldsProps = {
  anew: boolean;
  written: DayTemplate;
  write: (template: DayTemplate) => void;
};

function TemplateFields({ anew, written, write }: FieldsProps) {
  const shares = [
    ['walkInShare', said.walkIn],
    ['priorityShare', said.priority],
  ] as const;
  return (
    <>
      <label htmlFor="template-name">{said.name}</label>
      <Input
        id="template-name"
        maxLength={40}
        value={written.name}
        onChange={({ target }) => write({ ...written, name: target.value })}
      />
      {anew ? (
        <>
          <label htmlFor="template-id">{said.id}</label>
          <Input
            id="template-id"
            maxLength={41}
            value={written.template}
            onChange={({ target }) => write({ ...written, template: target.value.toLowerCase() })}
          />
        </>
      ) : null}
      <strong>{said.spans}</strong>
      <SpanFields spans={written.spans} change={(spans) => write({ ...written, spans: [...spans] })} />
      {shares.map(([share, label]) => (
        <span key={share} className="plan-line">
          <label htmlFor={`template-${share}`}>{label}</label>
          <InputNumber
            id={`template-${share}`}
            min={0}
            max={100}
            precision={0}
            value={written[share]}
            onChange={(percent) => write({ ...written, [share]: percent ?? 0 })}
          />
        </span>
      ))}
    </>
  );
}

function gapOf({ template, name, spans }: DayTemplate): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(template) || name.trim() === '' || spans.length === 0) return said.need;
  return spansFault(spans);
}

import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useTemplates } from './queries.ts';
import { type EditProps, withPart } from './rule.ts';
import { SpanFields } from './SpanFields.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { planWords } from './words.ts';

const said = planWords.day;

/** 这一天怎样开: template, hours, the share for walk-ins, and what people are told. */
export function RuleFields({ plan, rule, edit }: EditProps) {
  const [managing, manage] = useState(false);
  const templates = useTemplates();
  useKeys({ m: () => manage(true) });
  const offered = (templates.data ?? []).map(({ template, name }) => ({ value: template, label: name }));
  return (
    <section className="plan-part plan-fields" aria-label={said.open}>
      <div className="plan-field">
        <label htmlFor="plan-template">{said.template}</label>
        <span className="plan-line">
          <Select
            id="plan-template"
            value={rule.template ?? ''}
            onChange={(template) =>
              edit(withPart(rule, { template: template === '' ? undefined : template, spans: undefined }))
            }
            options={[{ value: '', label: said.noTemplate }, ...offered]}
          />
          <KeyButton of="m" label={said.templates} run={() => manage(true)} size="small" />
        </span>
      </div>
      {rule.open ? (
        <div className="plan-field">
          <span className="plan-label">{said.spans}</span>
          <SpanFields
            spans={rule.spans ?? plan.spans}
            change={(spans) => edit(withPart(rule, { spans: [...spans] }))}
            {...(rule.spans === undefined ? {} : { usual: () => edit(withPart(rule, { spans: undefined })) })}
          />
        </div>
      ) : null}
      <Share rule={rule} edit={edit} plan={plan} />
      <Says rule={rule} edit={edit} plan={plan} />
      {managing ? <TemplateDialog templates={templates.data ?? []} close={() => manage(false)} /> : null}
    </section>
  );
}

function Share({ rule, edit }: EditProps) {
  return (
    <div className="plan-field">
      <label htmlFor="plan-share">{said.share}</label>
      <span className="plan-line">
        <InputNumber
          id="plan-share"
          min={0}
          max={100}
          precision={0}
          placeholder={said.usual}
          value={rule.walkInShare ?? null}
          onChange={(share) => edit(withPart(rule, { walkInShare: share ?? undefined }))}
        />
        <span>{said.percent}</span>
      </span>
    </div>
  );
}

function Says({ rule, edit }: EditProps) {
  const say = (text: string) => edit(withPart(rule, { says: text === '' ? undefined : text }));
  return (
    <div className="plan-field">
      <label htmlFor="plan-says">{said.says}</label>
      <span className="plan-stack">
        <Input
          id="plan-says"
          maxLength={60}
          value={rule.says ?? ''}
          onChange={({ target }) => say(target.value)}
        />
        <span className="phrases">
          {said.saysPhrases.map((phrase) => (
            <Button key={phrase} size="small" onClick={() => say(phrase)}>
              {phrase}
            </Button>
          ))}
        </span>
      </span>
    </div>
  );
}

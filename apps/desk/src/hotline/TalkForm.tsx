import type { OrderTerms, PhoneCall } from '@tongban/contract';
import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { AttachField } from '../attach/AttachField.tsx';
import { ForumChoice } from '../forums/ForumChoice.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { unitsFor } from '../orders/acts.ts';
import { DutyNow } from '../orders/Roster.tsx';
import { mattersOf } from '../orders/SortingFields.tsx';
import { VisitFields } from '../orders/visits/VisitFields.tsx';
import { orderWords } from '../orders/words.ts';
import { useCaller, useWrapUp } from './queries.ts';
import { endOf, type Taking, titleOf } from './taking.ts';
import type { Talk } from './use-talk.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.form;
type Props = { talk: Talk; terms: OrderTerms; phoneCall: PhoneCall | undefined };

/** 登记诉求: the text first, the rest beside it, in the order one hears it. */
export function TalkForm({ talk, terms, phoneCall }: Props) {
  const { taking, change, register, finish, missing } = talk;
  const end = endOf(taking);
  return (
    <>
      <div className="talk-body">
        <Field label={said.text} of="talk-text">
          <Input.TextArea
            id="talk-text"
            autoFocus
            rows={4}
            placeholder={said.textHint}
            maxLength={10_000}
            value={taking.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        </Field>
        <Caller talk={talk} phoneCall={phoneCall} />
        {phoneCall === undefined ? null : <AboutCase call={phoneCall.call} talk={talk} />}
        <Sorting taking={taking} change={change} terms={terms} />
        {taking.kind === 'visit' ? (
          <VisitFields visit={taking.visit} change={(visit) => change({ visit })} />
        ) : null}
        <Field label={said.answer} of="talk-answer">
          <Input.TextArea
            id="talk-answer"
            rows={3}
            placeholder={said.answerHint}
            maxLength={5000}
            value={taking.answer}
            onChange={({ target }) => change({ answer: target.value })}
          />
        </Field>
        <div className="talk-pair">
          <Field label={said.unit} of="talk-unit">
            <Select
              id="talk-unit"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={said.pickUnit}
              disabled={end.how === 'answer'}
              value={taking.unit ?? null}
              options={unitsFor('dispatch', terms.units).map(({ unit, name }) => ({
                value: unit,
                label: name,
              }))}
              onChange={(unit: string | undefined) => (unit === undefined ? talk.unsent() : change({ unit }))}
            />
          </Field>
          <Checkbox checked={taking.urgent} onChange={({ target }) => change({ urgent: target.checked })}>
            {said.urgent}
          </Checkbox>
        </div>
        <AttachField attach={talk.attach} of="F4" />
        {taking.urgent ? <DutyNow /> : null}
        <ForumChoice hours={talk.hours} chosen={talk.forum} choose={(forum) => change({ forum })} />
      </div>
      <div className="talk-foot">
        <div className="talk-ends">
          <Button type="primary" loading={register.isPending} onClick={() => finish(end)}>
            {hotlineWords.ends[end.how === 'merge' ? 'keep' : end.how]}
            <KeyCap of="Ctrl+Enter" />
          </Button>
          {end.how === 'keep' ? null : (
            <Button disabled={register.isPending} onClick={() => finish({ how: 'keep' })}>
              {hotlineWords.ends.keep}
              <KeyCap of="Ctrl+s" />
            </Button>
          )}
          {phoneCall === undefined ? null : <WrapWithout phoneCall={phoneCall} terms={terms} />}
        </div>
        {missing === undefined ? null : (
          <p role="alert" className="talk-missing">
            {missing}
          </p>
        )}
        <ProblemNote error={register.error} />
      </div>
    </>
  );
}

/** 不建单: a call that leads to nothing is wrapped up with its code at one pick. */
function WrapWithout({ phoneCall, terms }: { phoneCall: PhoneCall; terms: OrderTerms }) {
  const wrapUp = useWrapUp();
  return (
    <>
      <Select
        className="talk-without"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={hotlineWords.calls.without}
        placeholder={hotlineWords.calls.without}
        loading={wrapUp.isPending}
        value={null}
        options={terms.wrapUps.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(code: string) => wrapUp.mutate({ id: phoneCall.call, code })}
      />
      <ProblemNote error={wrapUp.error} />
    </>
  );
}

function Caller({ talk: { taking, change }, phoneCall }: Omit<Props, 'terms'>) {
  return (
    <div className="talk-three">
      <Field label={said.subject} of="talk-title">
        <Input
          id="talk-title"
          maxLength={60}
          placeholder={titleOf(taking) === '' ? said.subjectHint : titleOf(taking)}
          value={taking.title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </Field>
      <Field label={said.name} of="talk-name">
        <Input
          id="talk-name"
          maxLength={60}
          value={taking.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Field label={said.phone} of="talk-phone">
        <Input
          id="talk-phone"
          maxLength={20}
          placeholder={phoneCall?.phone ?? said.phoneHint}
          value={taking.phone}
          onChange={({ target }) => change({ phone: target.value.replace(/\D/g, '') })}
        />
      </Field>
    </div>
  );
}

/** 关联办件: one of the open cases of whoever calls. */
function AboutCase({ call, talk: { taking, change } }: { call: string; talk: Talk }) {
  const cases = useCaller(call).data?.cases ?? [];
  if (cases.length === 0) return null;
  return (
    <Field label={said.about} of="talk-about">
      <Select
        id="talk-about"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={said.pickAbout}
        value={taking.about ?? null}
        options={cases.map(({ case: number, name, state }) => ({
          value: number,
          label: `${name}（${state}）${number}`,
        }))}
        onChange={(about: string | undefined) => change({ about })}
      />
    </Field>
  );
}

type SortingProps = { taking: Taking; change: (part: Partial<Taking>) => void; terms: OrderTerms };

function Sorting({ taking, change, terms }: SortingProps) {
  return (
    <div className="talk-three talk-sorting">
      <Field label={said.kind} of="talk-kind">
        <Select
          id="talk-kind"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={said.pickKind}
          value={taking.kind ?? null}
          options={terms.kinds.map(({ kind, name }) => ({ value: kind, label: name.zh }))}
          onChange={(kind: NonNullable<Taking['kind']>) => change({ kind })}
        />
      </Field>
      <Field label={said.matter} of="talk-matter">
        <Select
          id="talk-matter"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={said.pickMatter}
          value={taking.matter ?? null}
          options={mattersOf(terms)}
          onChange={(matter: string) => change({ matter })}
        />
      </Field>
      <Field label={said.identity} of="talk-identity">
        <Select
          id="talk-identity"
          value={taking.identity}
          options={Object.entries(orderWords.identities).map(([value, label]) => ({ value, label }))}
          onChange={(identity: Taking['identity']) => change({ identity })}
        />
      </Field>
      <Field label={said.labels} of="talk-labels">
        <Select
          id="talk-labels"
          mode="multiple"
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={said.pickLabels}
          value={[...taking.labels]}
          options={terms.labels.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(labels: string[]) => change({ labels })}
        />
      </Field>
    </div>
  );
}

function Field({ label, of, children }: { label: string; of: string; children: ReactNode }) {
  return (
    <div className="talk-field">
      <label htmlFor={of}>{label}</label>
      {children}
    </div>
  );
}

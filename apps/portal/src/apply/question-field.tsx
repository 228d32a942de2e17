/** @jsxImportSource preact */
import type { Draft, FormPage } from '@tongban/contract';
import {
  DateParts,
  NativeSelect,
  Radios,
  type SelectGroup,
  type SelectOption,
  TextArea,
  TextInput,
} from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

type FormQuestion = FormPage['questions'][number];

export type FieldProps = {
  readonly visit: Visit;
  readonly question: FormQuestion;
  readonly value: string;
  readonly error: string | undefined;
  /** Where a value that is already there came from. */
  readonly from: Provenance | undefined;
  readonly divisions: readonly (SelectOption | SelectGroup)[];
};
type Provenance = Draft['provenance'][string];

/** 一个填写项: the control that fits the kind of answer. */
export function QuestionField(props: FieldProps) {
  const { visit, question, value, divisions } = props;
  const around = aroundOf(props);
  switch (question.kind) {
    case 'long-text':
      return <TextArea {...around} value={value} maxlength={2000} />;
    case 'date':
      return <DateField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'division':
      return (
        <NativeSelect
          {...around}
          value={value}
          empty={visit.say('选择地区', 'Choose an area')}
          options={divisions}
        />
      );
    case 'phone':
      return (
        <TextInput {...around} value={value} width="middle" type="tel" inputmode="tel" autocomplete="tel" />
      );
    case 'number':
      return <TextInput {...around} value={value} width="short" inputmode="numeric" />;
    case 'name':
    case 'citizen-number':
    case 'uscc':
      return <TextInput {...around} value={value} width="middle" />;
    case 'enterprise-name':
    case 'address-detail':
    case 'text':
    case 'declaration':
      return <TextInput {...around} value={value} maxlength={400} />;
  }
}

function DateField(props: FieldProps) {
  const { say } = props.visit;
  const units = { year: say('年', 'Year'), month: say('月', 'Month'), day: say('日', 'Day') };
  return <DateParts {...aroundOf(props)} value={props.value} units={units} />;
}

function ChoiceField(props: FieldProps) {
  const { visit, question, value } = props;
  const options = (question.options ?? []).map((option) => ({
    value: option,
    label: <Chinese visit={visit}>{option}</Chinese>,
    chosen: option === value,
  }));
  return <Radios {...aroundOf(props)} options={options} />;
}

function aroundOf({ visit, question, error, from }: FieldProps) {
  const { say } = visit;
  const hint = hintOf(visit, question);
  return {
    id: question.id,
    name: question.id,
    label: (
      <>
        <Told visit={visit} words={question.label} />
        {!question.required && say('（可以不填）', ' (optional)')}
      </>
    ),
    error,
    ...(hint === undefined ? {} : { hint }),
    ...(from === undefined
      ? {}
      : {
          from: (
            <>
              {say('来自', 'From: ')}
              {say('您的', '')}
              <Told visit={visit} words={from.from} />
              {say('，核对一下', '. Check it')}
            </>
          ),
        }),
  };
}

function hintOf(visit: Visit, { help, purpose }: FormQuestion) {
  if (help === undefined && purpose === undefined) return undefined;
  return (
    <>
      {help && <Chinese visit={visit}>{help}</Chinese>}
      {help && purpose && ' '}
      {purpose && (
        <>
          {visit.say('用来', 'Purpose: ')}
          <Chinese visit={visit}>{purpose}</Chinese>
          {visit.say('。', '')}
        </>
      )}
    </>
  );
}

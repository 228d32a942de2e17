import { Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { type CallBackResult, type Deed, useDeed } from './queries.ts';
import { ratingWords as said } from './words.ts';

/** What is asked for in words. */
export type Asking = 'answer' | 'call-back' | 'appeal' | 'recheck';
type Props = { act: Asking; repair: string; close: () => void };
type Written = {
  readonly found: string;
  readonly done: string;
  readonly result: CallBackResult;
  readonly said: string;
  readonly reason: string;
  readonly verdict: 'upheld' | 'struck';
};
const blank: Written = { found: '', done: '', result: 'satisfied', said: '', reason: '', verdict: 'upheld' };
const texts = { answer: said.answer, 'call-back': said.callBack, appeal: said.appeal, recheck: said.recheck };

/** 整改的一步: an answer, a call-back, an appeal or a re-check, each with its words. */
export function ActDialog({ act, repair, close }: Props) {
  const [written, setWritten] = useState(blank);
  const deed = useDeed(repair);
  const change = (part: Partial<Written>) => setWritten({ ...written, ...part });
  const Fields = fieldsOf[act];
  return (
    <SendDialog
      title={texts[act].title}
      send={texts[act].send}
      press={() => deed.mutate(deedOf(act, written), { onSuccess: close })}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={gapOf(act, written)}
      danger={act === 'recheck' && written.verdict === 'struck'}
    >
      <Fields written={written} change={change} />
    </SendDialog>
  );
}

type FieldsProps = { written: Written; change: (part: Partial<Written>) => void };

const fieldsOf: Readonly<Record<Asking, (props: FieldsProps) => ReactNode>> = {
  answer: AnswerFields,
  'call-back': CallBackFields,
  appeal: AppealFields,
  recheck: RecheckFields,
};

function AnswerFields({ written, change }: FieldsProps) {
  return (
    <>
      <p className="faint">{said.answer.lead}</p>
      <Text
        id="found"
        label={said.answer.found}
        value={written.found}
        change={(found) => change({ found })}
      />
      <Text id="done" label={said.answer.done} value={written.done} change={(done) => change({ done })} />
    </>
  );
}

function CallBackFields({ written, change }: FieldsProps) {
  const results: readonly CallBackResult[] = ['satisfied', 'dissatisfied', 'not-reached'];
  return (
    <>
      <Radio.Group
        aria-label={said.callBack.result}
        value={written.result}
        onChange={({ target }) => change({ result: target.value })}
        options={results.map((value) => ({ value, label: said.callBack.results[value] }))}
      />
      <Text
        id="said"
        label={said.callBack.said}
        value={written.said}
        change={(text) => change({ said: text })}
      />
    </>
  );
}

function AppealFields({ written, change }: FieldsProps) {
  return (
    <>
      <p className="faint">{said.appeal.lead}</p>
      <Text
        id="reason"
        label={said.appeal.reason}
        value={written.reason}
        change={(reason) => change({ reason })}
      />
    </>
  );
}

function RecheckFields({ written, change }: FieldsProps) {
  const verdicts = ['upheld', 'struck'] as const;
  return (
    <>
      <Radio.Group
        aria-label={said.recheck.verdict}
        value={written.verdict}
        onChange={({ target }) => change({ verdict: target.value })}
        options={verdicts.map((value) => ({ value, label: said.recheck.verdicts[value] }))}
      />
      <Text
        id="reason"
        label={said.recheck.reason}
        value={written.reason}
        change={(reason) => change({ reason })}
      />
    </>
  );
}

type TextProps = { id: string; label: string; value: string; change: (text: string) => void };

function Text({ id, label, value, change }: TextProps) {
  return (
    <>
      <label htmlFor={`act-${id}`}>{label}</label>
      <Input.TextArea
        id={`act-${id}`}
        rows={3}
        maxLength={id === 'said' ? 500 : 1000}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </>
  );
}

const isShort = (text: string) => text.trim().length < 4;

function gapOf(act: Asking, { found, done, reason }: Written): string | undefined {
  switch (act) {
    case 'answer':
      return isShort(found) || isShort(done) ? said.answer.need : undefined;
    case 'call-back':
      return undefined;
    case 'appeal':
    case 'recheck':
      return isShort(reason) ? said.need : undefined;
  }
}

function deedOf(act: Asking, written: Written): Deed {
  const reason = written.reason.trim();
  switch (act) {
    case 'answer':
      return { act, found: written.found.trim(), done: written.done.trim() };
    case 'call-back':
      return { act, result: written.result, said: written.said.trim() };
    case 'appeal':
      return { act, reason };
    case 'recheck':
      return { act, verdict: written.verdict, reason };
  }
}

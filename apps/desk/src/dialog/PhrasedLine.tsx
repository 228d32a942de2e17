import { Input } from 'antd';
import { Phrases } from './PhraseButtons.tsx';

type Props = {
  id: string;
  label: string;
  phrases: readonly string[];
  text: string;
  change: (text: string) => void;
};

/** 一行说明: one line of reason, typed or put together from phrases. */
export function PhrasedLine({ id, label, phrases, text, change }: Props) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input id={id} maxLength={200} value={text} onChange={({ target }) => change(target.value)} />
      <Phrases phrases={phrases} text={text} change={change} />
    </>
  );
}

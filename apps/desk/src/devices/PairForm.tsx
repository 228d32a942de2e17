import { Input } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { usePairScreen } from './queries.ts';
import { deviceWords } from './words.ts';

const said = deviceWords.pair;
const digits = 6;

/** 配对: the six digits the second screen shows; the last one sends them. */
export function PairForm({ paired = () => undefined }: { paired?: () => void }) {
  const [code, setCode] = useState('');
  const pair = usePairScreen();
  const type = (text: string) => {
    const next = text.replaceAll(/\D/g, '').slice(0, digits);
    setCode(next);
    if (next.length === digits && next !== code && !pair.isPending) {
      pair.mutate(next, { onSuccess: paired, onError: () => setCode('') });
    }
  };
  return (
    <div className="pair">
      <label htmlFor="pair-code">{said.label}</label>
      <Input
        id="pair-code"
        className="pair-code"
        inputMode="numeric"
        autoComplete="off"
        placeholder={said.placeholder}
        value={code}
        onChange={({ target }) => type(target.value)}
      />
      <ProblemNote error={pair.error} todo={said.again} />
    </div>
  );
}

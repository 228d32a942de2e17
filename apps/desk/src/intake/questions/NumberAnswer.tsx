import type { FactView } from '@tongban/catalogue';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { intakeWords } from '../words.ts';
import { numberFault } from './walk.ts';

type Props = { question: FactView; give: (text: string) => void; back: () => void };

/** A number that has to be typed; Backspace in the empty field goes back. */
export function NumberAnswer({ question, give, back }: Props) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string>();
  const send = () => {
    const fault = numberFault(question, text.trim());
    setWrong(fault);
    if (fault === undefined) give(text.trim());
  };
  return (
    <div className="number-answer">
      <Input
        data-first
        className="number-input"
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        aria-labelledby="question-ask"
        aria-invalid={wrong !== undefined}
        status={wrong === undefined ? '' : 'error'}
        suffix={question.unit?.text}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={send}
        onKeyDown={({ key }) => key === 'Backspace' && text === '' && back()}
      />
      <Button type="primary" onClick={send}>
        {intakeWords.questions.confirm}
        <KeyCap of="Enter" />
      </Button>
      {wrong === undefined ? null : (
        <p className="fault" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

import { Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { intakeWords } from '../words.ts';
import { ChoiceBox } from './ChoiceBox.tsx';
import type { BoxProps, ControlProps } from './control-props.ts';
import { DivisionBox } from './DivisionBox.tsx';

const said = intakeWords.form;

/** One box of the form: label, control, and below it where its value came from or what is wrong. */
export function FieldBox(props: BoxProps) {
  const { box, id, first } = props;
  const { question, from, wrong, value } = box;
  const [left, setLeft] = useState(false);
  // An empty box that nobody was in yet is not told off.
  const told = wrong !== undefined && (left || value !== '');
  return (
    <div className={wrong === undefined ? 'box' : 'box open'} data-first={first ? true : undefined}>
      <label htmlFor={id}>
        {question.label.zh}
        {question.required ? null : <span className="faint">（{said.optional}）</span>}
      </label>
      <Control {...props} told={told} leave={() => setLeft(true)} />
      <p id={`${id}-note`} className={told ? 'fault' : 'box-note'}>
        {told ? wrong : from === undefined ? question.help : said.from(from)}
      </p>
    </div>
  );
}

function Control(props: ControlProps) {
  switch (props.box.question.kind) {
    case 'choice':
      return <ChoiceBox {...props} />;
    case 'division':
      return <DivisionBox {...props} />;
    case 'long-text':
      return <LongBox {...props} />;
    case 'date':
      return <LineBox {...props} inputMode="numeric" placeholder={said.date} read={dayTyped} />;
    case 'phone':
    case 'number':
      return <LineBox {...props} inputMode="numeric" />;
    case 'name':
    case 'citizen-number':
    case 'enterprise-name':
    case 'uscc':
    case 'address-detail':
    case 'text':
    case 'declaration':
      return <LineBox {...props} />;
  }
}

type LineProps = ControlProps & {
  inputMode?: 'numeric';
  placeholder?: string;
  read?: (text: string) => string;
};

function LineBox({ inputMode, placeholder, read = (text) => text, ...props }: LineProps) {
  return (
    <Input
      {...around(props)}
      {...(inputMode === undefined ? {} : { inputMode })}
      {...(placeholder === undefined ? {} : { placeholder })}
      autoComplete="off"
      maxLength={400}
      onChange={({ target }) => props.change(read(target.value))}
    />
  );
}

function LongBox(props: ControlProps) {
  return (
    <Input.TextArea
      {...around(props)}
      autoSize={{ minRows: 2, maxRows: 4 }}
      maxLength={2000}
      onChange={({ target }) => props.change(target.value)}
    />
  );
}

/** What every typed box has: Enter goes on, Esc gives the keys back to the page. */
function around({ id, box, told, next, leave }: ControlProps) {
  return {
    id,
    'aria-invalid': told,
    'aria-describedby': `${id}-note`,
    status: told ? ('error' as const) : ('' as const),
    value: box.value,
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('.step')?.focus();
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
      event.preventDefault();
      next();
    },
  };
}

/** 20260105 becomes 2026-01-05 while it is typed. */
function dayTyped(text: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}`;
}

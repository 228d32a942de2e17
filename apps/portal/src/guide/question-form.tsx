/** @jsxImportSource preact */
import type { FactView } from '@tongban/catalogue';
import { type Answer, NOT_SURE } from '@tongban/guide';
import {
  Button,
  Checkboxes,
  type Children,
  type ChoiceOption,
  ErrorSummary,
  Radios,
  TextInput,
} from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { Said } from '../words.tsx';
import { ASKED, type Asking } from './asking.ts';

type Props = {
  readonly visit: Visit;
  /** The path the answers are sent to. */
  readonly path: string;
  readonly question: FactView;
  readonly asking: Asking;
  /** Asks how many people come along. */
  readonly isCount: boolean;
};

const mostAsRadios = 5;
const fieldId = 'answer';

/** The form of one question: sent by GET, so that the address carries the answer. */
export function QuestionForm(props: Props) {
  const { visit, path, question, asking } = props;
  const { say } = visit;
  const error = errorOf(props);
  const others = asking.pairs.filter(([key]) => key !== question.id);
  const typed = isTyped(props);
  return (
    <form class="stack" method="get" action={path} novalidate>
      {error && (
        <ErrorSummary
          title={say('这一问还没答好', 'There is a problem')}
          faults={[{ id: fieldId, message: error }]}
        />
      )}
      {others.map(([key, value]) => (
        <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
      ))}
      <input type="hidden" name={ASKED} value={question.id} />
      <Control {...props} error={error} />
      {question.notSure && <NotSureHelp visit={visit} question={question} />}
      <div class="actions">
        <Button>{say('继续', 'Continue')}</Button>
        {typed && (
          <Button look="quiet" name={question.id} value={NOT_SURE}>
            {say('不清楚，先跳过', 'Not sure, skip')}
          </Button>
        )}
      </div>
    </form>
  );
}

function isTyped({ question, isCount }: Props): boolean {
  return question.type === 'number' && !(isCount && (question.max ?? Infinity) <= mostAsRadios);
}

function Control(props: Props & { readonly error: string | undefined }) {
  const { question, error } = props;
  const around = {
    id: fieldId,
    name: question.id,
    label: <QuestionWords {...props} />,
    ...(question.help === undefined ? {} : { hint: <Said words={question.help} /> }),
    error,
  };
  if (isTyped(props)) return <NumberInput {...props} around={around} />;
  const options = optionsOf(props);
  return question.type === 'multi' ? (
    <Checkboxes {...around} heading options={options} />
  ) : (
    <Radios {...around} heading options={options} />
  );
}

function QuestionWords({ visit, question }: Props) {
  if (question.person === undefined) return <Said words={question.ask} />;
  const { number } = question.person;
  return (
    <>
      {visit.say(`第 ${number} 个：`, `No. ${number}: `)}
      <Said words={question.ask} />
    </>
  );
}

type Around = {
  readonly id: string;
  readonly name: string;
  readonly label: Children;
  readonly error: string | undefined;
};

function NumberInput({ question, asking, around }: Props & { readonly around: Around }) {
  const known = asking.answers[question.id];
  const value = asking.wrong?.typed ?? (typeof known === 'number' ? String(known) : '');
  return (
    <TextInput
      {...around}
      big
      width="short"
      inputmode="numeric"
      value={value}
      unit={question.unit && <Said words={question.unit} />}
    />
  );
}

function optionsOf({ visit, question, asking, isCount }: Props): ChoiceOption[] {
  const { say } = visit;
  const known = asking.answers[question.id];
  const unsure: ChoiceOption = {
    value: NOT_SURE,
    label: say('不清楚', 'Not sure'),
    chosen: known === NOT_SURE,
    apart: true,
  };
  if (isCount) return [...countOptions(visit, question, known), unsure];
  const listed = question.options.map(({ value, label, help }) => ({
    value,
    label: <Said words={label} />,
    chosen: isChosen(known, value),
    ...(help === undefined ? {} : { hint: <Said words={help} /> }),
  }));
  if (question.type !== 'multi') return [...listed, unsure];
  const none = {
    value: '',
    label: say('以上都没有', 'None of these'),
    chosen: Array.isArray(known) && known.length === 0,
  };
  return [...listed, { ...none, apart: true }, { ...unsure, apart: false }];
}

function countOptions(visit: Visit, question: FactView, known: Answer | undefined): ChoiceOption[] {
  return Array.from({ length: (question.max ?? 0) + 1 }, (_, count) => ({
    value: String(count),
    label: count === 0 ? visit.say('没有', 'None') : visit.say(`${count} 个`, String(count)),
    chosen: known === count,
  }));
}

function isChosen(known: Answer | undefined, value: string): boolean {
  if (Array.isArray(known)) return known.includes(value);
  if (typeof known === 'boolean') return value === (known ? '是' : '否');
  return known === value;
}

function NotSureHelp({ visit, question }: Pick<Props, 'visit' | 'question'>) {
  return (
    <p class="small soft">
      {visit.say('不清楚的话：', 'If you are not sure: ')}
      {question.notSure && <Said words={question.notSure} />}
    </p>
  );
}

function errorOf({ visit, question, asking }: Props): string | undefined {
  const { say } = visit;
  if (asking.wrong === undefined) return undefined;
  if (question.type !== 'number') {
    return question.type === 'multi'
      ? say('选一项或几项；都没有的，选“以上都没有”', 'Choose one or more, or “None of these”')
      : say('选一个回答；拿不准的，选“不清楚”', 'Choose an answer, or “Not sure”');
  }
  if (asking.wrong.code === 'empty')
    return say('填一个数字；拿不准的，按“不清楚，先跳过”', 'Enter a number, or press “Not sure, skip”');
  return /^\d{1,9}$/.test(asking.wrong.typed)
    ? rangeWords(visit, question)
    : say('只填数字，例如 3', 'Use digits only, for example 3');
}

function rangeWords({ say }: Visit, { min = 0, max }: FactView): string {
  return max === undefined
    ? say(`填 ${min} 或更大的数`, `Enter ${min} or more`)
    : say(`填 ${min} 到 ${max} 之间的数`, `Enter a number from ${min} to ${max}`);
}

import { useQuery } from '@tanstack/react-query';
import type { FactView, ItemEdition } from '@tongban/catalogue';
import { type AnswerPair, catalogueRoutes, intakeRoutes } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useWindowSettings } from '../../devices/queries.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { Step } from '../Step.tsx';
import type { Asking, Desk } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import { Answered } from './Answered.tsx';
import { Foreseen } from './Foreseen.tsx';
import { NumberAnswer } from './NumberAnswer.tsx';
import { Verdict } from './Verdict.tsx';
import {
  type Choice,
  choicesOf,
  isTyped,
  unsure,
  type Walk,
  walkFrom,
  withAnswer,
  withoutLast,
} from './walk.ts';

const said = intakeWords.questions;

/** 按情形问几句: one question at a time by digit keys, the answered ones above. */
export function QuestionStep({ desk, asking }: { desk: Desk; asking: Asking }) {
  const { data: edition, error } = useQuery({
    queryKey: ['edition', asking.edition],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call(catalogueRoutes.edition, { params: { edition: asking.edition } }),
  });
  if (edition === undefined)
    return error === null ? <Spin description={intakeWords.loading} /> : <ProblemNote error={error} />;
  return <Questions desk={desk} asking={asking} edition={edition} />;
}

type Props = { desk: Desk; asking: Asking; edition: ItemEdition };

function Questions({ desk, asking, edition }: Props) {
  const walk = walkFrom(edition, asking.pairs, asking.again);
  const { settle, give, back, again } = useWalking({ desk, asking, edition, walk });
  const { question, verdict } = walk;
  useKeys({ Backspace: back });
  return (
    <Step
      title={asking.name}
      note={question === undefined ? said.done : progressOf(asking, walk)}
      focusOn={`${asking.edition} ${question?.id ?? verdict.is}`}
    >
      <Answered walk={walk} again={again} />
      {question === undefined ? (
        <Verdict desk={desk} asking={asking} walk={walk} settle={() => settle(walk.pairs)} />
      ) : (
        <div className="asking">
          <Question key={question.id} question={question} walk={walk} give={give} back={back} />
          <Foreseen walk={walk} />
        </div>
      )}
      <ProblemNote error={desk.act.error} />
    </Step>
  );
}

function progressOf({ draft, again }: Asking, { number, left }: Walk): string {
  if (again !== undefined) return said.again;
  return draft === undefined ? said.progress(number, left) : said.changing;
}

/** What an answer leads to: the next question, or, when nothing is left to ask, the item itself. */
function useWalking({ desk, asking, edition, walk }: Props & { walk: Walk }) {
  const { data: settings } = useWindowSettings();
  const settle = (pairs: readonly AnswerPair[]) => {
    const answers = [...pairs];
    if (asking.draft !== undefined) return changeAnswers(desk, asking.draft, answers);
    const division = settings?.division;
    desk.take({ item: asking.item, answers, ...(division === undefined ? {} : { division }) });
  };
  const give = (key: string, texts: readonly string[]) => {
    const pairs = withAnswer(walk.pairs, key, texts);
    const next = walkFrom(edition, pairs, undefined);
    desk.ask({ ...bare(asking), pairs });
    const open = next.verdict.is === 'yes' || next.verdict.is === 'person' || next.verdict.is === 'unknown';
    if (next.question === undefined && open) settle(next.pairs);
  };
  return {
    settle,
    give,
    again: (key: string) => desk.ask({ ...asking, again: key }),
    back: () => {
      if (asking.again !== undefined) return desk.ask(bare(asking));
      if (walk.answered.length > 0) return desk.ask({ ...bare(asking), pairs: withoutLast(walk) });
      if (asking.draft === undefined) desk.ask(undefined);
    },
  };
}

function changeAnswers(desk: Desk, draft: string, answers: AnswerPair[]): void {
  const { sitting } = desk.sitting;
  desk.run(
    () => call(intakeRoutes.saveAnswers, { params: { sitting, draft }, body: { answers } }),
    () => {
      desk.ask(undefined);
      desk.goOn({ at: 'questions' });
    },
  );
}

function bare({ again: _, ...asking }: Asking): Asking {
  return asking;
}

type QuestionProps = {
  question: FactView;
  walk: Walk;
  give: (key: string, texts: readonly string[]) => void;
  back: () => void;
};

function Question({ question, walk, give, back }: QuestionProps) {
  const { id, ask, help, notSure, person, type } = question;
  const several = type === 'multi';
  useKeys({ u: () => give(id, [unsure]) });
  return (
    <div className="question">
      <p className="question-ask" id="question-ask">
        {person === undefined ? null : said.person(person.number)}
        {ask.text}
      </p>
      {help === undefined ? null : <p className="faint">{help.text}</p>}
      {several ? <p className="faint">{said.several}</p> : null}
      {isTyped(question) ? (
        <NumberAnswer question={question} give={(text) => give(id, [text])} back={back} />
      ) : (
        <Choices question={question} walk={walk} give={give} />
      )}
      <p className="question-more">
        <Button onClick={() => give(id, [unsure])} aria-keyshortcuts="u">
          {said.unsure}
          <KeyCap of="u" />
        </Button>
        <Button type="text" onClick={back} aria-keyshortcuts="Backspace">
          {said.back}
          <KeyCap of={said.backKey} />
        </Button>
        {notSure === undefined ? null : <span className="faint">{said.notSure(notSure.text)}</span>}
      </p>
    </div>
  );
}

/** The answers, each with its digit; several may be ticked where the question allows it. */
function Choices({ question, walk, give }: Omit<QuestionProps, 'back'>) {
  const { id, type } = question;
  const several = type === 'multi';
  const known = walk.answers[id];
  const [ticks, setTicks] = useState<readonly string[]>(Array.isArray(known) ? known : []);
  const choices = choicesOf(question, walk.answers).map((choice) =>
    several ? { ...choice, chosen: ticks.includes(choice.value) } : choice,
  );
  const choose = (value: string) => {
    if (!several) return give(id, [value]);
    setTicks(ticks.includes(value) ? ticks.filter((one) => one !== value) : [...ticks, value]);
  };
  const confirm = () => give(id, ticks);
  useKeys({
    ...Object.fromEntries(choices.map(({ digit, value }) => [digit, () => choose(value)])),
    ...(several ? { Enter: confirm } : {}),
  });
  return (
    <>
      <ul className="choices" aria-labelledby="question-ask">
        {choices.map((choice) => (
          <li key={choice.value}>
            <ChoiceButton choice={choice} choose={choose} />
          </li>
        ))}
      </ul>
      {several ? (
        <Button type="primary" onClick={confirm}>
          {ticks.length === 0 ? said.nothing : said.confirm}
          <KeyCap of="Enter" />
        </Button>
      ) : null}
    </>
  );
}

function ChoiceButton({ choice, choose }: { choice: Choice; choose: (value: string) => void }) {
  const { digit, value, label, help, chosen } = choice;
  return (
    <button
      type="button"
      className={chosen ? 'choice chosen' : 'choice'}
      aria-keyshortcuts={digit}
      aria-pressed={chosen}
      onClick={() => choose(value)}
    >
      <KeyCap of={digit} />
      <span className="choice-label">{label}</span>
      {help === undefined ? null : <span className="faint">{help}</span>}
    </button>
  );
}

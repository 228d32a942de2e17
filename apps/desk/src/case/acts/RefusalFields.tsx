import { Checkbox, Input } from 'antd';
import { Phrases } from '../../dialog/PhraseButtons.tsx';
import { defectLines } from '../checks/marks.ts';
import { basisChoices, type RefusalDraft, reasonPhrases, remedyWords } from './refusal.ts';
import type { Desk } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.refusal;

type Props = { desk: Desk; draft: RefusalDraft; change: (draft: RefusalDraft) => void };

/** Reason from phrases and own words, basis from the edition, remedies as they will be printed. */
export function RefusalFields({ desk, draft, change }: Props) {
  return (
    <>
      <Reason desk={desk} draft={draft} change={change} />
      <Basis desk={desk} draft={draft} change={change} />
      <section>
        <h2>{said.remedies}</h2>
        <ul className="remedies">
          {remedyWords(desk.edition).map((remedy) => (
            <li key={remedy}>{remedy}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Reason({ desk: { edition, cards, checks }, draft, change }: Props) {
  return (
    <section>
      <label htmlFor="refusal-reason">{said.reason}</label>
      <Input.TextArea
        id="refusal-reason"
        rows={4}
        maxLength={1000}
        showCount
        aria-describedby="refusal-reason-help"
        value={draft.reason}
        onChange={({ target }) => change({ ...draft, reason: target.value })}
      />
      <p id="refusal-reason-help" className="faint">
        {said.reasonHelp}
      </p>
      <p className="faint">{said.phrases}</p>
      <Phrases
        phrases={reasonPhrases(edition, defectLines(cards, checks.marks))}
        text={draft.reason}
        change={(reason) => change({ ...draft, reason })}
      />
    </section>
  );
}

function Basis({ desk: { edition }, draft, change }: Props) {
  const choices = basisChoices(edition);
  return (
    <section>
      <h2 id="refusal-basis">{said.basis}</h2>
      <p className="faint">{said.basisHelp}</p>
      <Checkbox.Group
        className="basis"
        aria-labelledby="refusal-basis"
        value={[...draft.chosen]}
        onChange={(chosen) => change({ ...draft, chosen })}
        options={choices.map(({ text, recalled }) => ({
          value: text,
          label: recalled ? `${text}（${said.recalled}）` : text,
        }))}
      />
      <label htmlFor="refusal-other">{said.basisOther}</label>
      <Input
        id="refusal-other"
        maxLength={200}
        value={draft.other}
        onChange={({ target }) => change({ ...draft, other: target.value })}
      />
    </section>
  );
}

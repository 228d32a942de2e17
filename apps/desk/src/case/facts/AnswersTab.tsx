import type { ItemEdition } from '@tongban/catalogue';
import type { DeskCase } from '@tongban/contract';
import { answerRows } from '../checks/answers.ts';
import { caseWords } from '../words.ts';

/** 情形: the questions of the guide with the applicant's answers. */
export function AnswersTab({ edition, answers }: { edition: ItemEdition; answers: DeskCase['answers'] }) {
  const rows = answerRows(edition, answers);
  if (rows.length === 0) return <p className="faint">{caseWords.answers.none}</p>;
  return (
    <dl className="facts wide">
      {rows.map(({ id, ask, value }) => (
        <div key={id}>
          <dt>{ask}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

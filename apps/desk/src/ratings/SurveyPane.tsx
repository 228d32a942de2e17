import type { SurveyFigures } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { saveTable } from './export.ts';
import { useSurveys } from './queries.ts';
import { ratingWords } from './words.ts';

const said = ratingWords.survey;

/** 问卷: of each question how many answered, the mean level and the share of good answers. */
export function SurveyPane() {
  const { data, error } = useSurveys();
  if (data === undefined)
    return error === null ? <Spin description={ratingWords.loading} /> : <ProblemNote error={error} />;
  if (data.length === 0) return <p className="faint">{said.none}</p>;
  return (
    <div className="rating-figures">
      {data.map((survey) => (
        <Survey key={survey.survey} survey={survey} />
      ))}
    </div>
  );
}

function Survey({ survey }: { survey: SurveyFigures }) {
  return (
    <section className="hall-pane" aria-labelledby={`survey-${survey.survey}`}>
      <header>
        <h2 id={`survey-${survey.survey}`}>{survey.title}</h2>
        <span className="faint">{said.answered(survey.answered)}</span>
        <span className="pane-acts">
          <Button size="small" onClick={() => exportSurvey(survey)}>
            {ratingWords.exporting}
          </Button>
        </span>
      </header>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col" className="rest">
              {said.question}
            </th>
            <th scope="col" className="figure">
              {said.n}
            </th>
            {survey.levels.map((level) => (
              <th key={level} scope="col" className="figure">
                {level}
              </th>
            ))}
            <th scope="col" className="figure" title={said.meanHelp}>
              {said.mean}
            </th>
            <th scope="col" className="figure">
              {said.favourable}
            </th>
          </tr>
        </thead>
        <tbody>
          {survey.questions.map(({ question, ask, n, levels, meanLevel, favourableShare }) => (
            <tr key={question}>
              <th scope="row" className="rest">
                {ask}
              </th>
              <td className="figure">{n}</td>
              {survey.levels.map((level, at) => (
                <td key={level} className="figure">
                  {shareOf(levels[at] ?? 0, n)}
                </td>
              ))}
              <td className="figure">{meanLevel === undefined ? '—' : meanLevel.toFixed(2)}</td>
              <td className="figure">
                {favourableShare === undefined ? '—' : ratingWords.figures.percent(favourableShare)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint pane-note">{said.meanHelp}</p>
    </section>
  );
}

/** How many gave a level, and which share that is. */
function shareOf(count: number, n: number): string {
  return n === 0 ? '—' : said.share(count, ratingWords.figures.percent(count / n));
}

function exportSurvey({ title, levels, questions }: SurveyFigures): void {
  saveTable(
    title,
    [said.question, said.n, ...levels, said.mean, said.favourable],
    questions.map((one) => [
      ...[one.ask, one.n, ...levels.map((_, at) => one.levels[at] ?? 0)],
      one.meanLevel?.toFixed(2) ?? '',
      one.favourableShare === undefined ? '' : ratingWords.figures.percent(one.favourableShare),
    ]),
  );
}

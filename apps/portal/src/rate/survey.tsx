/** @jsxImportSource preact */
import { type SurveyView, surveysRoutes } from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, Radios } from '@tongban/ui';
import { address, first } from '../address.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { hereOf, leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale } from '../words.tsx';

/** 满意度问卷: every question on one page, answered once. */
export async function showSurvey(visit: Visit): Promise<PageAnswer> {
  if (visit.session.kind !== 'citizen') return leadTo(visit, address('/sign-in', [['next', hereOf(visit)]]));
  return surveyPage(visit, await surveyOf(visit), []);
}

export async function takeSurvey(visit: Visit): Promise<PageAnswer> {
  const { form } = visit.request;
  const survey = await surveyOf(visit);
  const answers = survey.questions.flatMap(({ question }) => {
    const level = Number(first(form, question) ?? 0);
    return level === 0 ? [] : [{ question, level }];
  });
  const left = survey.questions.filter(({ question }) => answers.every((one) => one.question !== question));
  if (left.length > 0) {
    const message = visit.say('选一项', 'Choose one');
    return surveyPage(
      visit,
      survey,
      left.map(({ question }) => ({ id: question, message })),
    );
  }
  try {
    const key = first(form, 'key');
    const once = key === undefined ? {} : { key };
    await visit.call(surveysRoutes.answer, { params: { survey: survey.survey }, body: { answers } }, once);
    return leadTo(visit, visit.path);
  } catch (error) {
    return surveyPage(
      visit,
      await surveyOf(visit),
      faultsFrom(error, survey.questions[0]?.question ?? 'survey'),
    );
  }
}

function surveyOf(visit: Visit): Promise<SurveyView> {
  return visit.call(surveysRoutes.get, { params: { survey: visit.params.survey ?? '' } });
}

function surveyPage(visit: Visit, survey: SurveyView, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = inLocale(visit, survey.title).text;
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: '/', words: say('首页', 'Home') },
    children: survey.answered ? (
      <>
        <h1>{title}</h1>
        <Banner mood="ok" title={say('谢谢，您的回答已经收到', 'Thank you, we have your answers')}>
          <p>
            {say(
              '回答只做统计，看不出是谁答的。',
              'Answers are only counted; nobody can tell whose they are.',
            )}
          </p>
        </Banner>
      </>
    ) : (
      <Questions visit={visit} survey={survey} faults={faults} />
    ),
  });
}

type QuestionsProps = {
  readonly visit: Visit;
  readonly survey: SurveyView;
  readonly faults: readonly FieldFault[];
};

function Questions({ visit, survey, faults }: QuestionsProps) {
  const { say } = visit;
  const { form } = visit.request;
  return (
    <form class="stack stack--wide" method="post" novalidate data-does="once">
      <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
      <h1>{inLocale(visit, survey.title).text}</h1>
      <p class="soft">
        {say('回答只做统计，看不出是谁答的。', 'Answers are only counted; nobody can tell whose they are.')}
      </p>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      {survey.questions.map(({ question, ask }) => (
        <Radios
          key={question}
          id={question}
          name={question}
          label={inLocale(visit, ask).text}
          error={messageFor(faults, question)}
          options={survey.levels.map(({ level, name }) => ({
            ...{ value: String(level), label: inLocale(visit, name).text },
            chosen: first(form, question) === String(level),
          }))}
        />
      ))}
      <div class="actions">
        <Button>{say('提交', 'Send')}</Button>
      </div>
    </form>
  );
}

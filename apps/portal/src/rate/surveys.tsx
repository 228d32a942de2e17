/** @jsxImportSource preact */
import { surveysRoutes } from '@tongban/contract';
import { LinkList } from '@tongban/ui';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale } from '../words.tsx';

/** 满意度问卷: those there are; a single one is opened at once. */
export async function showSurveys(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const surveys = await visit.call(surveysRoutes.list, {});
  const [only] = surveys;
  if (only !== undefined && surveys.length === 1) return leadTo(visit, `/surveys/${only.survey}`);
  const title = say('满意度问卷', 'Surveys');
  return page(visit, {
    title,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        {surveys.length === 0 ? (
          <p>{say('现在没有问卷。', 'There is no survey at the moment.')}</p>
        ) : (
          <LinkList
            rows={surveys.map(({ survey, title: name, questions }) => ({
              ...{ href: `/surveys/${survey}`, title: inLocale(visit, name).text },
              line: say(`${questions} 个问题`, `${questions} questions`),
            }))}
          />
        )}
      </>
    ),
  });
}

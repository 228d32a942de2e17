/** @jsxImportSource preact */
import { LinkButton } from '@tongban/ui';
import { address } from '../address.ts';
import { hereOf, leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import { SearchForm } from '../search/search-form.tsx';
import type { Visit } from '../visit.ts';
import { inLocale } from '../words.tsx';
import { ourFault, tellings } from './tellings.ts';

/** 出错页: says what happened, what became of what was typed, and what to do now. */
export function showProblem(visit: Visit, error: unknown): PageAnswer {
  const problem = findProblem(error);
  if (problem?.kind === 'unauthenticated') return toSignIn(visit);
  const telling = problem === undefined ? ourFault : tellings[problem.kind];
  const title = inLocale(visit, telling.title).text;
  const lines = [
    ...(telling.tells && problem !== undefined ? [problem.message] : []),
    ...telling.lines.map((line) => inLocale(visit, line).text),
  ];
  const { say } = visit;
  return page(visit, {
    title,
    status: telling.status,
    personal: true,
    ...(problem === undefined ? { cause: error } : {}),
    children: (
      <>
        <h1>{title}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {telling.search && <SearchForm visit={visit} />}
        <div class="actions">
          {telling.status >= 429 && visit.request.method === 'GET' && (
            <LinkButton href={hereOf(visit)}>{say('再试一次', 'Try again')}</LinkButton>
          )}
          <LinkButton href="/" look="quiet">
            {say('回到首页', 'Go to the home page')}
          </LinkButton>
          <LinkButton href="/halls" look="quiet">
            {say('到大厅办', 'Go to a hall')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

/** An expired session loses nothing: the person signs in and comes back to where they were. */
function toSignIn(visit: Visit): PageAnswer {
  return leadTo(visit, address('/sign-in', [['next', hereOf(visit)]]));
}

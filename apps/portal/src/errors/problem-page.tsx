/** @jsxImportSource preact */
import type { ProblemKind } from '@tongban/kernel';
import { LinkButton } from '@tongban/ui';
import { address } from '../address.ts';
import { hereOf, leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import { SearchForm } from '../search/search-form.tsx';
import type { Visit } from '../visit.ts';

type Telling = { readonly status: number; readonly title: string; readonly lines: readonly string[]; readonly search?: true };

/** 出错页: says what happened, what became of what was typed, and what to do now. */
export function showProblem(visit: Visit, error: unknown): PageAnswer {
  const problem = findProblem(error);
  if (problem?.kind === 'unauthenticated') return toSignIn(visit);
  const telling = tellingOf(visit, problem?.kind, problem?.message);
  const { say } = visit;
  return page(visit, {
    title: telling.title,
    status: telling.status,
    personal: true,
    ...(problem === undefined ? { cause: error } : {}),
    children: (
      <>
        <h1>{telling.title}</h1>
        {telling.lines.map((line) => (
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

function tellingOf({ say }: Visit, kind: ProblemKind | undefined, message: string | undefined): Telling {
  switch (kind) {
    case 'missing':
      return {
        status: 404,
        title: say('没有找到这个页面', 'We cannot find this page'),
        lines: [say('地址可能抄漏了字，或者这件事换了地方。搜一搜您要办的事。', 'The address may be incomplete, or the page has moved. Search for what you want to do.')],
        search: true,
      };
    case 'forbidden':
      return {
        status: 403,
        title: say('这一页不是给您看的', 'This page is not yours to see'),
        lines: [say('您登录的账号看不了这里的内容。要看自己的办件，从“我的办件”进去。', 'The account you signed in with cannot see this. Your own cases are under “My cases”.')],
      };
    case 'too-many':
      return {
        status: 429,
        title: say('操作太频繁了', 'Too many attempts'),
        lines: [say('等一分钟再试。已填的内容都还在。', 'Wait a minute, then try again. What you typed is kept.')],
      };
    case 'unavailable':
      return {
        status: 503,
        title: say('现在连不上', 'We cannot be reached right now'),
        lines: [
          say('过一两分钟再试。您的草稿和已交的材料都保存着。', 'Try again in a minute or two. Your drafts and files are kept.'),
          say('急着办的，可以直接到大厅。', 'If it is urgent, go to a service hall.'),
        ],
      };
    case 'invalid':
    case 'conflict':
    case 'too-large':
    case 'unauthenticated':
      return {
        status: kind === 'conflict' ? 409 : kind === 'too-large' ? 413 : 400,
        title: say('这一步没有做成', 'That did not work'),
        lines: [message ?? '', say('回到上一页改一改，再试一次。', 'Go back, make the change and try again.')],
      };
    case undefined:
      return {
        status: 500,
        title: say('我们这边出了问题', 'Something went wrong on our side'),
        lines: [
          say('不是您填错了。我们已经记下来，会尽快修好。', 'It is not your mistake. We have recorded it and will mend it.'),
          say('您的草稿和已交的材料都保存着，过一会儿再来接着办。', 'Your drafts and files are kept. Come back later and go on from there.'),
        ],
      };
  }
}

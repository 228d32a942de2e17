/** @jsxImportSource preact */
import { type CaseRow, casesRoutes, draftsRoutes } from '@tongban/contract';
import { LinkButton, LinkList, type LinkRow, Tag } from '@tongban/ui';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { moodOf } from './moods.ts';

/** 我的办件: what needs the person first, then drafts, then the rest, newest first. */
export async function showCases(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const [cases, drafts] = await Promise.all([
    visit.call(casesRoutes.list, { query: { limit: 50 } }),
    visit.call(draftsRoutes.list, {}),
  ]);
  const needing = cases.filter((one) => one.status.needsYou);
  const others = cases.filter((one) => !one.status.needsYou);
  const title = say('我的办件', 'My cases');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        <Group title={say('需要您处理', 'Needs you')} rows={needing.map((one) => rowOf(visit, one))} />
        <Group
          title={say('还没提交', 'Not submitted yet')}
          rows={drafts.map((draft) => ({
            href: `/apply/${draft.draft}`,
            title: <Told visit={visit} words={draft.name} />,
            line: say(
              `${momentText(visit, draft.savedAt)} 保存`,
              `Saved ${momentText(visit, draft.savedAt)}`,
            ),
          }))}
        />
        <Group title={say('已提交', 'Submitted')} rows={others.map((one) => rowOf(visit, one))} />
        {cases.length > 0 && (
          <p>
            <a href="/access">{say('谁看过我的资料', 'Who looked at my data')}</a>
          </p>
        )}
        {cases.length + drafts.length === 0 && (
          <>
            <p>{say('您还没有办件。', 'You have no cases yet.')}</p>
            <div class="actions">
              <LinkButton href="/">{say('看看能办什么', 'See what you can do')}</LinkButton>
            </div>
          </>
        )}
      </>
    ),
  });
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly LinkRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{title}</h2>
      <LinkList rows={rows} />
    </section>
  );
}

function rowOf(visit: Visit, row: CaseRow): LinkRow {
  return {
    href: `/cases/${row.case}`,
    title: (
      <>
        <Told visit={visit} words={row.name} />{' '}
        <Tag mood={moodOf(row.status)}>
          <Told visit={visit} words={row.status.title} />
        </Tag>
      </>
    ),
    line: (
      <>
        <Told visit={visit} words={row.status.line} />
        <br />
        <span class="numbers">{row.case}</span>
        {visit.say(
          `，${momentText(visit, row.submittedAt)} 提交`,
          `, submitted ${momentText(visit, row.submittedAt)}`,
        )}
      </>
    ),
  };
}

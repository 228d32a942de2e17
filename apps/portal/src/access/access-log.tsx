/** @jsxImportSource preact */
import { type AccessEntry, accessRoutes } from '@tongban/contract';
import { LinkButton, Tag } from '@tongban/ui';
import { first } from '../address.ts';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/** 查看记录: who looked at my data, from which post, at what and why; all of it, newest first. */
export async function showAccessLog(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const of = first(visit.query, 'case');
  const after = first(visit.query, 'after');
  const { entries, next } = await visit.call(accessRoutes.log, {
    query: { ...(of === undefined ? {} : { case: of }), ...(after === undefined ? {} : { after }) },
  });
  const title = say('谁看过我的资料', 'Who looked at my data');
  return page(visit, {
    title,
    personal: true,
    back:
      of === undefined
        ? { href: '/cases', words: say('我的办件', 'My cases') }
        : { href: `/cases/${of}`, words: say('办理进度', 'Case') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {say(
            '工作人员每次查看您的办件、证照和个人资料都会记下来，改不了，也删不掉。',
            'Every time a member of staff looks at your cases, licences or personal data it is recorded; nobody can change or delete the record.',
          )}
        </p>
        {entries.length === 0 ? (
          <p class="sheet">{say('还没有人看过。', 'Nobody has looked yet.')}</p>
        ) : (
          <ol class="accesses">
            {entries.map((entry, at) => (
              <Entry key={`${entry.at} ${at}`} visit={visit} entry={entry} linked={of === undefined} />
            ))}
          </ol>
        )}
        {next !== undefined && (
          <div class="actions">
            <LinkButton look="quiet" href={moreAddress(of, next)}>
              {say('看更早的', 'Earlier entries')}
            </LinkButton>
          </div>
        )}
        <p class="soft small">
          {say(
            '觉得不该看的，可以打咨询电话投诉，说出时间和单位就行。',
            'If you think somebody should not have looked, call us and tell us the time and the office.',
          )}
          {visit.city.phone !== undefined && <a href={`tel:${visit.city.phone}`}>{visit.city.phone}</a>}
        </p>
      </>
    ),
  });
}

function moreAddress(of: string | undefined, next: string): string {
  const query = new URLSearchParams({ ...(of === undefined ? {} : { case: of }), after: next });
  return `/access?${query}`;
}

function Entry({
  visit,
  entry,
  linked,
}: {
  readonly visit: Visit;
  readonly entry: AccessEntry;
  readonly linked: boolean;
}) {
  const { say } = visit;
  return (
    <li>
      <div class="row">
        <b>
          <Chinese visit={visit}>{entry.what}</Chinese>
        </b>
        {entry.sensitive && <Tag mood="warn">{say('看了完整号码', 'Saw full numbers')}</Tag>}
      </div>
      <p>
        <Chinese visit={visit}>{entry.who}</Chinese>
      </p>
      <p class="small">
        {say('原因：', 'Reason: ')}
        <Chinese visit={visit}>{entry.why}</Chinese>
      </p>
      <p class="small soft">
        <time datetime={entry.at}>{momentText(visit, entry.at)}</time>
        {linked && entry.case !== undefined && (
          <>
            {' · '}
            <a href={`/cases/${entry.case}`} class="numbers">
              {entry.case}
            </a>
          </>
        )}
      </p>
    </li>
  );
}

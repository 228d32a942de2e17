/** @jsxImportSource preact */
import { type Notice, noticesRoutes } from '@tongban/contract';
import { Button, LinkButton, Tag } from '@tongban/ui';
import { address, first } from '../address.ts';
import { momentText } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer, Pair } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';

/** 消息中心: everything I was told, in the words of the text message, newest first; of one case or of all. */
export async function showNotices(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const of = first(visit.query, 'case');
  const after = first(visit.query, 'after');
  const { notices, cases, unread, next } = await visit.call(noticesRoutes.list, {
    query: { ...(of === undefined ? {} : { case: of }), ...(after === undefined ? {} : { after }) },
  });
  const title = say('消息', 'Messages');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/cases', words: say('我的办件', 'My cases') },
    children: (
      <>
        <div class="row notices__head">
          <h1>{title}</h1>
          <a href="/notices/settings">{say('怎么通知我', 'How you are told')}</a>
        </div>
        <Filter visit={visit} cases={cases} of={of} />
        {unread > 0 && <AllRead visit={visit} unread={unread} of={of} newest={notices[0]?.at} />}
        {notices.length === 0 && <p class="sheet">{empty(visit, of)}</p>}
        <ol class="notices">
          {notices.map((notice) => (
            <One key={notice.notice} visit={visit} notice={notice} />
          ))}
        </ol>
        {next !== undefined && (
          <div class="actions">
            <LinkButton look="quiet" href={address('/notices', [...caseOf(of), ['after', next]])}>
              {say('看更早的', 'Earlier messages')}
            </LinkButton>
          </div>
        )}
      </>
    ),
  });
}

/** 都看过了: only what stood on the page when the button was pressed is marked. */
export async function takeRead(visit: Visit): Promise<PageAnswer> {
  const { form = [] } = visit.request;
  const until = first(form, 'until');
  await visit.call(noticesRoutes.read, { body: until === undefined ? {} : { until } });
  return leadTo(visit, address('/notices', caseOf(first(form, 'case'))));
}

function caseOf(of: string | undefined): Pair[] {
  return of === undefined || of === '' ? [] : [['case', of]];
}

function empty({ say }: Visit, of: string | undefined): string {
  return of === undefined
    ? say(
        '还没有消息。办件有变化，会在这里告诉您。',
        'No messages yet. We tell you here when a case changes.',
      )
    : say('这件还没有消息。', 'No messages about this case yet.');
}

type FilterProps = {
  readonly visit: Visit;
  readonly cases: readonly string[];
  readonly of: string | undefined;
};

/** One case is no choice. */
function Filter({ visit, cases, of }: FilterProps) {
  const { say } = visit;
  if (cases.length < 2 && of === undefined) return null;
  const link = (number: string | undefined, words: string) => (
    <a
      key={words}
      href={address('/notices', caseOf(number))}
      class="notices__case numbers"
      aria-current={number === of ? 'page' : undefined}
    >
      {words}
    </a>
  );
  return (
    <nav class="notices__cases" aria-label={say('按办件看', 'By case')}>
      {link(undefined, say('全部', 'All'))}
      {cases.map((number) => link(number, number))}
    </nav>
  );
}

type AllReadProps = {
  readonly visit: Visit;
  readonly unread: number;
  readonly of: string | undefined;
  readonly newest: string | undefined;
};

function AllRead({ visit, unread, of, newest }: AllReadProps) {
  const { say } = visit;
  const shown = unread >= 99 ? '99+' : String(unread);
  return (
    <form method="post" action="/notices" class="row notices__unread">
      <span>{say(`${shown} 条没看过`, `${shown} unread`)}</span>
      {of !== undefined && <input type="hidden" name="case" value={of} />}
      {of === undefined && newest !== undefined && <input type="hidden" name="until" value={newest} />}
      <Button look="quiet">{say('都看过了', 'Mark all as read')}</Button>
    </form>
  );
}

function One({ visit, notice }: { readonly visit: Visit; readonly notice: Notice }) {
  const { say } = visit;
  const leads = leadsTo(visit, notice);
  return (
    <li class={notice.read ? undefined : 'notices__new'}>
      <div class="row">
        <h2>
          <Told visit={visit} words={notice.title} />
        </h2>
        {!notice.read && <Tag>{say('没看过', 'Unread')}</Tag>}
      </div>
      <p>
        <Told visit={visit} words={notice.body} />
      </p>
      <p class="small soft row">
        <time datetime={notice.at}>{momentText(visit, notice.at)}</time>
        {leads !== undefined && <a href={leads.href}>{leads.words}</a>}
      </p>
    </li>
  );
}

/** Where one goes to do something about it. */
function leadsTo({ say }: Visit, { about = '', case: number }: Notice) {
  const [kind, id = ''] = about.split(':');
  if (number !== undefined) return { href: `/cases/${number}`, words: say('看这件', 'Open the case') };
  if (kind === 'booking') return { href: `/bookings/${id}`, words: say('看预约', 'Open the booking') };
  if (kind === 'order') return { href: `/orders/${id}`, words: say('看这件诉求', 'Open the request') };
  if (kind === 'licence') return { href: '/licences', words: say('看证照', 'Open my licences') };
  return undefined;
}

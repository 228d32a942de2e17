/** @jsxImportSource preact */
import { answersRoutes, type PublicAnswerRow } from '@tongban/contract';
import { LinkList, type LinkRow } from '@tongban/ui';
import { address } from '../address.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { AnswerSearch, askedIn, foundTitle } from './answer-search.tsx';

/** 常见问题: the answers of the bureau that anybody may read, found by any words. */
export async function showAnswers(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const q = askedIn(visit);
  const query = { division: city.code, ...(q === '' ? {} : { q }) };
  const { rows, near } = await visit.call(answersRoutes.list, { query });
  const plain = say('常见问题', 'Questions and answers');
  const title = foundTitle(visit, { q, count: rows.length, plain });
  return page(visit, {
    title,
    back:
      q === ''
        ? { href: '/', words: say('首页', 'Home') }
        : { href: '/answers', words: say('常见问题', 'Questions') },
    children: (
      <>
        <h1>{title}</h1>
        <AnswerSearch visit={visit} action="/answers" q={q} />
        {near && <p>{say('没有完全对上的，下面是相近的。', 'Nothing fits exactly; these come close.')}</p>}
        {rows.length > 0 ? (
          <LinkList rows={rows.map((row) => rowOf(visit, row))} />
        ) : (
          <Nothing visit={visit} q={q} />
        )}
      </>
    ),
  });
}

function rowOf(visit: Visit, row: PublicAnswerRow): LinkRow {
  const isChinese = visit.locale === 'zh' || row.title.en === undefined;
  return {
    href: `/answers/${row.entry}`,
    title: isChinese ? (
      <span lang={visit.locale === 'zh' ? undefined : 'zh-CN'}>
        <Pieces pieces={row.pieces} />
      </span>
    ) : (
      <Told visit={visit} words={row.title} />
    ),
    line: (
      <span lang={visit.locale === 'zh' ? undefined : 'zh-CN'}>
        <Pieces pieces={row.excerpt} />
      </span>
    ),
  };
}

function Pieces({ pieces }: { readonly pieces: PublicAnswerRow['pieces'] }) {
  return <>{pieces.map(({ text, hit }) => (hit === true ? <b>{text}</b> : text))}</>;
}

function Nothing({ visit, q }: { readonly visit: Visit; readonly q: string }) {
  const { say, city } = visit;
  return (
    <section class="sheet">
      <h2>{say('还没有这个答复', 'There is no answer to this yet')}</h2>
      <ul class="stack stack--tight">
        <li>
          {say(
            '换个说法，一两个词就够，例如“居住证”。',
            'Try other words; one or two are enough, such as “residence permit”.',
          )}
        </li>
        <li>
          <a href="/items">
            {say('看全部事项，里面有材料、费用和时限', 'See all services with papers, fees and times')}
          </a>
        </li>
        {q !== '' && (
          <li>
            <a href={address('/answered', [['q', q]])}>
              {say('到别人问过的里面找', 'Look among what others asked')}
            </a>
          </li>
        )}
        <li>
          <a href="/orders/new/consult">{say('把问题写给我们', 'Write your question to us')}</a>
        </li>
        {city.phone !== undefined && (
          <li>
            {say('打电话问：', 'Call us: ')}
            <a href={`tel:${city.phone}`}>
              <Chinese visit={visit}>{city.phone}</Chinese>
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** @jsxImportSource preact */
import { catalogueRoutes, type ItemHit, proofsRoutes } from '@tongban/contract';
import { LinkList, type LinkRow } from '@tongban/ui';
import { first } from '../address.ts';
import { leadTo, page } from '../frame.tsx';
import { PapersNamed } from '../not-needed/not-needed.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { SearchForm } from './search-form.tsx';

const longest = 60;
const mostPapers = 3;

/** 搜索结果: what fits, with the words that matched; never an empty page. */
export async function showSearch(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const q = (first(visit.query, 'q') ?? '').trim().slice(0, longest);
  if (q === '') return leadTo(visit, '/items');
  const [{ hits, suggestions }, papers] = await Promise.all([
    visit.call(catalogueRoutes.search, { query: { q, limit: 30 } }),
    visit.call(proofsRoutes.notNeeded, { query: { q } }),
  ]);
  const title =
    hits.length === 0
      ? say(`没有找到“${q}”`, `Nothing found for “${q}”`)
      : say(
          `“${q}”找到 ${hits.length} 件事`,
          `${hits.length} ${hits.length === 1 ? 'service' : 'services'} for “${q}”`,
        );
  return page(visit, {
    title,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <SearchForm visit={visit} value={q} />
        <h1>{title}</h1>
        <PapersNamed visit={visit} papers={papers.slice(0, mostPapers)} />
        {hits.length > 0 ? (
          <LinkList rows={hits.map((hit) => rowOf(visit, hit))} />
        ) : (
          <Nothing visit={visit} suggestions={suggestions} />
        )}
      </>
    ),
  });
}

/** An item in a list: its name, what matched, who can do it. */
export function rowOf(visit: Visit, hit: ItemHit): LinkRow {
  const { say } = visit;
  return {
    href: `/items/${hit.item}`,
    title: <Told visit={visit} words={hit.name} />,
    line: (
      <>
        {hit.matched && (
          <>
            {say('也叫：', 'Matched: ')}
            <Chinese visit={visit}>{hit.matched}</Chinese>
            {' · '}
          </>
        )}
        <Chinese visit={visit}>{hit.who}</Chinese>
      </>
    ),
  };
}

function Nothing({
  visit,
  suggestions,
}: {
  readonly visit: Visit;
  readonly suggestions: readonly ItemHit[];
}) {
  const { say, city } = visit;
  return (
    <>
      {suggestions.length > 0 && (
        <section class="stack stack--tight">
          <h2>{say('您要办的是不是这些', 'Did you mean')}</h2>
          <LinkList rows={suggestions.map((hit) => rowOf(visit, hit))} />
        </section>
      )}
      <section class="sheet">
        <h2>{say('还是没找到', 'Still not found')}</h2>
        <ul class="stack stack--tight">
          <li>
            {say(
              '换个说法，一两个词就够，例如“补身份证”。',
              'Try other words; one or two are enough, such as “replace ID card”.',
            )}
          </li>
          <li>
            <a href="/items">{say('看全部事项', 'See all services')}</a>
          </li>
          <li>
            <a href="/answers">{say('看常见问题的答复', 'Read answers to common questions')}</a>
          </li>
          <li>
            <a href="/halls">{say('到大厅问导办员', 'Ask at a service hall')}</a>
          </li>
          {city.phone !== undefined && (
            <li>
              {say('打电话问：', 'Call us: ')}
              <a href={`tel:${city.phone}`}>{city.phone}</a>
            </li>
          )}
        </ul>
      </section>
    </>
  );
}

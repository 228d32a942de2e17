/** @jsxImportSource preact */
import { LinkList } from '@tongban/ui';
import { first } from '../address.ts';
import { page } from '../frame.tsx';
import { listItems } from '../items.ts';
import { lines } from '../lines.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale } from '../words.tsx';
import { rowOf } from './search.tsx';
import { SearchForm } from './search-form.tsx';

/** 全部事项: every item by its line, or the items of one line. */
export async function showItems(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const items = await listItems(visit);
  const line = lines.find(({ id }) => id === first(visit.query, 'line'));
  const shown = line === undefined ? lines : [line];
  const title = line === undefined ? say('全部事项', 'All services') : inLocale(visit, line).text;
  return page(visit, {
    title,
    back:
      line === undefined
        ? { href: '/', words: say('首页', 'Home') }
        : { href: '/items', words: say('全部事项', 'All services') },
    children: (
      <>
        <h1>{title}</h1>
        <SearchForm visit={visit} />
        {shown.map((one) => {
          const rows = items.filter((item) => item.line === one.id).map((hit) => rowOf(visit, hit));
          if (rows.length === 0) return null;
          return (
            <section key={one.id} class="stack stack--tight">
              {line === undefined && <h2>{inLocale(visit, one).text}</h2>}
              <LinkList rows={rows} />
            </section>
          );
        })}
      </>
    ),
  });
}

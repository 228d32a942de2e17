/** @jsxImportSource preact */
import { Details, LinkList } from '@tongban/ui';
import { first } from '../address.ts';
import { page } from '../frame.tsx';
import { frequent } from '../home/frequent.ts';
import { listItems } from '../items.ts';
import { lines } from '../lines.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale, Told } from '../words.tsx';
import { daysAddress, hallsAddress } from './aim.ts';

/** 约哪件事: a time is always booked for one matter, for that says how long it takes and what to bring. */
export async function showMatters(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const items = await listItems(visit);
  const hall = first(visit.query, 'hall');
  const hrefOf = (item: string) =>
    hall === undefined ? hallsAddress({ item }) : daysAddress({ item }, hall);
  const often = frequent.filter(({ item }) => items.some((one) => one.item === item));
  const groups = lines.map((line) => ({ line, hits: items.filter((one) => one.line === line.id) }));
  const title = say('您要约哪件事？', 'What do you want to book for?');
  return page(visit, {
    title,
    back: { href: '/halls', words: say('办事大厅', 'Service halls') },
    children: (
      <>
        <h1>{title}</h1>
        {often.length > 0 && (
          <section class="stack stack--tight">
            <h2>{say('常办的事', 'Most wanted')}</h2>
            <LinkList
              rows={often.map((one) => ({ href: hrefOf(one.item), title: inLocale(visit, one).text }))}
            />
          </section>
        )}
        <section class="stack stack--tight">
          <h2>{say('按类别找', 'Browse by subject')}</h2>
          {groups
            .filter(({ hits }) => hits.length > 0)
            .map(({ line, hits }) => (
              <Details key={line.id} summary={inLocale(visit, line).text}>
                <LinkList
                  rows={hits.map((hit) => ({
                    href: hrefOf(hit.item),
                    title: <Told visit={visit} words={hit.name} />,
                  }))}
                />
              </Details>
            ))}
        </section>
      </>
    ),
  });
}

/** @jsxImportSource preact */
import { bookableRoutes, kiosksRoutes } from '@tongban/contract';
import { LinkButton } from '@tongban/ui';
import { address } from '../address.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { HallCard } from './hall-card.tsx';
import { DemoNote } from './hall-facts.tsx';
import { KioskList } from './kiosk-list.tsx';
import { nearOf, Sorting } from './near.tsx';

/** 附近大厅: open or not, how busy now, the nearest first when it is known where one is; then the kiosks. */
export async function showHalls(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const near = nearOf(visit);
  const [halls, kiosks] = await Promise.all([
    visit.call(bookableRoutes.halls, {
      query: { division: city.code, ...(near === undefined ? {} : { near }) },
    }),
    visit.call(kiosksRoutes.near, { query: { division: city.code } }),
  ]);
  const title = say(`${city.name}办事大厅`, 'Service halls');
  return page(visit, {
    title,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        <Sorting visit={visit} lives={halls.map(({ live }) => live)} />
        <DemoNote visit={visit} halls={halls} />
        {halls.map((hall) => (
          <HallCard key={hall.hall} visit={visit} hall={hall}>
            <div class="actions">
              <LinkButton look="quiet" href={address('/book', [['hall', hall.hall]])}>
                <span class="unseen">
                  <Chinese visit={visit}>{hall.name}</Chinese>
                </span>
                {say('约时间来这里', 'Book a time here')}
              </LinkButton>
            </div>
          </HallCard>
        ))}
        {halls.length === 0 && (
          <p>{say('这个城市还没有登记大厅。', 'No hall is listed for this city yet.')}</p>
        )}
        <KioskList visit={visit} kiosks={kiosks} />
      </>
    ),
  });
}

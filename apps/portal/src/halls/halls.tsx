/** @jsxImportSource preact */
import { type Hall, officesRoutes } from '@tongban/contract';
import { Banner, SummaryList, type SummaryRow } from '@tongban/ui';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/** 办事大厅: the halls of the city, with address, hours and phone. */
export async function showHalls(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const halls = await visit.call(officesRoutes.halls, { query: { division: city.code } });
  const title = say(`${city.name}办事大厅`, 'Service halls');
  return page(visit, {
    title,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        <DemoNote visit={visit} halls={halls} />
        <ul class="plain stack">
          {halls.map((hall) => (
            <li key={hall.id} class="sheet">
              <h2>
                <Chinese visit={visit}>{hall.name}</Chinese>
              </h2>
              <HallFacts visit={visit} hall={hall} />
            </li>
          ))}
        </ul>
        {halls.length === 0 && (
          <p>{say('这个城市还没有登记大厅。', 'No hall is listed for this city yet.')}</p>
        )}
      </>
    ),
  });
}

/** Invented halls are said to be invented. */
export function DemoNote({ visit, halls }: { readonly visit: Visit; readonly halls: readonly Hall[] }) {
  if (!halls.some((hall) => hall.demo)) return null;
  return (
    <Banner mood="warn">
      <p>
        {visit.say(
          '下面的大厅是演示用的，地址和电话不是真的。',
          'These halls are invented for a demonstration. Addresses and phones are not real.',
        )}
      </p>
    </Banner>
  );
}

export function HallFacts({ visit, hall }: { readonly visit: Visit; readonly hall: Hall }) {
  const { say } = visit;
  const row = (key: string, label: string, text: string | undefined): SummaryRow[] =>
    text === undefined || text === '' ? [] : [{ key, label, value: <Chinese visit={visit}>{text}</Chinese> }];
  return (
    <SummaryList
      rows={[
        ...row('address', say('地址', 'Address'), [hall.address, hall.floor].filter(Boolean).join(' ')),
        ...row('hours', say('时间', 'Hours'), hall.hours.join('；')),
        ...row('transit', say('怎么去', 'Getting there'), hall.transit),
        ...(hall.phone === undefined
          ? []
          : [
              {
                key: 'phone',
                label: say('电话', 'Phone'),
                value: <a href={`tel:${hall.phone}`}>{hall.phone}</a>,
              },
            ]),
      ]}
    />
  );
}

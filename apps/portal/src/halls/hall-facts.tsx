/** @jsxImportSource preact */
import type { Hall } from '@tongban/contract';
import { Banner, SummaryList, type SummaryRow } from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

type Place = Pick<Hall, 'address' | 'hours'> & Partial<Pick<Hall, 'floor' | 'transit' | 'phone'>>;

/** Invented halls are said to be invented. */
export function DemoNote({
  visit,
  halls,
}: {
  readonly visit: Visit;
  readonly halls: readonly { readonly demo: boolean }[];
}) {
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

/** 大厅怎么去: address, hours, the way there and the phone. */
export function HallFacts({ visit, hall }: { readonly visit: Visit; readonly hall: Place }) {
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

/** @jsxImportSource preact */
import type { Answered, kiosksRoutes } from '@tongban/contract';
import { Details, Tag } from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

type KioskNear = Answered<typeof kiosksRoutes.near>[number];

/** 自助机: those that never close first, each with how it stands now and what it can do. */
export function KioskList({
  visit,
  kiosks,
}: {
  readonly visit: Visit;
  readonly kiosks: readonly KioskNear[];
}) {
  const { say } = visit;
  if (kiosks.length === 0) return null;
  return (
    <section class="stack stack--tight" id="kiosks">
      <h2>{say('自助机', 'Self-service machines')}</h2>
      <ul class="rows">
        {kiosks
          .toSorted((a, b) => Number(b.allDay) - Number(a.allDay))
          .map((kiosk) => (
            <li key={`${kiosk.hallName} ${kiosk.name}`}>
              <div class="hall__head">
                <b>
                  <Chinese visit={visit}>{kiosk.name}</Chinese>
                </b>
                <span>
                  {kiosk.allDay && (
                    <>
                      <Tag>{say('24 小时', '24 hours')}</Tag>{' '}
                    </>
                  )}
                  <StateTag visit={visit} state={kiosk.state} />
                </span>
              </div>
              <span class="small soft">
                <Chinese visit={visit}>{`${kiosk.hallName}，${kiosk.address}`}</Chinese>
              </span>
              {kiosk.items.length > 0 && <Items visit={visit} items={kiosk.items} />}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Items({ visit, items }: { readonly visit: Visit; readonly items: KioskNear['items'] }) {
  const { say } = visit;
  return (
    <Details
      summary={
        <span class="small">{say(`能办 ${items.length} 件事`, `${items.length} services on it`)}</span>
      }
    >
      <ul class="small">
        {items.map((words) => (
          <li key={words.zh}>
            <Told visit={visit} words={words} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

function StateTag({ visit, state }: { readonly visit: Visit; readonly state: KioskNear['state'] }) {
  const { say } = visit;
  const told = {
    open: <Tag mood="ok">{say('能用', 'In use')}</Tag>,
    closed: <Tag mood="plain">{say('大厅没开门', 'Hall closed')}</Tag>,
    away: <Tag mood="warn">{say('连不上', 'Not connected')}</Tag>,
    'needs-paper': <Tag mood="warn">{say('没纸了，不能打印', 'Out of paper')}</Tag>,
    broken: <Tag mood="danger">{say('坏了，在修', 'Out of order')}</Tag>,
  };
  return told[state];
}

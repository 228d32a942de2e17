/** @jsxImportSource preact */
import type { BookableHall, HallLive } from '@tongban/contract';
import { type Children, Details, Tag } from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { distanceText, waitText } from '../waits.ts';
import { Chinese } from '../words.tsx';
import { HallFacts } from './hall-facts.tsx';

type HallCardProps = {
  readonly visit: Visit;
  readonly hall: BookableHall;
  /** What can be done with this hall, e.g. book it. */
  readonly children?: Children;
};

/** 一个大厅: how far, open or not, how busy now, and below that all there is to know about it. */
export function HallCard({ visit, hall, children }: HallCardProps) {
  const { say } = visit;
  return (
    <section class="sheet hall">
      <div class="stack stack--tight">
        <div class="hall__head">
          <h2>
            <Chinese visit={visit}>{hall.name}</Chinese>
          </h2>
          {hall.metres !== undefined && <span class="soft">{distanceText(visit, hall.metres)}</span>}
        </div>
        <p class="small">
          <Tag mood={hall.live.open ? 'ok' : 'plain'}>
            {hall.live.open ? say('正在开放', 'Open') : say('现在不开', 'Closed')}
          </Tag>{' '}
          <Chinese visit={visit}>{hall.live.says}</Chinese>
        </p>
      </div>
      {hall.live.open && <Busy visit={visit} live={hall.live} />}
      {children}
      <Details summary={say('地址、时间和设施', 'Address, hours and facilities')}>
        <HallFacts visit={visit} hall={hall} />
        {hall.facilities.length > 0 && (
          <p class="small soft">
            {say('有：', 'Here: ')}
            <Chinese visit={visit}>{hall.facilities.join(say('、', ', '))}</Chinese>
          </p>
        )}
      </Details>
    </section>
  );
}

/** How busy it is now: people, minutes, windows; what is unknown is left out. */
function Busy({ visit, live }: { readonly visit: Visit; readonly live: HallLive }) {
  const { say } = visit;
  const figures = [
    { name: say('在等的人', 'Waiting'), value: say(`${live.waiting} 人`, String(live.waiting)) },
    ...(live.wait === undefined
      ? []
      : [{ name: say('现在去要等', 'Wait now'), value: waitText(visit, live.wait) }]),
    { name: say('开着的窗口', 'Open windows'), value: say(`${live.windows} 个`, String(live.windows)) },
  ];
  return (
    <dl class="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** @jsxImportSource preact */
import { type BookableHall, bookableRoutes } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Banner, Inset, LinkButton } from '@tongban/ui';
import { momentWords } from '../days.ts';
import { page } from '../frame.tsx';
import { HallCard } from '../halls/hall-card.tsx';
import { DemoNote } from '../halls/hall-facts.tsx';
import { Sorting } from '../halls/near.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { type Aim, type Begin, daysAddress, readAim, timesAddress, waitAddress } from './aim.ts';
import { Subject } from './subject.tsx';

/** 到哪里办: the halls that take the matter, each with how busy it is and the earliest free time. */
export async function showBookableHalls(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const aim = await readAim(visit);
  const halls = await visit.call(bookableRoutes.halls, {
    query: {
      division: city.code,
      item: aim.item,
      ...(aim.near === undefined ? {} : { near: aim.near }),
    },
  });
  const title = say('到哪个大厅办？', 'Which hall?');
  return page(visit, {
    title,
    back:
      aim.move === undefined
        ? { href: `/items/${aim.item}`, words: say('办事指南', 'About this service') }
        : { href: `/bookings/${aim.move}`, words: say('我的预约', 'My booking') },
    children: (
      <>
        <Subject visit={visit} name={aim.name} place={city.name} title={title} />
        {halls.length === 0 ? (
          <NoHall visit={visit} />
        ) : (
          <>
            <Sorting visit={visit} lives={halls.map(({ live }) => live)} />
            <DemoNote visit={visit} halls={halls} />
            {halls.map((hall) => (
              <HallCard key={hall.hall} visit={visit} hall={hall}>
                <Times visit={visit} aim={aim} hall={hall} />
              </HallCard>
            ))}
          </>
        )}
        {aim.answers.length === 0 && aim.move === undefined && <AskFirst visit={visit} aim={aim} />}
      </>
    ),
  });
}

type TimesProps = {
  readonly visit: Visit;
  readonly aim: Begin;
  readonly hall: BookableHall;
  /** Where several halls stand together, only one button is the main one. */
  readonly quiet?: boolean;
};

/** The earliest free time at once, or another day; nothing free leads to the waiting list. */
export function Times({ visit, aim, hall, quiet = false }: TimesProps) {
  const { say } = visit;
  const { earliest } = hall;
  const name = (
    <span class="unseen">
      <Chinese visit={visit}>{hall.name}</Chinese>
    </span>
  );
  if (earliest === undefined) {
    return (
      <div class="actions">
        <span class="soft">{say('近期都约满了。', 'Fully booked for now.')}</span>
        <LinkButton look="quiet" href={waitAddress(aim, hall.hall)}>
          {say('有人退了就告诉我', 'Tell me when a time is freed')}
          {name}
        </LinkButton>
      </div>
    );
  }
  const when = momentWords(visit, earliest.at);
  const step = { hall: hall.hall, day: shanghaiDay(earliest.at) };
  return (
    <div class="actions">
      <LinkButton look={quiet ? 'quiet' : 'main'} href={timesAddress(aim, step, { at: earliest.at })}>
        {name}
        {say(`最早 ${when}`, `Earliest: ${when}`)}
      </LinkButton>
      <LinkButton look="quiet" href={daysAddress(aim, hall.hall)}>
        {name}
        {say('选别的日子', 'Other days')}
      </LinkButton>
    </div>
  );
}

function NoHall({ visit }: { readonly visit: Visit }) {
  const { say, city } = visit;
  return (
    <Banner title={say('这里没有能约的大厅', 'No hall here can be booked for this')}>
      <p>
        {say(
          '这件事在这个城市不能预约。换个城市看看',
          'This cannot be booked in this city. Try another city',
        )}
        {city.phone !== undefined && say(`，或打电话 ${city.phone} 问一问`, `, or call ${city.phone}`)}
        {say('。', '.')}
      </p>
    </Banner>
  );
}

/** Without answers nobody can say what to bring; the guide is offered, never forced. */
function AskFirst({ visit, aim }: { readonly visit: Visit; readonly aim: Aim }) {
  const { say } = visit;
  return (
    <Inset>
      <p>
        {say(
          '先答几个问题，就知道到时要带什么：',
          'Answer some questions first and you know what to bring: ',
        )}
        <a href={`/items/${aim.item}/guide`}>{say('看我要带什么', 'See what to bring')}</a>
      </p>
    </Inset>
  );
}

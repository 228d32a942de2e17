/** @jsxImportSource preact */
import { type Answered, bookableRoutes } from '@tongban/contract';
import { LinkButton } from '@tongban/ui';
import { first } from '../address.ts';
import { dayText, momentWords } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import {
  type Aim,
  daysAddress,
  findHall,
  hallsAddress,
  readAim,
  timesAddress,
  timesFor,
  waitAddress,
} from './aim.ts';
import { Subject } from './subject.tsx';
import { Windows } from './windows.tsx';

type HallDay = Answered<typeof bookableRoutes.days>['days'][number];

/** 哪一天: every day of the horizon with how many times are free, or why the hall is closed. */
export async function showDays(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const { hall = '' } = visit.params;
  const window = first(visit.query, 'window');
  const aim = await readAim(visit);
  const [{ days, windows }, place] = await Promise.all([
    visit.call(bookableRoutes.days, {
      params: { hall },
      query: timesFor(aim, window),
    }),
    findHall(visit, hall),
  ]);
  const title = say('哪一天来？', 'Which day?');
  return page(visit, {
    title,
    back: { href: hallsAddress(aim), words: say('换个大厅', 'Another hall') },
    children: (
      <>
        <Subject visit={visit} name={aim.name} place={place?.name} title={title} />
        <Windows
          visit={visit}
          windows={windows}
          chosen={window}
          hrefOf={(one) => daysAddress(aim, hall, { window: one })}
        />
        {days.every((day) => day.free === 0) && <AllFull visit={visit} />}
        <ul class="days">
          {days.map((day) => (
            <Day key={day.day} shown={{ visit, aim, hall, window, usual: usualOf(days) }} day={day} />
          ))}
        </ul>
        {days.some((day) => day.releasedAt !== undefined) && (
          <p class="soft small">
            {say(
              '往后的日子分批放号，临近了还会再放一批。',
              'Times of later days are released in batches; more come nearer the day.',
            )}
          </p>
        )}
        <div class="actions">
          <LinkButton look="quiet" href={waitAddress(aim, hall)}>
            {say('没有合适的？有人退了就告诉我', 'None suits? Tell me when a time is freed')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

type Shown = {
  readonly visit: Visit;
  readonly aim: Aim;
  readonly hall: string;
  readonly window: string | undefined;
  /** What most days say; only a day that is different says it again. */
  readonly usual: string | undefined;
};

/** 平常的时间: the words most open days share. */
function usualOf(days: readonly HallDay[]): string | undefined {
  const open = days.filter((day) => day.open);
  const counted = Map.groupBy(open, ({ says }) => says ?? '');
  const [most] = [...counted].toSorted(([, one], [, other]) => other.length - one.length);
  return most !== undefined && most[1].length > 1 ? most[0] : undefined;
}

function Day({ shown, day }: { readonly shown: Shown; readonly day: HallDay }) {
  const { visit, aim, hall, window, usual } = shown;
  const { say } = visit;
  const name = dayText(visit, day.day);
  const why = day.says === undefined ? undefined : <Chinese visit={visit}>{day.says}</Chinese>;
  if (!day.open) {
    return (
      <li class="days__closed">
        <span>{name}</span>
        <span>{why ?? say('不开放', 'Closed')}</span>
      </li>
    );
  }
  const full = day.free === 0;
  return (
    <li>
      <a href={timesAddress(aim, { hall, day: day.day }, { window })}>
        <b>{name}</b>
        <span class={full ? 'soft' : 'days__free'}>
          {full ? say('约满', 'Full') : say(`余 ${day.free}`, `${day.free} free`)}
        </span>
        {why !== undefined && day.says !== usual && <span class="days__note">{why}</span>}
        {full && day.releasedAt !== undefined && (
          <span class="days__note">
            {say(
              `${momentWords(visit, day.releasedAt)} 再放一批`,
              `More times from ${momentWords(visit, day.releasedAt)}`,
            )}
          </span>
        )}
      </a>
    </li>
  );
}

function AllFull({ visit }: { readonly visit: Visit }) {
  return (
    <p>
      {visit.say(
        '现在都约满了。可以候补，也可以直接来大厅取号，大厅给没预约的人留着号。',
        'All booked for now. Join the waiting list, or come and take a number: the hall keeps some for people without a booking.',
      )}
    </p>
  );
}

/** @jsxImportSource preact */
import type { Bookable, FreeSlot } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Banner, ErrorSummary, LinkButton, Radios } from '@tongban/ui';
import { first } from '../address.ts';
import { priorityText } from '../bookings/priority.ts';
import { dayText, momentWords, timeText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';
import { type Aim, daysAddress, timesAddress, waitAddress } from './aim.ts';
import type { NextFree, refusedTime } from './refused-time.ts';
import { Subject } from './subject.tsx';
import { Windows } from './windows.tsx';

/** What the page of times is made from. */
export type TimesHere = {
  readonly aim: Aim;
  readonly hall: string;
  readonly hallName: string | undefined;
  readonly day: string;
  readonly window: string | undefined;
  readonly windows: readonly { readonly window: string; readonly name: string }[];
  readonly slots: readonly FreeSlot[];
  /** For whom the person may book; empty before signing in and while moving a booking. */
  readonly people: readonly Bookable[];
};

type Refused = ReturnType<typeof refusedTime>;

/** The page of times; `refused` says why the time that was pressed was not to be had. */
export function timesPage(visit: Visit, here: TimesHere, refused?: Refused): PageAnswer {
  const { say } = visit;
  const { aim, hall, day, window } = here;
  const { faults = [], next } = refused ?? {};
  const title = dayText(visit, day);
  return page(visit, {
    title: say(`${title}几点来？`, `${title}: what time?`),
    personal: visit.session.kind !== 'anyone',
    status: faults.length === 0 ? 200 : 409,
    back: { href: daysAddress(aim, hall, { window }), words: say('换个日子', 'Another day') },
    children: (
      <>
        <ErrorSummary title={say('这个时间没有约成', 'That time was not booked')} faults={faults} />
        {next !== undefined && <Next visit={visit} aim={aim} next={next} />}
        <Subject visit={visit} name={aim.name} place={here.hallName} title={title} />
        <Windows
          visit={visit}
          windows={here.windows}
          chosen={window}
          hrefOf={(one) => timesAddress(aim, { hall, day }, { window: one })}
        />
        <Body visit={visit} here={here} />
        <div class="actions">
          <LinkButton look="quiet" href={waitAddress(aim, hall, day)}>
            {say('有人退了就告诉我', 'Tell me when a time is freed')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

/** The next free time, wherever it is, one press away. */
function Next({ visit, aim, next }: { readonly visit: Visit; readonly aim: Aim; readonly next: NextFree }) {
  const { say } = visit;
  const when = momentWords(visit, next.at);
  return (
    <div class="actions">
      <LinkButton href={timesAddress(aim, { hall: next.hall, day: shanghaiDay(next.at) }, { at: next.at })}>
        {say(`看 ${when}`, `See ${when}`)}
      </LinkButton>
    </div>
  );
}

type Shown = { readonly visit: Visit; readonly here: TimesHere };

function Body({ visit, here }: Shown) {
  const { say } = visit;
  const { people, slots, aim } = here;
  if (people.length > 0 && people.every(({ why }) => why !== undefined)) {
    return (
      <Banner mood="warn" title={say('这件事您现在约不了', 'You cannot book this now')}>
        {people.map(({ person, why = '' }) => (
          <p key={person}>
            <Chinese visit={visit}>{why}</Chinese>
          </p>
        ))}
        <p>
          <a href="/bookings">{say('看我的预约', 'See my bookings')}</a>
        </p>
      </Banner>
    );
  }
  if (slots.every(({ free }) => free === 0)) return <Full visit={visit} here={here} />;
  return (
    <form method="post" class="stack" id="times" data-does="once">
      <People visit={visit} here={here} />
      <First visit={visit} here={here} />
      <Part
        visit={visit}
        name={say('上午', 'Morning')}
        slots={slots.filter(({ at }) => timeText(at) < '12:00')}
      />
      <Part
        visit={visit}
        name={say('下午', 'Afternoon')}
        slots={slots.filter(({ at }) => timeText(at) >= '12:00')}
      />
      {visit.session.kind === 'anyone' && (
        <p class="soft small">
          {say('选好时间后登录，实名预约。', 'Choose a time, then sign in to book it in your name.')}
        </p>
      )}
      {aim.move === undefined && visit.session.kind !== 'anyone' && (
        <p class="soft small">
          {say(
            '点一个时间，先给您留几分钟，核对后再约定。',
            'The time you press is kept for some minutes while you check it.',
          )}
        </p>
      )}
    </form>
  );
}

function Full({ visit, here }: Shown) {
  const { say } = visit;
  return (
    <Banner mood="warn" title={say('这一天约满了', 'This day is full')}>
      <p>
        {say(
          '换个日子，或者候补：有人退了，给您留着并发短信。',
          'Choose another day, or wait for a freed time: it is kept for you and you get a text message.',
        )}{' '}
        <a href={daysAddress(here.aim, here.hall)}>{say('看别的日子', 'Other days')}</a>
      </p>
    </Banner>
  );
}

/** Who comes: asked only where the person may book for somebody else too. */
function People({ visit, here: { people } }: Shown) {
  const { say } = visit;
  const able = people.filter(({ why }) => why === undefined);
  const [only] = able;
  if (only === undefined) return null;
  if (people.length === 1) return <input type="hidden" name="person" value={only.person} />;
  const chosen = first(visit.request.form, 'person') ?? only.person;
  const unable = people.filter(({ why }) => why !== undefined);
  return (
    <>
      <Radios
        id="person"
        name="person"
        label={say('谁来办', 'Who comes')}
        options={able.map(({ person, name, self, priority }) => ({
          value: person,
          label: self ? say(`${name}（我自己）`, `${name} (me)`) : name,
          ...(priority === undefined ? {} : { hint: priorityText(visit, priority) }),
          chosen: person === chosen,
        }))}
      />
      {unable.map(({ person, name, why = '' }) => (
        <p key={person} class="small soft">
          <Chinese visit={visit}>{`${name}：${why}`}</Chinese>
        </p>
      ))}
    </>
  );
}

/** The time chosen before signing in, else the earliest free one, on top and large. */
function First({ visit, here: { slots } }: Shown) {
  const { say } = visit;
  const free = slots.filter((slot) => slot.free > 0);
  const asked = first(visit.query, 'at');
  const chosen = free.find(({ at }) => asked !== undefined && Date.parse(at) === Date.parse(asked));
  const top = chosen ?? free[0];
  if (top === undefined) return null;
  const time = timeText(top.at);
  return (
    <div class="actions">
      <button type="submit" class="button" name="slot" value={slotValue(top)}>
        {chosen === undefined
          ? say(`最早 ${time}，就约这个`, `Earliest ${time}: book it`)
          : say(`约 ${time}`, `Book ${time}`)}
      </button>
    </div>
  );
}

type PartProps = { readonly visit: Visit; readonly name: string; readonly slots: readonly FreeSlot[] };

function Part({ visit, name, slots }: PartProps) {
  if (slots.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{name}</h2>
      <ul class="times">
        {slots.map((slot) => (
          <li key={slot.at}>
            <Time visit={visit} slot={slot} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Time({ visit, slot }: { readonly visit: Visit; readonly slot: FreeSlot }) {
  const { say } = visit;
  if (slot.free === 0) {
    return (
      <span class="time time--full">
        <b>{timeText(slot.at)}</b>
        <span>{say('约满', 'Full')}</span>
      </span>
    );
  }
  return (
    <button type="submit" class="time" name="slot" value={slotValue(slot)}>
      <b>{timeText(slot.at)}</b>
      <span>{say(`余 ${slot.free}`, `${slot.free} left`)}</span>
    </button>
  );
}

/** Every button carries a key of its own: pressing one twice books once, pressing another is another wish. */
function slotValue({ at }: FreeSlot): string {
  return `${at} ${crypto.randomUUID()}`;
}

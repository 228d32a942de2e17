/** @jsxImportSource preact */
import type { Booking } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { SummaryList, type SummaryRow } from '@tongban/ui';
import { address } from '../address.ts';
import { dayText, timeText } from '../days.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { priorityText } from './priority.ts';

type Shown = { readonly visit: Visit; readonly booking: Booking };

/** 哪天几点: the one thing to remember, large. */
export function When({ visit, booking }: Shown) {
  return (
    <p class="when">
      <span>{dayText(visit, shanghaiDay(booking.at))}</span>
      {visit.say('', ' ')}
      <b>{timeText(booking.at)}</b>
    </p>
  );
}

/** What, where, who, in the words of the person who comes. */
export function BookingFacts({ visit, booking }: Shown) {
  const { say } = visit;
  const row = (key: string, label: string, text: string | undefined): SummaryRow[] =>
    text === undefined ? [] : [{ key, label, value: <Chinese visit={visit}>{text}</Chinese> }];
  const { person, priority } = booking;
  return (
    <SummaryList
      rows={[
        ...row('item', say('办什么', 'For'), booking.itemName),
        ...row('hall', say('在哪里', 'Where'), booking.hallName),
        ...row('window', say('窗口', 'Window'), booking.windowName),
        ...row('address', say('地址', 'Address'), booking.address),
        ...row('transit', say('怎么去', 'Getting there'), booking.transit),
        {
          key: 'person',
          label: say('谁来办', 'Who comes'),
          value: (
            <>
              <span>
                <Chinese visit={visit}>{person.name}</Chinese>{' '}
                <span class="numbers soft">{person.citizenNumber}</span>
              </span>
              {priority !== undefined && <span class="small soft">{priorityText(visit, priority)}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

/** 带上这些: the names, and the way to the list that tells everything about each. */
export function Bring({ visit, booking }: Shown) {
  const { say } = visit;
  const list = address(
    booking.answers.length === 0 ? `/items/${booking.item}` : `/items/${booking.item}/checklist`,
    booking.answers,
  );
  if (booking.bring.length === 0) {
    return (
      <section class="sheet">
        <h2>{say('带什么来', 'What to bring')}</h2>
        <p>
          {say('带上身份证。要哪些材料，', 'Bring your ID card. For the documents, ')}
          <a href={`/items/${booking.item}/guide`}>{say('答几个问题就知道', 'answer some questions')}</a>
          {say('。', '.')}
        </p>
      </section>
    );
  }
  return (
    <section class="sheet">
      <h2>{say(`带上这 ${booking.bring.length} 样`, `Bring these ${booking.bring.length}`)}</h2>
      <ul class="ticks">
        {booking.bring.map((name) => (
          <li key={name.zh}>
            <Told visit={visit} words={name} />
          </li>
        ))}
      </ul>
      <p>
        <a href={list}>{say('每样的要求', 'What we ask of each')}</a>
      </p>
    </section>
  );
}

/** @jsxImportSource preact */
import { bookableRoutes, bookingsRoutes } from '@tongban/contract';
import { shanghaiDay, startOfDay } from '@tongban/kernel';
import { Button, ErrorSummary, type FieldFault, LinkButton, Radios } from '@tongban/ui';
import { address, first } from '../address.ts';
import { dayText } from '../days.ts';
import { faultsFrom, faultsTitle } from '../faults.ts';
import { hereOf, leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { type Aim, daysAddress, findHall, readAim, timesAddress, timesFor } from './aim.ts';
import { Subject } from './subject.tsx';

const parts = ['any', 'morning', 'afternoon'] as const;
const weekMs = 6 * 24 * 3_600_000;

/** 候补: waits for a time somebody gives back; it is then held for this person, who is told by message. */
export async function showWait(visit: Visit): Promise<PageAnswer> {
  return visit.session.kind === 'anyone' ? toSignIn(visit) : waitPage(visit, []);
}

function toSignIn(visit: Visit): PageAnswer {
  return leadTo(visit, address('/sign-in', [['next', hereOf(visit)]]));
}

export async function takeWait(visit: Visit): Promise<PageAnswer> {
  if (visit.session.kind === 'anyone') return toSignIn(visit);
  const { hall = '' } = visit.params;
  const { form } = visit.request;
  const aim = await readAim(visit);
  const spans = await spansOf(visit, aim);
  const span = spans.find(({ id }) => id === first(form, 'span')) ?? spans[0];
  const part = parts.find((one) => one === first(form, 'part')) ?? 'any';
  const key = first(form, 'key');
  if (span === undefined) return leadTo(visit, daysAddress(aim, hall));
  try {
    const body = {
      hall,
      item: aim.item,
      from: span.from,
      to: span.to,
      part,
      answers: aim.answers.map(([fact, value]): [string, string] => [fact, value]),
      ...(aim.move === undefined ? {} : { instead: aim.move }),
    };
    await visit.call(bookingsRoutes.wish, { body }, key === undefined ? {} : { key });
    return leadTo(visit, '/bookings#wishes');
  } catch (error) {
    return waitPage(visit, faultsFrom(error, 'span'));
  }
}

type Span = { readonly id: string; readonly from: string; readonly to: string; readonly says: string };

/** Between which days a freed time would suit: this day, the week from it, or any day that can be booked. */
async function spansOf(visit: Visit, aim: Aim): Promise<Span[]> {
  const { say } = visit;
  const { hall = '' } = visit.params;
  const { days } = await visit.call(bookableRoutes.days, { params: { hall }, query: timesFor(aim) });
  const open = days.filter((one) => one.open).map(({ day }) => day);
  const [start] = open;
  const last = open.at(-1);
  if (start === undefined || last === undefined) return [];
  const asked = first(visit.query, 'day');
  const day = asked !== undefined && open.includes(asked) ? asked : undefined;
  const from = day ?? start;
  const week = shanghaiDay(new Date(startOfDay(from).getTime() + weekMs));
  const [to = last] = [week, last].toSorted();
  const [begins, ends] = [dayText(visit, from), dayText(visit, to)];
  return [
    ...(day === undefined
      ? []
      : [{ id: 'day', from: day, to: day, says: say(`就 ${begins}这一天`, `Only ${begins}`) }]),
    { id: 'week', from, to, says: say(`${begins}到 ${ends}`, `${begins} to ${ends}`) },
    { id: 'all', from: start, to: last, says: say('哪天都行，越早越好', 'Any day, the sooner the better') },
  ];
}

async function waitPage(visit: Visit, faults: readonly FieldFault[]): Promise<PageAnswer> {
  const { say } = visit;
  const { hall = '' } = visit.params;
  const aim = await readAim(visit);
  const [spans, place] = await Promise.all([spansOf(visit, aim), findHall(visit, hall)]);
  const day = first(visit.query, 'day');
  const title = say('有人退了就告诉我', 'Tell me when a time is freed');
  const back = day === undefined ? daysAddress(aim, hall) : timesAddress(aim, { hall, day });
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 409,
    personal: true,
    back: { href: back, words: say('回去选时间', 'Back to the times') },
    children: (
      <form class="stack" method="post" novalidate data-does="once">
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <Subject visit={visit} name={aim.name} place={place?.name} title={title} />
        <p>
          {say(
            '有时间空出来，我们先给您留着，发短信告诉您。您点一下“约好”才算约上。',
            'When a time is freed we keep it for you and send a text message. It is yours once you confirm it.',
          )}
          {aim.move !== undefined &&
            say('约上新的，原来的预约自动取消。', ' Your present booking is then cancelled.')}
        </p>
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <When visit={visit} spans={spans} />
        <div class="actions">
          <Button>{say('开始候补', 'Start waiting')}</Button>
          <LinkButton look="quiet" href={back}>
            {say('不用了', 'No, thank you')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

function When({ visit, spans }: { readonly visit: Visit; readonly spans: readonly Span[] }) {
  const { say, request } = visit;
  const span = first(request.form, 'span') ?? spans[0]?.id;
  const part = first(request.form, 'part') ?? 'any';
  const names = {
    any: say('都行', 'Either'),
    morning: say('上午', 'Morning'),
    afternoon: say('下午', 'Afternoon'),
  };
  return (
    <>
      <Radios
        id="span"
        name="span"
        label={say('哪几天合适', 'Which days suit you')}
        options={spans.map(({ id, says }) => ({ value: id, label: says, chosen: id === span }))}
      />
      <Radios
        id="part"
        name="part"
        label={say('上午还是下午', 'Morning or afternoon')}
        options={parts.map((value) => ({ value, label: names[value], chosen: value === part }))}
      />
    </>
  );
}

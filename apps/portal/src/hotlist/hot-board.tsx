/** @jsxImportSource preact */
import { type HotStage, hotBoardRoutes, type PublicHotTopic } from '@tongban/contract';
import { LinkButton, type Mood, Pairs, type SummaryRow, Tag } from '@tongban/ui';
import { dayText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

/** How far a matter is, as somebody outside says it. */
const stages: Readonly<Record<HotStage, { zh: string; en: string; mood: Mood }>> = {
  listed: { zh: '已列入', en: 'On the list', mood: 'info' },
  assigned: { zh: '有单位在办', en: 'A unit is working on it', mood: 'info' },
  watched: { zh: '正在看效果', en: 'We are watching whether it helps', mood: 'info' },
  led: { zh: '由领导包办', en: 'A leader has taken it on', mood: 'info' },
  removed: { zh: '已经解决', en: 'Solved', mood: 'ok' },
};

/** 大家反映多的事: what many people have raised here, and what is being done about it; nobody can be told from it. */
export async function showHotBoard(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const { topics } = await visit.call(hotBoardRoutes.list, { query: { division: city.code } });
  const title = say('大家反映多的事', 'What many people raise');
  return page(visit, {
    title,
    description: say('反映的人多的事，和正在怎么办。', 'What many people raise, and what is being done.'),
    back: { href: '/orders/new', words: say('咨询、投诉、建议', 'Ask, complain, suggest') },
    children: (
      <>
        <div class="stack stack--tight">
          <h1>{title}</h1>
          <p class="soft">
            <Chinese visit={visit}>{city.name}</Chinese>
            {say(
              '反映的人多的事，和正在怎么办。每月更新，看不出是谁反映的。',
              ': what many people raise, and what is being done about it. Renewed every month; nobody can be told from it.',
            )}
          </p>
        </div>
        {topics.length === 0 ? (
          <p>{say('现在没有公示的事。', 'Nothing is listed at present.')}</p>
        ) : (
          topics.map((topic) => (
            <Topic key={`${topic.title.zh} ${topic.since}`} visit={visit} topic={topic} />
          ))
        )}
        <div class="actions">
          <LinkButton look="quiet" href="/orders/new">
            {say('我也要反映', 'I want to raise something')}
          </LinkButton>
          <a href="/answered">{say('看大家问过的', 'See what was answered in public')}</a>
        </div>
      </>
    ),
  });
}

function Topic({ visit, topic }: { readonly visit: Visit; readonly topic: PublicHotTopic }) {
  const { mood, ...name } = stages[topic.stage];
  return (
    <section class="sheet stack stack--tight">
      <span>
        <Tag mood={mood}>{visit.say(name.zh, name.en)}</Tag>
      </span>
      <h2>
        <Told visit={visit} words={topic.title} />
      </h2>
      <p>
        <Told visit={visit} words={topic.doing} />
      </p>
      <Pairs rows={factsOf(visit, topic)} />
    </section>
  );
}

function factsOf(visit: Visit, topic: PublicHotTopic): SummaryRow[] {
  const { say } = visit;
  const { figures, words, since, removedOn } = topic;
  return [
    ...(figures === undefined ? [] : figureRows(visit, figures)),
    ...(words.length === 0
      ? []
      : [
          {
            key: 'words',
            label: say('常说到', 'Often said'),
            value: <Chinese visit={visit}>{words.join('、')}</Chinese>,
          },
        ]),
    { key: 'since', label: say('列入日期', 'Listed'), value: dayText(visit, since, { year: true }) },
    ...(removedOn === undefined
      ? []
      : [
          {
            key: 'solved',
            label: say('解决日期', 'Solved'),
            value: dayText(visit, removedOn, { year: true }),
          },
        ]),
    {
      key: 'scope',
      label: say('范围', 'Where'),
      value: <Told visit={visit} words={topic.scopeName} />,
    },
  ];
}

function figureRows(visit: Visit, figures: NonNullable<PublicHotTopic['figures']>): SummaryRow[] {
  const { say } = visit;
  const { month, people, hotWeek, week } = figures;
  const [year = '', at = ''] = month.split('-');
  const when = say(`${year}年${Number(at)}月`, `${year}-${at}`);
  return [
    {
      key: 'people',
      label: say('反映的人', 'Raised by'),
      value: say(`${when} ${people} 人`, `${people} people in ${when}`),
    },
    {
      key: 'week',
      label: say('近七天', 'Last seven days'),
      value: say(`${week} 件，当时每周 ${hotWeek} 件`, `${week}; then ${hotWeek} a week`),
    },
  ];
}

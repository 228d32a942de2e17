/** @jsxImportSource preact */
import { type Answered, type AnsweredOrder, ordersRoutes } from '@tongban/contract';
import { LinkButton, LinkList, Pairs } from '@tongban/ui';
import { address, first } from '../address.ts';
import { AnswerSearch, askedIn, foundTitle } from '../answers/answer-search.tsx';
import { dayText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { Lines } from './order-page.tsx';

/** 大家问过的: questions answered in public, by any words or the newest first; nobody can be told from them. */
export async function showAnswered(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const q = askedIn(visit);
  const after = first(visit.query, 'after');
  const asked = { ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) };
  const found = await visit.call(ordersRoutes.answers, { query: { division: city.code, ...asked } });
  const plain = say('大家问过的', 'Answered in public');
  const title = foundTitle(visit, { q, count: found.answers.length, plain });
  return page(visit, {
    title,
    description: say('公开的答复，看不出是谁问的。', 'Public answers; nobody can be told from them.'),
    back:
      q === ''
        ? { href: '/orders/new', words: say('咨询、投诉、建议', 'Ask, complain, suggest') }
        : { href: '/answered', words: plain },
    children: (
      <>
        <div class="stack stack--tight">
          <h1>{title}</h1>
          <p class="soft">
            <Chinese visit={visit}>{city.name}</Chinese>
            {say('公开的答复，审核过，看不出是谁问的。', ': reviewed, and nobody can be told from them.')}
          </p>
        </div>
        <AnswerSearch visit={visit} action="/answered" q={q} />
        <Found visit={visit} q={q} found={found} />
      </>
    ),
  });
}

type FoundProps = {
  readonly visit: Visit;
  readonly q: string;
  readonly found: Answered<typeof ordersRoutes.answers>;
};

function Found({ visit, q, found: { answers, next, near } }: FoundProps) {
  const { say } = visit;
  return (
    <>
      {near && <p>{say('没有完全对上的，下面是相近的。', 'Nothing fits exactly; these come close.')}</p>}
      {answers.length === 0 && q === '' && (
        <p>{say('还没有公开的答复。', 'Nothing has been answered in public yet.')}</p>
      )}
      {answers.length === 0 && q !== '' && (
        <p>{say('换个说法，一两个词就够。', 'Try other words; one or two are enough.')}</p>
      )}
      {answers.length > 0 && <LinkList rows={answers.map((one) => rowOf(visit, one))} />}
      {next !== undefined && (
        <a href={address('/answered', [['after', next]])}>{say('更早的', 'Earlier ones')}</a>
      )}
      <div class="actions">
        <LinkButton look="quiet" href="/orders/new/consult">
          {say('没有我要的，问一问', 'Ask your own')}
        </LinkButton>
        <a href={address('/answers', q === '' ? [] : [['q', q]])}>
          {say('到常见问题里找', 'Look among the usual questions')}
        </a>
      </div>
    </>
  );
}

function rowOf(visit: Visit, one: AnsweredOrder) {
  return {
    href: `/answered/${one.answer}`,
    title: <Chinese visit={visit}>{one.title}</Chinese>,
    line: (
      <>
        <Told visit={visit} words={one.kindName} /> · <Chinese visit={visit}>{one.unit}</Chinese> ·{' '}
        {dayText(visit, one.on, { year: true })}
      </>
    ),
  };
}

export async function showAnsweredOrder(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const { answer: id = '' } = visit.params;
  const answer = await visit.call(ordersRoutes.answer, { params: { answer: id } });
  return page(visit, {
    title: answer.title,
    back: { href: '/answered', words: say('大家问过的', 'Answered in public') },
    children: (
      <>
        <h1>
          <Chinese visit={visit}>{answer.title}</Chinese>
        </h1>
        <section class="sheet">
          <h2>{say('问', 'Question')}</h2>
          <Lines visit={visit} text={answer.question} />
        </section>
        <section class="sheet">
          <h2>{say('答', 'Answer')}</h2>
          <Lines visit={visit} text={answer.reply} />
        </section>
        <Pairs
          rows={[
            {
              key: 'unit',
              label: say('答复单位', 'Answered by'),
              value: <Chinese visit={visit}>{answer.unit}</Chinese>,
            },
            {
              key: 'on',
              label: say('答复日期', 'Answered'),
              value: dayText(visit, answer.on, { year: true }),
            },
          ]}
        />
      </>
    ),
  });
}
